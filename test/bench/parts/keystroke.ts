import { corpusFiles } from '../corpus/corpus.ts';
import type { CorpusFile } from '../corpus/planted.ts';
import { judgeOf } from '../judges.ts';
import { inTurn, percentile, timed, timesOf } from '../measure.ts';
import type { Bench, Part, Row } from '../part.ts';
import { typing, type Keystroke } from '../typing.ts';
import { usualChecker } from '../usual/here.ts';

/** A letter more or less in a bet, in a workspace of a thousand files: until its findings are known. */
export const keystroke: Part = {
  name: 'keystroke',
  title: 'a keystroke in up to 200 lines, text to findings in the core',
  run(bench) {
    const measured = longestBets().map(file => keystrokesIn(bench, file));
    return {
      rows: measured.flatMap(({ rows }) => rows),
      figures: { keystroke: Math.max(...measured.map(({ p95 }) => p95)) },
      notes: ['the figure is that of the slower notation'],
    };
  },
};

/** The longest bet of up to 200 lines in each notation. */
export function longestBets(): readonly CorpusFile[] {
  const bets = [...corpusFiles(200)].filter(([file, text]) => file.startsWith('team') && linesOf(text) <= 200);
  return ['.bet.yaml', '.bet.md'].flatMap(ending =>
    bets
      .filter(([file]) => file.endsWith(ending))
      .sort(([, a], [, b]) => linesOf(b) - linesOf(a))
      .slice(0, 1),
  );
}

export function linesOf(text: string): number {
  return text.split('\n').length - 1;
}

function keystrokesIn(bench: Bench, [file, text]: CorpusFile): { readonly rows: readonly Row[]; readonly p95: number } {
  const judge = judgeOf(corpusFiles(1_000));
  const usual = usualChecker();
  const [ours, theirs] = [typing(text), typing(text)];
  const next = (strokes: Generator<Keystroke, never>): string => strokes.next().value.text;
  const type = (): number => {
    const typed = next(ours);
    return timed(() => {
      judge.set(file, typed);
      judge.update();
      judge.findings(file);
    });
  };
  const check = (): number => {
    const typed = next(theirs);
    return timed(() => usual(file, typed));
  };
  for (let run = 0; run < 200; run++) type();
  for (let run = 0; run < 20; run++) check();
  const samples = inTurn({ ours: bench.runs(1200), usual: bench.runs(120) }, { ours: type, usual: check });
  const name = file.endsWith('.md') ? 'Markdown' : 'YAML';
  const times = timesOf(samples.ours);
  const ratio = timesOf(samples.usual).p95 / times.p95;
  return {
    rows: [
      { what: `${name}, ${linesOf(text)} lines`, times },
      {
        what: `${name}, usual libraries, schema only`,
        times: timesOf(samples.usual),
        against: `${ratio.toFixed(1)} × betwright (p95)`,
      },
    ],
    p95: percentile(samples.ours, 0.95),
  };
}
