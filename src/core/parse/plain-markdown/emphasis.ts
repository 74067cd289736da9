import type { Run } from './pieces.ts';
import { giveUp, type Reading } from './reading.ts';

/**
 * Finds which runs belong together (CommonMark, "Emphasis and strong emphasis"): each that may close looks back for the
 * nearest that may open.
 */
export function pairUp(reading: Reading, runs: readonly Run[]): void {
  const openers: Run[] = [];
  for (const run of runs) {
    if (run.canClose) while (run.from < run.to && closeNearest(reading, openers, run));
    if (run.canOpen && run.from < run.to) openers.push(run);
  }
}

function closeNearest(reading: Reading, openers: Run[], closer: Run): boolean {
  for (let index = openers.length - 1; index >= 0; index--) {
    const opener = openers[index];
    if (--reading.patience < 0) {
      giveUp(reading);
      return false;
    }
    if (opener?.marker !== closer.marker) continue;
    const size = opener.to - opener.from;
    const closing = closer.to - closer.from;
    // The rule of three is not for us.
    if ((opener.canClose || closer.canOpen) && closing % 3 !== 0 && (size + closing) % 3 === 0) giveUp(reading);
    const isStrong = size > 1 && closing > 1;
    const used = isStrong ? 2 : 1;
    const pair = { isStrong, from: 0 };
    (opener.opens ??= []).push(pair);
    (closer.closes ??= []).push(pair);
    opener.to -= used;
    closer.from += used;
    openers.length = opener.from < opener.to ? index + 1 : index;
    return !reading.isUnsure;
  }
  return false;
}
