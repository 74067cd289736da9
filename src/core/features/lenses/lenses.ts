import { rolloutCase } from '../../computed/rollout-case.ts';
import { betCase, betsOf } from '../../workspace/bet-case.ts';
import { embeddedParts, standalonePart, type Part } from '../../workspace/part.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Judge } from '../../service.ts';
import type { AnyArtifact } from '../../model/artifact.ts';
import type { Kind } from '../../schema/kinds.ts';
import { betLenses } from './bet-lenses.ts';
import { findingLenses } from './finding-lenses.ts';
import type { Lens, LensSort } from './lens.ts';
import { metricLenses } from './metric-lenses.ts';
import { stageLenses } from './stage-lenses.ts';

/** So many metrics of a file get lenses: beyond, they would be more than the text. */
const mostLenses = 500;

/** The lenses of a file, as far as they are wanted. Of documents that can't be parsed at the moment, what is wrong alone. */
export function lensesOf(judge: Judge, file: string, wanted: ReadonlySet<LensSort>): readonly Lens[] {
  const entry = judge.workspace.get(file);
  if (entry === undefined) return [];
  const settings = judge.settingsFor(file);
  const states = entry.shown.flatMap(({ artifact, stale }) =>
    stale ? [] : lensesOfArtifact(judge, artifact, settings),
  );
  return [...findingLenses(judge, file), ...states].filter(({ sort }) => wanted.has(sort)).slice(0, mostLenses);
}

function lensesOfArtifact(judge: Judge, artifact: AnyArtifact, settings: Settings): readonly Lens[] {
  const { lookup } = judge.workspace;
  const own = artifact.kind === 'bet' ? betLenses(betCase(artifact, lookup, settings), lookup, settings) : [];
  const parts: readonly Part[] = artifact.kind === 'bet' ? embeddedParts(artifact) : [standalonePart(artifact)];
  return [...own, ...parts.flatMap(part => lensesOfPart(judge, part, settings))];
}

function lensesOfPart(judge: Judge, part: Part, settings: Settings): readonly Lens[] {
  const { lookup } = judge.workspace;
  if (isOf(part, 'rollout')) return stageLenses(rolloutCase(part, lookup, settings), settings);
  if (!isOf(part, 'metrics')) return [];
  const [bet, ...more] = betsOf(part, lookup, settings);
  // A hierarchy that several bets share has the values of now: each bet's retro speaks of that bet alone.
  return metricLenses(part, more.length === 0 ? bet?.retro : undefined, settings);
}

function isOf<K extends Kind>(part: Part, kind: K): part is Part<K> {
  return part.kind === kind;
}
