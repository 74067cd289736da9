import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { outHome, root } from '../../scripts/lib/paths.mjs';

/** What a whole process took. */
export interface ProcessRun {
  /** Milliseconds from its start to its end. */
  readonly wall: number;
  /** Milliseconds of all processors. */
  readonly cpu: number;
  /** The most memory it had, in bytes. */
  readonly memory: number;
}

export const commandLine = join(root, 'dist/cli.js');

/** The bundle of a program of the bench, made anew once a run. */
export function programScript(source: string): string {
  const known = bundled.get(source);
  if (known !== undefined) return known;
  const outfile = join(outHome, 'bench/programs', `${basename(source, '.ts')}.cjs`);
  const options = { bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20' } as const;
  buildSync({ ...options, entryPoints: [join(import.meta.dirname, source)], outfile, mainFields: ['module', 'main'] });
  bundled.set(source, outfile);
  return outfile;
}

const bundled = new Map<string, string>();

/**
 * Runs a Node program to its end.
 * @param options.output the file for what it prints; nothing keeps it without
 * @throws when it does not end with 0
 */
export function runNode(
  args: readonly string[],
  { cwd, output }: { readonly cwd: string; readonly output?: string },
): ProcessRun {
  const usageFile = join(outHome, 'bench', `usage-${process.pid}.json`);
  const stdout = output === undefined ? ('ignore' as const) : openSync(output, 'w');
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, ['-r', programScript('programs/usage.ts'), ...args], {
    cwd,
    env: { ...process.env, BETWRIGHT_BENCH_USAGE: usageFile },
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const wall = performance.now() - start;
  if (stdout !== 'ignore') closeSync(stdout);
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${error?.message ?? stderr.slice(0, 2000)}`);
  const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as Omit<ProcessRun, 'wall'>;
  rmSync(usageFile);
  return { wall, ...usage };
}

/**
 * The time of a whole process of any program, without anything in it that measures; its exit code does not matter.
 * @throws when it can't be started, or has not ended after five minutes
 */
export function timeProcess(command: string, args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { error } = spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 300_000 });
  if (error !== undefined) throw error;
  return performance.now() - start;
}
