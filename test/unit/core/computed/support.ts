import type { AnyArtifact } from '../../../../src/core/model/artifact.ts';
import type { Reason } from '../../../../src/core/computed/reason.ts';
import { computedOf, type Computed } from '../../../../src/core/computed/computed.ts';
import { betCase, type BetCase } from '../../../../src/core/workspace/bet-case.ts';
import type { Settings } from '../../../../src/core/workspace/settings.ts';
import { createWorkspace, type Workspace } from '../../../../src/core/workspace/workspace.ts';
import { day, testSettings } from '../../../support/workspace.ts';

export type Files = Readonly<Record<string, string>>;

/** Files that have been read, and the day on which they are looked at. No rule judges them here. */
export interface Reading {
  readonly workspace: Workspace;
  readonly settings: Settings;
}

/** A workspace of these files on a day; a text alone is a bet's. */
export function workspace(files: Files | string, today = '2026-11-22'): Reading {
  const read = createWorkspace();
  for (const [file, text] of Object.entries(typeof files === 'string' ? { 'a.bet.yaml': files } : files))
    read.set(file, text);
  return { workspace: read, settings: testSettings({ today: day(today) }) };
}

export function artifactsOf({ workspace: read }: Reading): readonly AnyArtifact[] {
  return read.files().flatMap(file => read.get(file)?.model.artifacts ?? []);
}

/** The first bet of these files with all that belongs to it. */
export function theBet(files: Files | string, today?: string): BetCase {
  const reading = workspace(files, today);
  const bet = betsIn(reading)[0];
  if (bet === undefined) throw new Error('there is no bet');
  return bet;
}

export function betsIn(reading: Reading): readonly BetCase[] {
  return artifactsOf(reading).flatMap(artifact =>
    artifact.kind === 'bet' ? [betCase(artifact, reading.workspace.lookup, reading.settings)] : [],
  );
}

/** What is computed of the first artifact of a kind. */
export function computed(files: Files | string, kind: AnyArtifact['kind'] = 'bet', today?: string): Computed {
  const reading = workspace(files, today);
  const artifact = artifactsOf(reading).find(each => each.kind === kind);
  if (artifact === undefined) throw new Error(`there is no ${kind}`);
  return computedOf(artifact, reading.workspace.lookup, reading.settings);
}

/** What stands at the places of these reasons. */
export function quotes(files: Files | string, reasons: readonly Reason[]): readonly string[] {
  const texts = typeof files === 'string' ? { 'a.bet.yaml': files } : files;
  return reasons.map(({ file, span }) => (texts[file] ?? '').slice(span.start, span.end));
}
