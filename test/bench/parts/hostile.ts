import { judgeOf } from '../judges.ts';
import type { Bench, Part, Row } from '../part.ts';
import { traps, type Trap } from '../traps.ts';

/** Hostile texts, each of three sizes: nothing may cost more than in proportion, and nothing may throw. */
export const hostile: Part = {
  name: 'hostile',
  title: 'hostile input: text to findings, each twice as large as the one before',
  run(bench) {
    const growths = Object.entries(traps).map(([name, trap]) => ({ name, ...growthOf(bench, trap) }));
    const worst = [...growths].sort((a, b) => b.ratio - a.ratio);
    return {
      rows: worst.slice(0, 8).map(({ name, ratio, times }): Row => ({
        what: name,
        against: `${ratio.toFixed(2)} × for twice the size`,
        more: `${times.map(time => time.toFixed(1)).join(', ')} ms`,
      })),
      figures: { hostile: worst[0]?.ratio ?? NaN },
      notes: [
        `the worst of ${growths.length}; none threw, and the longest took ${Math.max(...growths.flatMap(({ times }) => times)).toFixed(0)} ms`,
      ],
    };
  },
};

/** Under so many milliseconds a time says more of the machine than of the text. */
const noise = 3;

/** The least CPU time of several runs at each size: what else the machine does can only add to it. */
function growthOf(
  bench: Bench,
  { file, size, write }: Trap,
): { readonly ratio: number; readonly times: readonly number[] } {
  const times = [1, 2, 4].map(factor => {
    const text = Buffer.from(write(size * factor)).toString();
    const judge = (): void => void judgeOf([[file, text]]).findings(file);
    const first = cpuTime(judge);
    const more = first > 1000 ? 0 : bench.runs(first > 100 ? 2 : 6);
    return Math.min(first, ...Array.from({ length: more }, () => cpuTime(judge)));
  });
  const [small = NaN, middle = NaN, large = NaN] = times;
  const ratio = (less: number, more: number): number => Math.max(more, noise) / Math.max(less, noise);
  return { ratio: Math.max(ratio(small, middle), ratio(middle, large)), times };
}

/** Milliseconds of all processors that a job takes. */
function cpuTime(job: () => void): number {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
