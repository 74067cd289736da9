import { corpusFiles } from '../corpus/corpus.ts';
import { judgeOf } from '../judges.ts';
import type { Bench, Part, Row } from '../part.ts';
import { usualChecker } from '../usual/here.ts';

/** What an editor's server keeps of a workspace, and the most that the command line takes. */
export const memory: Part = {
  name: 'memory',
  title: 'memory',
  run(bench) {
    const rows: Row[] = [];
    let heap: number | undefined;
    for (const size of bench.sizes.filter(each => each <= 10_000)) {
      const kept = keptBy(() => judgeOf(corpusFiles(size)));
      heap = (kept.heap / size / 1e6) * 1000;
      rows.push({
        what: `index of ${size.toLocaleString('en')} files`,
        more: `${megabytes(kept.heap)} heap, ${megabytes(kept.external)} outside it: ${heap.toFixed(2)} MB per 1,000`,
      });
    }
    const size = bench.sizes.find(each => each >= 1_000) ?? 0;
    if (size === 1_000) rows.push(usualRow(size));
    const most = bench.sizes.includes(10_000) ? mostMemory(bench, 10_000) : undefined;
    if (most !== undefined)
      rows.push({ what: 'betwright check, 10,000 files', more: `${most.toFixed(0)} MiB at most` });
    return {
      rows,
      figures: {
        ...(heap !== undefined && bench.sizes.some(each => each >= 1_000) && { heap }),
        ...(most !== undefined && { commandLineMemory: most }),
      },
    };
  },
};

function usualRow(size: number): Row {
  const check = usualChecker();
  const kept = keptBy(() => [...corpusFiles(size)].map(([file, text]) => check(file, text)));
  return { what: 'trees of the usual libraries', more: `${megabytes((kept.heap / size) * 1000)} per 1,000` };
}

interface Kept {
  readonly heap: number;
  readonly external: number;
}

/** Bytes that are still taken when what was made is all that is left. */
function keptBy(make: () => unknown): Kept {
  const before = used();
  const made = make();
  const after = used();
  // Up to here somebody needs it.
  if (made === undefined) throw new Error('nothing was made');
  return { heap: after.heap - before.heap, external: after.external - before.external };
}

function used(): Kept {
  if (globalThis.gc === undefined) throw new Error('start Node with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, external };
}

function mostMemory(bench: Bench, size: number): number {
  return Math.max(...bench.checks(size).check.map(({ memory: bytes }) => bytes)) / 2 ** 20;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
