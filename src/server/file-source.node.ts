import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { readFileName } from '../core/parse/file-name.ts';
import { isSkippedFolder, maxFileSize, type FileSource, type FileText } from './file-source.ts';

/** Reads the disk. Opens regular files only, and follows no link out of the folder. */
export function createDiskSource(): FileSource {
  /** The real paths of the workspace folders. */
  const roots = new Map<string, Promise<string>>();

  function rootOf(folder: string): Promise<string> {
    const known = roots.get(folder);
    if (known) return known;
    const root = realpath(URI.parse(folder).fsPath);
    root.catch(() => roots.delete(folder));
    roots.set(folder, root);
    return root;
  }

  return {
    async list(start, folder, signal) {
      const found: string[] = [];
      const first = URI.parse(start).fsPath;
      const folders = start === folder || (await isRealFolder(first, await rootOf(folder))) ? [first] : [];
      for (let path = folders.pop(); path !== undefined && !signal.aborted; path = folders.pop()) {
        for (const entry of await entriesOf(path)) {
          if (entry.isDirectory()) {
            if (!isSkippedFolder(entry.name)) folders.push(join(path, entry.name));
          } else if (entry.isFile() && readFileName(entry.name) !== undefined) {
            found.push(URI.file(join(path, entry.name)).toString());
          }
        }
      }
      return found;
    },
    async read(uri, folder) {
      try {
        return await readRegularFile(URI.parse(uri).fsPath, await rootOf(folder));
      } catch (error) {
        return { type: isAbsence(error) ? 'gone' : 'unreadable' };
      }
    },
  };
}

/** The workspace folder itself may be a link: that is what the user opened. One in it is not followed. */
async function isRealFolder(path: string, root: string): Promise<boolean> {
  return (await lstat(path)).isDirectory() && isInside(await realpath(path), root);
}

/** Nothing for a folder that is gone or closed to us: the others are still read. Links are no folders and no files here. */
function entriesOf(path: string) {
  return readdir(path, { withFileTypes: true }).catch(() => []);
}

async function readRegularFile(path: string, root: string): Promise<FileText> {
  const status = await lstat(path);
  if (!status.isFile()) return { type: 'gone' };
  if (!isInside(await realpath(path), root)) return { type: 'gone' };
  if (status.size > maxFileSize) return { type: 'tooLarge' };
  // A byte order mark is no part of the text for an editor either.
  return { type: 'text', text: new TextDecoder().decode(await readFile(path)) };
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}
