import { computedOf, computedOfBet, type Computed } from '../computed/computed.ts';
import { readinessOf, type Readiness } from '../computed/readiness.ts';
import type { Status } from '../model/status.ts';
import { metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { Bet, Rollout } from '../model/types.gen.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Judge } from '../service.ts';
import { betCase, betsOf, type BetCase } from '../workspace/bet-case.ts';
import { isMetricsPart } from '../workspace/index-store.ts';
import { standalonePart, type Part } from '../workspace/part.ts';
import { understoodRollout } from '../workspace/rollback.ts';

/** An artifact as lists and `show` tell of it. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly owner: string | undefined;
  /** Of a bet; inferred where it is not written. */
  readonly status: Status | undefined;
  readonly file: string;
  readonly part: Part;
}

/** Every artifact that stands in a document of its own, in order of file and place. */
export function allEntries(judge: Judge): readonly Entry[] {
  return judge.workspace
    .files()
    .flatMap(file => judge.workspace.get(file)?.model.artifacts ?? [])
    .map(artifact => entryOf(standalonePart(artifact), judge));
}

/** Whatever goes by this id, embedded or not, in order of file and place. Broken documents are not among them. */
export function entriesWithId(id: string, judge: Judge): readonly Entry[] {
  const targets = judge.workspace.lookup.withId(id);
  return targets.flatMap(target => (target.type === 'part' ? [entryOf(target.part, judge)] : []));
}

function entryOf(part: Part, judge: Judge): Entry {
  const { model, file, kind } = part;
  const id = part.id ?? part.holder.id;
  const title = model.title?.text.trim() ?? '';
  const owner = model.owner?.name?.text.trim();
  return { kind, id, title: title === '' ? id : title, owner, status: ownBet(part, judge)?.status, file, part };
}

/** What an artifact's fields can't say alone. */
export interface Surroundings {
  /** The artifact as it is understood beside the others: what a trigger in Markdown names depends on the bet's metrics. */
  readonly model: Part['model'];
  readonly computed: Computed;
  /** Of the bet that it is, or that it belongs to. */
  readonly readiness: Readiness | undefined;
  /** The metrics that are meant where it refers to some. */
  readonly metrics: readonly TieredMetric[];
}

export function surroundingsOf(part: Part, judge: Judge): Surroundings {
  const { settings, workspace } = judge;
  const own = ownBet(part, judge);
  const bets = own ? [own] : betsOf(part, workspace.lookup, settings);
  const [bet] = bets;
  return {
    model: understoodModel(part, bets),
    computed: computedOfPart(part, judge),
    readiness: bet && readinessOf(bet, settings),
    metrics: isMetricsPart(part)
      ? metricsOf(part.model)
      : bets.flatMap(({ metrics }) => (metrics ? metricsOf(metrics.model) : [])),
  };
}

function understoodModel({ kind, model, holder }: Part, bets: readonly BetCase[]): Part['model'] {
  if (holder.form === undefined) return model;
  const hierarchies = bets.flatMap(({ metrics }) => metrics?.model ?? []);
  if (kind === 'rollout') return understoodRollout(model as Rollout, hierarchies);
  if (kind !== 'bet') return model;
  const { rollout, ...bet } = holder.model as Bet;
  return rollout?.type === 'object' ? { ...bet, rollout: understoodRollout(rollout, hierarchies) } : model;
}

function ownBet({ kind, holder }: Part, judge: Judge): BetCase | undefined {
  return kind === 'bet' && holder.kind === 'bet' ? betCase(holder, judge.workspace.lookup, judge.settings) : undefined;
}

/** Of what is embedded, that which the bet's parts say of it. */
function computedOfPart({ embedded, kind, holder }: Part, { workspace: { lookup }, settings }: Judge): Computed {
  if (!embedded || holder.kind !== 'bet') return computedOf(holder, lookup, settings);
  const { gate, decision, verdicts } = computedOfBet(betCase(holder, lookup, settings), lookup, settings);
  return {
    readiness: undefined,
    gate: kind === 'rollout' ? gate : undefined,
    decision: kind === 'retro' ? decision : undefined,
    verdicts: kind === 'metrics' || kind === 'retro' ? verdicts : undefined,
  };
}
