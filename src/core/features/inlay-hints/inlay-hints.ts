import type { AnyArtifact } from '../../model/artifact.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Judge } from '../../service.ts';
import { touches, type Span } from '../../text/span.ts';
import { betCase } from '../../workspace/bet-case.ts';
import { embeddedParts, standalonePart, type Part } from '../../workspace/part.ts';
import type { Settings } from '../../workspace/settings.ts';
import { launchHints, retroHints, rolloutHints, timeboxHints } from './date-hints.ts';
import type { HintSort, InlayHint } from './inlay-hint.ts';
import { metricHints } from './value-hints.ts';

/** The hints that stand in a part of a file, as far as they are wanted, in the order of the text. */
export function inlayHintsOf(
  judge: Judge,
  file: string,
  within: Span,
  wanted: ReadonlySet<HintSort>,
): readonly InlayHint[] {
  const settings = judge.settingsFor(file);
  const hints = (judge.workspace.get(file)?.shown ?? []).flatMap(({ artifact, stale }) =>
    stale ? [] : hintsOfArtifact(artifact, judge, settings),
  );
  return hints
    .filter(({ sort, offset }) => wanted.has(sort) && touches(within, offset))
    .sort((a, b) => a.offset - b.offset);
}

function hintsOfArtifact(artifact: AnyArtifact, judge: Judge, settings: Settings): readonly InlayHint[] {
  const { today } = settings;
  if (artifact.kind !== 'bet') return hintsOfPart(standalonePart(artifact), true, settings);
  const bet = betCase(artifact, judge.workspace.lookup, settings);
  const isOpen = bet.status !== 'concluded' && bet.decision === undefined;
  return [
    ...timeboxHints(bet.bet.timebox, isOpen, today),
    ...embeddedParts(artifact).flatMap(part => hintsOfPart(part, isOpen, settings)),
  ];
}

/** What is over needs no reckoning of days any more. */
function hintsOfPart(part: Part, isOpen: boolean, { today }: Settings): readonly InlayHint[] {
  if (isOf(part, 'metrics')) return metricHints(part.model);
  if (!isOpen) return [];
  if (isOf(part, 'rollout')) return rolloutHints(part.model, today);
  if (isOf(part, 'retro')) return retroHints(part.model, today);
  return isOf(part, 'launch') ? launchHints(part.model, today) : [];
}

function isOf<K extends Kind>(part: Part, kind: K): part is Part<K> {
  return part.kind === kind;
}
