import { longHierarchy, manyBets } from '../corpus/long.ts';
import { judgeOf } from '../judges.ts';
import { timed, timesOf, type Times } from '../measure.ts';
import type { Bench, Part, Row } from '../part.ts';
import { typing } from '../typing.ts';
import { usualChecker } from '../usual/here.ts';
import { linesOf } from './keystroke.ts';

const kinds = {
  'one hierarchy': { file: 'long.metrics.yaml', write: longHierarchy },
  'bet after bet': { file: 'many.bet.yaml', write: manyBets },
} as const;

/** The same in files of ten thousand and of a hundred thousand lines. */
export const keystrokeLarge: Part = {
  name: 'keystroke-large',
  title: 'a keystroke in large files of YAML, text to findings in the core',
  run(bench) {
    const rows: Row[] = [];
    const worst = new Map<number, number>();
    for (const lines of [10_000, 100_000]) {
      for (const [name, { file, write }] of Object.entries(kinds)) {
        const text = write(lines);
        const ours = ownTimes(bench, file, text);
        worst.set(lines, Math.max(worst.get(lines) ?? 0, ours.p95));
        rows.push({ what: `${name}, ${linesOf(text).toLocaleString('en')} lines`, times: ours });
        const usual = usualTimes(file, text);
        const ratio = (usual.p50 / ours.p50).toFixed(1);
        rows.push({ what: 'usual libraries, schema only', times: usual, against: `${ratio} × betwright (p50)` });
      }
    }
    const [ten, hundred] = [worst.get(10_000), worst.get(100_000)];
    return {
      rows,
      figures: {
        ...(ten !== undefined && { keystroke10k: ten }),
        ...(hundred !== undefined && { keystroke100k: hundred }),
      },
      notes: ['the figure is that of the slower sort of file'],
    };
  },
};

/** Milliseconds that one sort of file may take all in all. */
const budget = 15_000;

function ownTimes(bench: Bench, file: string, text: string): Times {
  const judge = judgeOf([[file, text]]);
  const broken = judge.workspace.get(file)?.model.broken.length ?? 0;
  if (broken > 0 || judge.workspace.get(file) === undefined) throw new Error(`${file} could not be read`);
  const strokes = typing(text);
  const type = (): number => {
    const typed = strokes.next().value.text;
    return timed(() => {
      judge.set(file, typed);
      judge.update();
      judge.findings(file);
    });
  };
  return timesOf(samplesWithin(budget, bench.runs(200), type));
}

function usualTimes(file: string, text: string): Times {
  const check = usualChecker();
  const strokes = typing(text);
  const type = (): number => {
    const typed = strokes.next().value.text;
    return timed(() => check(file, typed));
  };
  return timesOf(samplesWithin(budget, 3, type));
}

/** At least three, behind one that does not count, and no more once the time is up. */
function samplesWithin(time: number, most: number, sample: () => number): readonly number[] {
  const end = performance.now() + time;
  sample();
  const samples: number[] = [];
  while (samples.length < 3 || (samples.length < most && performance.now() < end)) samples.push(sample());
  return samples;
}
