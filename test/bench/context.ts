import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';
import { runChecks, type CheckRuns } from './checks.ts';
import { betFiles, corpusFiles } from './corpus/corpus.ts';
import { writeCorpus, type CorpusOnDisk } from './corpus/disk.ts';
import type { Options } from './options.ts';
import type { Bench } from './part.ts';
import type { InstalledPeers } from './peers/install.ts';

/** What the parts share; each corpus is written, and checked, when the first part asks for it. */
export function createBench({ sizes, runs, isQuick }: Options, peers: InstalledPeers | undefined): Bench {
  const home = scratchFolder('bw-bench-');
  const corpora = new Map<number, CorpusOnDisk>();
  const checks = new Map<number, CheckRuns>();
  const bench: Bench = {
    sizes,
    peers,
    runs: usual => runs ?? (isQuick ? Math.min(usual, Math.max(3, Math.ceil(usual / 10))) : usual),
    corpus: size => remembered(corpora, size, () => writeCorpus(join(home, `corpus-${size}`), filesOf(size))),
    checks: size =>
      remembered(checks, size, () => {
        const usually = usualCounts.find(({ upTo }) => size <= upTo) ?? onlyOne;
        const counts = { check: bench.runs(usually.check), usual: Math.min(usually.usual, bench.runs(3)) };
        return runChecks(bench.corpus(size), counts, join(home, 'findings.json'));
      }),
    scratch(name) {
      const folder = join(home, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
  };
  return bench;
}

/** Fewer runs of what takes long, so that all of it takes minutes. */
const onlyOne = { check: 1, usual: 0 };
const usualCounts = [
  { upTo: 1_000, check: 9, usual: 3 },
  { upTo: 10_000, check: 4, usual: 1 },
];

/** Too few for a defect to stand among them: bets alone. */
function filesOf(size: number): ReturnType<typeof corpusFiles> | ReturnType<typeof betFiles> {
  return size < 20 ? betFiles(size) : corpusFiles(size);
}

function remembered<Value>(known: Map<number, Value>, size: number, make: () => Value): Value {
  const value = known.get(size) ?? make();
  known.set(size, value);
  return value;
}
