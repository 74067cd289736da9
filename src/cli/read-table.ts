import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { innermost } from '../core/workspace/names.ts';
import type { SourceFile } from './discover.ts';
import type { ReadText } from './read-text.ts';

/**
 * Reads the CSV files that histories name. Undefined where there is none, where it can't be read, and where a link on the way
 * leads out of its folder: all of that is told in the same words.
 */
export function createTableReader(
  roots: readonly SourceFile[],
  readText: ReadText,
): (table: string) => string | undefined {
  const folders = roots.map(({ name }) => name);
  return table => {
    const root = innermost(table, folders);
    if (root === undefined) return undefined;
    try {
      const path = resolve(table);
      if (!isInside(realpathSync(path), realpathSync(resolve(root)))) return undefined;
      return readText(path);
    } catch {
      return undefined;
    }
  };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
