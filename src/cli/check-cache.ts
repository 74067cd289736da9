import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { innermost } from '../core/workspace/names.ts';
import { readResult, writtenResult, type CheckResult } from './cached-result.ts';
import type { FilePath, SourceFile } from './discover.ts';

/** Remembers what a check found, for the next one that would look at the very same files. A cache that can't be used is none: it never fails. */
export interface CheckCache {
  /** What was found, where nothing has changed since that it depends on. */
  recall(): CheckResult | undefined;
  /** `tables` are the CSV files that were looked for, there or not. */
  remember(result: CheckResult, tables: readonly string[]): void;
}

/** What a result depends on. */
export interface CheckSubject {
  readonly sources: readonly SourceFile[];
  /** The folders out of which no path leads. */
  readonly roots: readonly string[];
  /** What tells this check from others: where and what is checked. */
  readonly place: readonly string[];
  /** What else decides its result: program, day, settings. */
  readonly conditions: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The folder in which programs keep what they can make again; undefined where the system names none. */
export function usualCacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const home = env['HOME'] ?? '';
  const candidates =
    platform === 'win32'
      ? [env['LOCALAPPDATA'] ?? '']
      : [
          env['XDG_CACHE_HOME'] ?? '',
          home === '' ? '' : join(home, platform === 'darwin' ? 'Library/Caches' : '.cache'),
        ];
  const folder = candidates.find(isAbsolute);
  return folder === undefined ? undefined : join(folder, 'betwright');
}

const format = 1;
/** Beyond this the cache is not read: nobody waits less for it. In bytes. */
const largest = 64_000_000;
/** So many checks are remembered; the oldest go first. */
const mostEntries = 32;

interface Entry {
  readonly format: number;
  readonly conditions: readonly string[];
  readonly sources: string;
  readonly tables: readonly string[];
  readonly tablesState: string;
  /** Of the result's text, so that what was cut off or damaged is not taken for it. */
  readonly digest: string;
}

export function openCheckCache(folder: string, subject: CheckSubject): CheckCache {
  const { sources, roots, place, conditions, now } = subject;
  const file = join(folder, `check-${digestOf(place.join('\0'))}.json`);
  const before = stateOf(sources);
  const tableState = (tables: readonly string[]): State =>
    stateOf(
      tables.map(name => ({ name, path: resolve(name) })),
      'mayBeMissing',
    );

  function isValid(entry: Entry, text: string): boolean {
    return (
      entry.format === format &&
      JSON.stringify(entry.conditions) === JSON.stringify(conditions) &&
      entry.sources === before.digest &&
      entry.digest === digestOf(text) &&
      entry.tables.every(name => innermost(name, roots) !== undefined) &&
      entry.tablesState === tableState(entry.tables).digest
    );
  }

  return {
    recall: () =>
      attempt(() => {
        const stats = statSync(file);
        if (!stats.isFile() || stats.size > largest) return undefined;
        const [head = '', ...rest] = readFileSync(file, 'utf8').split('\n');
        const text = rest.join('\n');
        if (!isValid(JSON.parse(head) as Entry, text)) return undefined;
        return readResult(JSON.parse(text), new Set(sources.map(({ name }) => name)));
      }),
    remember(result, tables) {
      attempt(() => {
        const tablesNow = tableState(tables);
        // Who writes a file twice within one tick of its clock leaves no trace of the second time.
        if (!isSettled(before, now) || !isSettled(tablesNow, now)) return;
        const text = JSON.stringify(writtenResult(result));
        const entry: Entry = {
          format,
          conditions,
          sources: before.digest,
          tables,
          tablesState: tablesNow.digest,
          digest: digestOf(text),
        };
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const unfinished = `${file}.${randomUUID()}.tmp`;
        writeFileSync(unfinished, `${JSON.stringify(entry)}\n${text}`, { flag: 'wx', mode: 0o600 });
        renameSync(unfinished, file);
        tidy(folder);
      });
    },
  };
}

/** What the system says of files, as one word, and when the last of them changed. */
interface State {
  readonly digest: string;
  /** Nanoseconds since 1970; undefined where one could not be looked at. */
  readonly latest: bigint | undefined;
}

function stateOf(
  files: readonly { readonly name: string; readonly path: FilePath }[],
  missing?: 'mayBeMissing',
): State {
  const hash = createHash('sha256');
  let latest: bigint | undefined = 0n;
  for (const { name, path } of files) {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats?.isFile() !== true) {
      if (stats !== undefined || missing === undefined) latest = undefined;
      hash.update(`${name}\0none\n`);
      continue;
    }
    const { dev, ino, size, mtimeNs, ctimeNs } = stats;
    // The time of the last change of any kind can't be set back, as that of the content can.
    hash.update(`${name}\0${[dev, ino, size, mtimeNs, ctimeNs].join(' ')}\n`);
    for (const time of [mtimeNs, ctimeNs]) {
      const known = time + (time % second === 0n ? 2n * second : tick);
      if (latest !== undefined && known > latest) latest = known;
    }
  }
  return { digest: hash.digest('hex'), latest };
}

const second = 1_000_000_000n;
/** The clock of files may go no finer than this; where it shows whole seconds, it may be off by two. */
const tick = 20_000_000n;

function isSettled({ latest }: State, now: number): boolean {
  return latest !== undefined && latest < BigInt(Math.floor(now)) * 1_000_000n;
}

function tidy(folder: string): void {
  const entries = readdirSync(folder)
    .filter(name => /^check-[0-9a-f]+\.json(?:\.[0-9a-f-]+\.tmp)?$/.test(name))
    .map(name => ({ path: join(folder, name), isUnfinished: name.endsWith('.tmp'), time: 0 }))
    .map(entry => ({ ...entry, time: statSync(entry.path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  const dayAgo = Date.now() - 86_400_000;
  for (const [index, { path, isUnfinished, time }] of entries.entries())
    if (isUnfinished ? time < dayAgo : index >= mostEntries) rmSync(path, { force: true });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
