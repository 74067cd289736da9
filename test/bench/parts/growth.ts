import { median, slope, type CostPoint } from '../measure.ts';
import type { Bench, Part, PartResult, Row } from '../part.ts';
import type { ProcessRun } from '../processes.ts';
import { growthPlot, type PlotLine } from '../report/plot.ts';

/** What every file more costs: CPU time of whole checks, less what a check of one file takes. */
export const growth: Part = {
  name: 'growth',
  title: 'growth: CPU time of whole checks, without that of a check of one file',
  run(bench): PartResult {
    const lines = growthLines(bench);
    const [check] = lines;
    const rows = lines.flatMap(({ name, points }): readonly Row[] =>
      points.map(({ size, cost }) => ({
        what: `${name}, ${size.toLocaleString('en')} files`,
        more: `${(cost / 1000).toFixed(2)} s, ${((cost / size) * 1000).toFixed(0)} µs a file`,
      })),
    );
    const between = (from: number, to: number): number | undefined => {
      const points = check?.points.filter(({ size }) => size === from || size === to) ?? [];
      return points.length === 2 ? slope(points) : undefined;
    };
    const [toLarge, toHuge] = [between(1_000, 10_000), between(10_000, 100_000)];
    return {
      rows,
      figures: {
        ...(toLarge !== undefined && { growthToLarge: toLarge }),
        ...(toHuge !== undefined && { growthToHuge: toHuge }),
      },
      picture: growthPlot(lines),
    };
  },
};

function growthLines(bench: Bench): readonly PlotLine[] {
  const one = bench.checks(1);
  const measured = bench.sizes.map(size => ({ size, runs: bench.checks(size) }));
  const line = (name: string, of: 'check' | 'reading' | 'usual'): PlotLine => ({
    name,
    points: measured
      .filter(({ runs }) => runs[of].length > 0)
      .map(({ size, runs }): CostPoint => ({ size, cost: cpu(runs[of]) - cpu(one[of]) }))
      // On a few files it drowns in what the start-up takes now and then.
      .filter(({ cost }) => cost > 1),
  });
  return [
    line('betwright check', 'check'),
    line('reading only', 'reading'),
    line('usual libraries, schema only', 'usual'),
  ].filter(({ points }) => points.length > 0);
}

function cpu(runs: readonly ProcessRun[]): number {
  return median(runs.map(run => run.cpu));
}
