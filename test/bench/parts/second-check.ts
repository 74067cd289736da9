import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkArguments } from '../checks.ts';
import { inTurn, ratioOfPairs, timesOf } from '../measure.ts';
import type { Bench, Part, PartResult } from '../part.ts';
import { commandLine, runNode } from '../processes.ts';

const option = '--cache-dir';

/** The same check again, when nothing has changed. */
export const secondCheck: Part = {
  name: 'second-check',
  title: 'a second check of files that have not changed',
  run(bench): PartResult {
    if (!isBuilt()) return { rows: [], notes: [`not built: \`betwright check\` knows no \`${option}\``] };
    const size = Math.max(...bench.sizes.filter(each => each <= 10_000));
    const ratios = compare(bench, size);
    return { ...ratios, figures: size === 10_000 ? { secondCheck: ratios.ratio } : {} };
  },
};

function isBuilt(): boolean {
  return spawnSync(process.execPath, [commandLine, 'check', '--help'], { encoding: 'utf8' }).stdout.includes(option);
}

function compare(bench: Bench, size: number): PartResult & { readonly ratio: number } {
  const { folder } = bench.corpus(size);
  const scratch = bench.scratch('cache');
  const cache = join(scratch, 'cache');
  const check = (output: string): number =>
    runNode(checkArguments(option, cache), { cwd: folder, output: join(scratch, output) }).wall;
  const runs = bench.runs(size >= 10_000 ? 5 : 9);
  const samples = inTurn(
    { first: runs, second: runs },
    {
      first() {
        rmSync(cache, { recursive: true, force: true });
        return check('first.json');
      },
      second() {
        const time = check('second.json');
        if (readFileSync(join(scratch, 'first.json'), 'utf8') !== readFileSync(join(scratch, 'second.json'), 'utf8'))
          throw new Error('the second check says something else than the first');
        return time;
      },
    },
  );
  const ratio = ratioOfPairs(samples.second, samples.first);
  const files = `${size.toLocaleString('en')} files`;
  return {
    rows: [
      { what: `the first, ${files}`, times: timesOf(samples.first) },
      { what: `the second, ${files}`, times: timesOf(samples.second), against: `${ratio.toFixed(2)} × the first` },
    ],
    notes: ['both print the same'],
    ratio,
  };
}
