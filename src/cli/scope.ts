import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { SourceFile, Unreadable } from './discover.ts';
import { reasonOf } from './reason.ts';

/** What the paths on a command line mean. */
export interface Scope {
  /** Folders that are searched. Their name ends in no slash; the working directory's is empty. */
  readonly folders: readonly SourceFile[];
  /** Files that were named, whatever folder they stand in. */
  readonly files: readonly SourceFile[];
  /** The folders out of which no path in a file leads: the working directory, and beside it what was named elsewhere. */
  readonly roots: readonly SourceFile[];
  /** Whether a file is asked about; the others only answer references. */
  isAskedFor(name: string): boolean;
  readonly unreadable: readonly Unreadable[];
}

/**
 * A folder is a workspace of its own, or together with the other folders that are named. A file is looked at as a part of the working
 * directory, so that its references are looked up there. No path at all is the working directory.
 */
export function scopeOf(paths: readonly string[], workingDirectory: string): Scope {
  const folders: SourceFile[] = [];
  const files: SourceFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const found = lookAt(path, workingDirectory);
    if (found.type === 'folder') folders.push(found.source);
    else if (found.type === 'file') files.push(found.source);
    else unreadable.push({ name: path, reason: found.reason });
  }
  const isInside = (name: string): boolean => folders.some(folder => contains(folder.name, name));
  const named = new Set(files.map(file => file.name));
  const isHomeless = files.some(file => !isInside(file.name) && contains('', file.name));
  const home: SourceFile = { name: '', path: workingDirectory };
  return {
    folders: isHomeless ? [home] : folders,
    files,
    roots: [home, ...[...folders, ...files.map(folderOf)].filter(({ name }) => !contains('', name))],
    isAskedFor: name => named.has(name) || isInside(name),
    unreadable,
  };
}

/** The folder that a named file stands in. */
function folderOf({ name, path }: SourceFile): SourceFile {
  return { name: posix.dirname(name), path: dirname(path.toString()) };
}

type Found =
  | { readonly type: 'folder'; readonly source: SourceFile }
  | { readonly type: 'file'; readonly source: SourceFile }
  | { readonly type: 'nothing'; readonly reason: string };

function lookAt(path: string, workingDirectory: string): Found {
  const full = resolve(workingDirectory, path);
  const name = nameOf(full, workingDirectory);
  try {
    const real = realpathSync(full);
    // A link in a repository comes from whoever wrote the repository: it must not lead out of it.
    if (contains('', name) && !contains('', nameOf(real, realpathSync(workingDirectory))))
      return { type: 'nothing', reason: 'it is a link that leads out of the working directory' };
    return foundBy(lstatSync(real), { name, path: real });
  } catch (error) {
    return { type: 'nothing', reason: reasonOf(error) };
  }
}

function foundBy(stats: Stats, source: SourceFile): Found {
  if (stats.isDirectory()) return { type: 'folder', source };
  return stats.isFile() ? { type: 'file', source } : { type: 'nothing', reason: 'it is neither a file nor a folder' };
}

/** Relative to the working directory, with forward slashes; empty for the working directory itself. */
function nameOf(full: string, workingDirectory: string): string {
  return relative(workingDirectory, full).split(sep).join('/');
}

function contains(folder: string, name: string): boolean {
  if (folder !== '') return name === folder || name.startsWith(`${folder}/`);
  return name !== '..' && !name.startsWith('../') && !isAbsolute(name);
}
