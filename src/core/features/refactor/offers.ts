import { isHeld } from '../../model/retro-state.ts';
import type { AnyArtifact, Artifact } from '../../model/artifact.ts';
import { isFrom } from '../../model/status.ts';
import { touches, type Span } from '../../text/span.ts';
import { betCase, betsOf, type BetCase } from '../../workspace/bet-case.ts';
import { partKinds, standalonePart, type PartKind } from '../../workspace/part.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { partNames } from './names.ts';
import type { RefactorWishes } from './refactor.ts';

/** A refactoring that may be asked for at a place. Whether it can be made is known once it is asked for. */
export interface Offer {
  readonly name: RefactorWishes['name'];
  readonly id: string;
  readonly part?: PartKind;
  readonly title: string;
}

/** @param selection where the caret is, or what is marked */
export function offersAt(workspace: Workspace, settings: Settings, file: string, selection: Span): readonly Offer[] {
  const held = workspace.get(file)?.model;
  const artifact = held?.artifacts.findLast(({ span }) => meets(span, selection));
  if (artifact === undefined) return [];
  const isAlone = held?.artifacts.length === 1 && held.broken.length === 0 && held.templates.length === 0;
  const atHead = isAtHead(artifact, selection);
  const notation = /\.md$/i.test(file) ? 'YAML' : 'Markdown';
  const converting: readonly Offer[] =
    atHead && isAlone ? [{ name: 'convert', id: artifact.id, title: `Convert to ${notation}` }] : [];
  if (artifact.kind === 'tracks') return converting;
  if (artifact.kind === 'bet') {
    const bet = betCase(artifact, workspace.lookup, settings);
    return [...offersOfBet(bet, selection, atHead, settings), ...converting];
  }
  const part = standalonePart(artifact);
  const bets = atHead ? betsOf(part, workspace.lookup, settings) : [];
  const inlining: readonly Offer[] =
    bets.length === 1
      ? [
          {
            name: 'inline',
            id: artifact.id,
            part: artifact.kind,
            title: `Write the ${partNames[artifact.kind]} into its bet`,
          },
        ]
      : [];
  return [...(atHead ? offersOfPart(artifact) : []), ...inlining, ...converting];
}

function offersOfPart(artifact: AnyArtifact): readonly Offer[] {
  const { id, kind } = artifact;
  if (kind === 'rollout') return [{ name: 'advanceStage', id, title: 'Advance the stage' }];
  if (kind === 'launch') return [{ name: 'setLaunchTier', id, title: 'Set the launch tier' }];
  return kind === 'retro' && artifact.model.decision?.outcome === undefined
    ? [{ name: 'recordDecision', id, title: 'Record the decision' }]
    : [];
}

function offersOfBet(bet: BetCase, selection: Span, atHead: boolean, { today }: Settings): readonly Offer[] {
  const { artifact, retro, decision, status } = bet;
  const { id } = artifact;
  const at = (kind: PartKind): boolean => atHead || isAtPart(artifact, kind, selection);
  const offers: Offer[] = [];
  if (bet.rollout === undefined && at('rollout')) offers.push({ name: 'planRollout', id, title: 'Plan the rollout' });
  if (bet.rollout && decision === undefined && at('rollout'))
    offers.push({ name: 'advanceStage', id, title: 'Advance the stage' });
  if (isFrom(status, 'building') && !isHeld(retro?.model, today) && decision === undefined && at('retro'))
    offers.push({ name: 'startRetro', id, title: 'Start the retro of this bet' });
  if (isFrom(status, 'building') && decision === undefined && at('retro'))
    offers.push({ name: 'recordDecision', id, title: 'Record the decision' });
  if (decision === undefined && at('launch')) offers.push({ name: 'setLaunchTier', id, title: 'Set the launch tier' });
  for (const part of partKinds) {
    const written = artifact.model[part];
    if (written === undefined || !isAtPart(artifact, part, selection)) continue;
    if (written.type === 'object')
      offers.push({ name: 'extract', id, part, title: `Move the ${partNames[part]} to a file of its own` });
    else offers.push({ name: 'inline', id, part, title: `Write the ${partNames[part]} into this bet` });
  }
  return offers;
}

/** At its id, its title, or its first line. */
function isAtHead({ anchor, idSpan, model, kind }: AnyArtifact, selection: Span): boolean {
  const spans = [anchor, idSpan, model.title?.span, model.title?.key, kind === 'bet' ? model.kind?.span : undefined];
  return spans.some(span => span !== undefined && meets(span, selection));
}

function isAtPart({ model }: Artifact<'bet'>, kind: PartKind, selection: Span): boolean {
  const written = model[kind];
  return [written?.key, written?.span].some(span => span !== undefined && meets(span, selection));
}

function meets(span: Span, selection: Span): boolean {
  return touches(span, selection.start) || touches(span, selection.end) || touches(selection, span.start);
}
