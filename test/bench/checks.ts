import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { corpusDay } from './corpus/corpus.ts';
import { proveFound, type CorpusOnDisk, type FindingOnDisk } from './corpus/disk.ts';
import { inTurn } from './measure.ts';
import { commandLine, programScript, runNode, type ProcessRun } from './processes.ts';

/** Whole processes over one corpus, in turn. */
export interface CheckRuns {
  readonly files: number;
  readonly check: readonly ProcessRun[];
  readonly reading: readonly ProcessRun[];
  /** The checker made of the usual libraries; fewer runs, as it takes its time, and none where it would take minutes. */
  readonly usual: readonly ProcessRun[];
}

/** How often each runs. */
export interface CheckCounts {
  readonly check: number;
  readonly usual: number;
}

/**
 * Runs them all in turn. The first check is held against what was planted, and does not count, as it warms the page cache; where there is
 * to be no more than one, it is that one.
 * @param output a file for what is printed
 */
export function runChecks(
  { folder, files, planted }: CorpusOnDisk,
  { check, usual }: CheckCounts,
  output: string,
): CheckRuns {
  const runs = { reading: check, check, usual };
  const checkOnce = (): ProcessRun => runNode(checkArguments(), { cwd: folder, output });
  const first = checkOnce();
  const { findings } = JSON.parse(readFileSync(output, 'utf8')) as { findings: FindingOnDisk[] };
  proveFound(findings, planted);
  const taken = inTurn(runs, {
    reading: () => runNode([programScript('programs/read.ts'), folder], { cwd: folder }),
    check: () => (check === 1 ? first : checkOnce()),
    usual: () => runNode([programScript('usual/main.ts'), join(root, 'schemas'), folder], { cwd: folder }),
  });
  return { files: files.length, ...taken };
}

/** For a check of the working directory, on the day of the corpus. What one run found is told by no other, unless a folder for it is named. */
export function checkArguments(...more: readonly string[]): readonly string[] {
  const day = ['--today', corpusDay];
  const cache = more.includes('--cache-dir') ? [] : ['--no-cache'];
  return [commandLine, 'check', ...day, ...cache, '--format', 'json', '--fail-on', 'never', '--allow-empty', ...more];
}
