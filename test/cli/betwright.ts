import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The bundle that users run. */
export const program = join(root, 'dist/cli.js');
export const examples = join(root, 'examples');

/** The day for which the examples were written. */
export const onExampleDay = ['--today', '2026-11-22'] as const;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end, without anything in the environment that chooses colours. */
export function betwright(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Outcome {
  assert.ok(existsSync(program), 'dist/cli.js is missing: npm run build');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...bareEnvironment(), ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Nothing that chooses colours, and nowhere to remember what was found. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const left = ['NO_COLOR', 'FORCE_COLOR', 'HOME', 'XDG_CACHE_HOME', 'LOCALAPPDATA'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.includes(name)));
}

export interface FoundInJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly artifact: string | null;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

export interface CheckJson {
  readonly version: number;
  readonly today: string;
  readonly files: number;
  readonly artifacts: number;
  readonly findings: readonly FoundInJson[];
}

/** `check --format json`, read. */
export function checked(folder: string, ...args: readonly string[]): CheckJson {
  return JSON.parse(betwright(['check', '--format', 'json', ...onExampleDay, ...args], folder).stdout) as CheckJson;
}

/** `rule file:line` of each finding, lines from 1 as people count them. */
export function places({ findings }: CheckJson): readonly string[] {
  return findings.map(({ rule, file, range }) => `${rule} ${file}:${String(range.start.line + 1)}`);
}

const folders: string[] = [];

/** A folder of its own with these files in it; gone when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'betwright-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A bet in which nothing is wrong. */
export const soundBet = `kind: bet
id: BET-001
title: Saved carts
owner: Maria Lind
status: proposed
hypothesis:
  believe: keeping carts over night
  audience: people who come back the next day
  outcome: more of them buy
  because: nobody likes to fill a cart twice
`;

/** The same with one warning: nobody owns it. */
export const ownerlessBet = soundBet.replace('owner: Maria Lind\n', '');

/** The same with one error: it says nothing. */
export const aimlessBet = soundBet.replace(/hypothesis:[^]*/, '');
