import type { AnyArtifact } from '../../../../src/core/model/artifact.ts';
import type { Judge } from '../../../../src/core/service.ts';
import type { Reason } from '../../../../src/core/computed/reason.ts';
import { computedOf, type Computed } from '../../../../src/core/computed/computed.ts';
import { betCase, type BetCase } from '../../../../src/core/workspace/bet-case.ts';
import { day, judged } from '../../../support/workspace.ts';

export type Files = Readonly<Record<string, string>>;

/** A workspace of these files on a day; a text alone is a bet's. */
export function workspace(files: Files | string, today = '2026-11-22'): Judge {
  return judged(typeof files === 'string' ? { 'a.bet.yaml': files } : files, { today: day(today) });
}

export function artifactsOf(judge: Judge): readonly AnyArtifact[] {
  return judge.workspace.files().flatMap(file => judge.workspace.get(file)?.model.artifacts ?? []);
}

/** The first bet of these files with all that belongs to it. */
export function theBet(files: Files | string, today?: string): BetCase {
  const judge = workspace(files, today);
  const bet = betsIn(judge)[0];
  if (bet === undefined) throw new Error('there is no bet');
  return bet;
}

export function betsIn(judge: Judge): readonly BetCase[] {
  return artifactsOf(judge).flatMap(artifact =>
    artifact.kind === 'bet' ? [betCase(artifact, judge.workspace.lookup, judge.settings)] : [],
  );
}

/** What is computed of the first artifact of a kind. */
export function computed(files: Files | string, kind: AnyArtifact['kind'] = 'bet', today?: string): Computed {
  const judge = workspace(files, today);
  const artifact = artifactsOf(judge).find(each => each.kind === kind);
  if (artifact === undefined) throw new Error(`there is no ${kind}`);
  return computedOf(artifact, judge.workspace.lookup, judge.settings);
}

/** What stands at the places of these reasons. */
export function quotes(files: Files | string, reasons: readonly Reason[]): readonly string[] {
  const texts = typeof files === 'string' ? { 'a.bet.yaml': files } : files;
  return reasons.map(({ file, span }) => (texts[file] ?? '').slice(span.start, span.end));
}

/** Lines with one more level of indentation. */
export function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}
