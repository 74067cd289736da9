import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { readFileName } from '../core/parse/file-name.ts';
import { teamConfigName } from '../core/workspace/team-config.ts';
import { reasonOf } from './reason.ts';

/** A file that may hold artifacts. */
export interface SourceFile {
  /** What it is called everywhere: relative to the working directory, with forward slashes. */
  readonly name: string;
  /** What the system calls it; bytes where the name is no UTF-8. */
  readonly path: FilePath;
}

export type FilePath = string | Buffer;

/** Something that was asked for and can't be read. */
export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

export interface Discovery {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly Unreadable[];
}

/** Folders that hold what others made, or what was built: not searched unless they are named. */
const skippedFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', 'dist', 'out']);

/**
 * The regular files below a folder whose ending is one of ours. Links are not followed: what they lead to inside the folder is found
 * where it stands, what is outside stays outside, and there is no loop to end (FAULTS P1, P3, P5).
 */
export function discover(folder: SourceFile): Discovery {
  const files: SourceFile[] = [];
  const unreadable: Unreadable[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { entries, error } = entriesOf(next.path);
    if (error !== undefined) unreadable.push({ name: next.name === '' ? '.' : next.name, reason: reasonOf(error) });
    for (const entry of entries) {
      const child = childOf(next, entry);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(child.base)) waiting.push(child);
      } else if (entry.isFile() && readFileName(child.base) !== undefined) files.push(child);
    }
  }
  return { files, unreadable };
}

/** The configurations in the folders above one that is searched, as far as the working directory: they hold for it too. */
export function configurationsAbove(folder: SourceFile): readonly SourceFile[] {
  if (folder.name === '' || folder.name.startsWith('../') || folder.name === '..' || isAbsolute(folder.name)) return [];
  const names = folder.name.split('/');
  return names.flatMap((_, depth) => {
    const name = [...names.slice(0, depth), teamConfigName].join('/');
    const path = resolve(name);
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? [{ name, path }] : [];
  });
}

type Entry = Dirent | Dirent<Buffer>;

function entriesOf(path: FilePath): { readonly entries: readonly Entry[]; readonly error?: unknown } {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    // A name that is no UTF-8 can only be opened by its bytes.
    const isLossy = Buffer.isBuffer(path) || entries.some(entry => entry.name.includes('\ufffd'));
    return { entries: isLossy ? readdirSync(path, { withFileTypes: true, encoding: 'buffer' }) : entries };
  } catch (error) {
    return { entries: [], error };
  }
}

function childOf(folder: SourceFile, entry: Entry): SourceFile & { readonly base: string } {
  const base = typeof entry.name === 'string' ? entry.name : nameOf(entry.name);
  const name = folder.name === '' ? base : `${folder.name}/${base}`;
  if (typeof entry.name === 'string' && typeof folder.path === 'string')
    return { base, name, path: join(folder.path, entry.name) };
  return { base, name, path: Buffer.concat([Buffer.from(folder.path), Buffer.from(sep), Buffer.from(entry.name)]) };
}

/** Bytes as text; those that are no UTF-8 are written out, so that two such names stay two. */
function nameOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd')
    ? bytes.toString('latin1').replace(/[\x80-\xff]/g, byte => `\\x${byte.charCodeAt(0).toString(16)}`)
    : text;
}
