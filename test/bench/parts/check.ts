import { ratioOfPairs, timesOf, type Times } from '../measure.ts';
import type { Part, PartResult, Row } from '../part.ts';
import type { ProcessRun } from '../processes.ts';
import type { Figures } from '../goals.ts';
import type { CheckRuns } from '../checks.ts';

/** `check` of a thousand files, beside reading them and beside the checker made of the usual libraries. */
export const checkSmall = checkPart('check-small', 1_000, against => ({ checkSmall: against.reading }));

export const checkLarge = checkPart('check-large', 10_000, ({ reading, filesPerSecond }) => ({
  checkLarge: reading,
  checkLargeSpeed: filesPerSecond,
}));

interface Compared {
  readonly filesPerSecond: number;
  readonly reading: number;
}

function checkPart(name: string, size: number, figuresOf: (compared: Compared) => Figures): Part {
  return {
    name,
    title: `check of ${size.toLocaleString('en')} files, whole processes in turn`,
    run(bench): PartResult {
      if (!bench.sizes.includes(size)) return { rows: [], notes: [`not asked for: \`--sizes\` has no ${size}`] };
      const runs = bench.checks(size);
      const { rows, compared } = compare(runs);
      return { rows, figures: figuresOf(compared), notes: ['every planted defect was found, and nothing else'] };
    },
  };
}

function compare({ files, check, reading, usual }: CheckRuns): { rows: readonly Row[]; compared: Compared } {
  const times = { check: wallTimes(check), reading: wallTimes(reading), usual: wallTimes(usual) };
  const compared = {
    filesPerSecond: (files / times.check.p50) * 1000,
    reading: ratioOfPairs(walls(check), walls(reading)),
  };
  const most = Math.max(...check.map(({ memory }) => memory)) / 2 ** 20;
  const rows: Row[] = [
    { what: 'reading them only', times: times.reading },
    {
      what: 'betwright check',
      times: times.check,
      against: `${compared.reading.toFixed(1)} × reading`,
      more: `${compared.filesPerSecond.toFixed(0)} files/s, ${most.toFixed(0)} MiB`,
    },
  ];
  if (usual.length > 0) {
    const ratio = ratioOfPairs(walls(usual), walls(check));
    rows.push({
      what: 'usual libraries, schema only',
      times: times.usual,
      against: `${ratio.toFixed(1)} × betwright`,
      more: `${(Math.max(...usual.map(({ memory }) => memory)) / 2 ** 20).toFixed(0)} MiB`,
    });
  }
  return { rows, compared };
}

function walls(runs: readonly ProcessRun[]): readonly number[] {
  return runs.map(({ wall }) => wall);
}

function wallTimes(runs: readonly ProcessRun[]): Times {
  return timesOf(walls(runs));
}
