import fc, { type Arbitrary } from 'fast-check';
import { randomFrom, type Random } from './random.ts';

/** Texts that are made of numbers that look random: the same seed gives the same text. */
export function arbitraryFrom(write: (random: Random) => string): Arbitrary<string> {
  return fc.noBias(fc.noShrink(fc.nat())).map(seed => write(randomFrom(seed)));
}

/** What happens to a text: characters and lines are lost, doubled, moved, or come from elsewhere. */
export function damaged(random: Random, text: string, pieces: readonly string[]): string {
  const at = random.below(text.length + 1);
  const to = at + 1 + random.below(3);
  const lines = text.split('\n');
  const line = random.below(lines.length);
  const other = random.below(lines.length);
  const withLines = (...replaced: readonly string[]): string =>
    [...lines.slice(0, line), ...replaced, ...lines.slice(line + 1)].join('\n');
  const own = lines[line] ?? '';
  switch (random.below(11)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
    case 3:
    case 4:
      return text.slice(0, at) + random.pick(pieces) + text.slice(at);
    case 5:
      return withLines(' '.repeat(1 + random.below(3)) + own);
    case 6:
      return withLines(own.slice(Math.min(1 + random.below(3), /^ */.exec(own)?.[0].length ?? 0)));
    case 7:
      return withLines(own, lines[other] ?? '');
    case 8:
      return withLines();
    case 9:
      return text.slice(0, at);
    default:
      return withLines(own + random.pick(pieces));
  }
}

/** The same text with as few lines and characters as it takes to be told apart by the two readers. */
export function smallest(text: string, isTold: (text: string) => boolean): string {
  let current = text;
  for (const size of [64, 16, 4, 2, 1]) {
    for (let at = 0; at < current.length;) {
      const shorter = current.slice(0, at) + current.slice(at + size);
      if (isTold(shorter)) current = shorter;
      else at += size;
    }
  }
  return current;
}
