import type { AnyArtifact, Artifact } from '../model/artifact.ts';
import { decisionOf, hasShipped, statusOf, type Outcome, type Status } from '../model/status.ts';
import { timeboxDays, type TimeboxDays } from '../model/timebox.ts';
import type { Bet } from '../model/types.gen.ts';
import type { Lookup } from './lookup.ts';
import { embeddedPart, standalonePart, type Part, type PartKind } from './part.ts';
import type { Mode, Settings } from './settings.ts';

/** A bet with everything that belongs to it, wherever it stands: what rules, tree and pictures look at. */
export interface BetCase {
  readonly artifact: Artifact<'bet'>;
  readonly bet: Bet;
  readonly metrics: Part<'metrics'> | undefined;
  readonly rollout: Part<'rollout'> | undefined;
  readonly retro: Part<'retro'> | undefined;
  readonly launch: Part<'launch'> | undefined;
  readonly status: Status;
  readonly shipped: boolean;
  readonly decision: Outcome | undefined;
  readonly timebox: TimeboxDays;
  readonly mode: Mode;
}

export function betCase(artifact: Artifact<'bet'>, lookup: Lookup, settings: Settings): BetCase {
  const bet = artifact.model;
  const rollout = partOf(artifact, 'rollout', lookup);
  const retro = partOf(artifact, 'retro', lookup);
  const status = statusOf(bet, rollout?.model, retro?.model, settings.today);
  return {
    artifact,
    bet,
    metrics: partOf(artifact, 'metrics', lookup),
    rollout,
    retro,
    launch: partOf(artifact, 'launch', lookup),
    status,
    shipped: hasShipped(bet, rollout?.model, status, settings.today),
    decision: decisionOf(bet, retro?.model),
    timebox: timeboxDays(bet.timebox ?? retro?.model.timebox),
    mode: bet.mode?.word ?? settings.mode,
  };
}

/** Embedded, or by the id that the bet names, or one that names the bet: a link in one direction is enough. */
function partOf<K extends PartKind>(artifact: Artifact<'bet'>, kind: K, lookup: Lookup): Part<K> | undefined {
  const written = artifact.model[kind];
  if (written?.type === 'object') return embeddedPart(artifact, kind);
  if (written?.type === 'reference') {
    for (const target of lookup.withId(written.id))
      if (target.type === 'part' && isPartOf(target.part, kind)) return target.part;
    return undefined;
  }
  // A metrics hierarchy may serve many bets and names none.
  if (kind === 'metrics') return undefined;
  for (const referrer of lookup.referringTo(artifact.id)) {
    if (referrer.kind !== kind || betNamedBy(referrer) !== artifact.id) continue;
    const part: Part = standalonePart(referrer);
    if (isPartOf(part, kind)) return part;
  }
  return undefined;
}

function isPartOf<K extends PartKind>(part: Part, kind: K): part is Part<K> {
  return part.kind === kind;
}

/** The bet that a rollout, retro or launch says it belongs to. */
function betNamedBy(artifact: AnyArtifact): string | undefined {
  const { kind, model } = artifact;
  return kind === 'rollout' || kind === 'retro' || kind === 'launch' ? model.bet?.id : undefined;
}

/** The bets that a part belongs to: the one it is embedded in, or all that are linked with it in either direction. */
export function betsOf(part: Part, lookup: Lookup, settings: Settings): readonly BetCase[] {
  if (part.embedded) return part.holder.kind === 'bet' ? [betCase(part.holder, lookup, settings)] : [];
  const bets = new Set<Artifact<'bet'>>();
  if (part.id !== undefined) {
    for (const referrer of lookup.referringTo(part.id)) {
      if (referrer.kind === 'bet' && refersTo(referrer.model[part.kind as PartKind], part.id)) bets.add(referrer);
    }
  }
  const named = betNamedBy(part.holder);
  for (const target of named === undefined ? [] : lookup.withId(named)) {
    if (target.type === 'part' && !target.part.embedded && target.part.holder.kind === 'bet')
      bets.add(target.part.holder);
  }
  return [...bets].map(bet => betCase(bet, lookup, settings));
}

function refersTo(value: { readonly type: string; readonly id?: unknown } | undefined, id: string): boolean {
  return value?.type === 'reference' && value.id === id;
}
