import { folderPrefix, nameBelow } from './names.ts';

/** A folder whose Markdown is ours for its headings alone (SPEC 1): the names on the way to it; none for the folder itself. */
export type IncludedFolder = readonly string[];

/** Reads one entry of `include`, or says what is wrong with it. */
export function readIncluded(entry: unknown): IncludedFolder | { readonly problem: string } {
  if (typeof entry !== 'string') return { problem: 'is no text: write the path of a folder, such as docs/bets.' };
  const path = entry.trim().replace(/(?:(?:^|\/)\*\*)?\/?$/, '');
  if (entry.trim() === '') return { problem: 'is empty: write the path of a folder, such as docs/bets.' };
  if (path.length > 1_000) return { problem: 'is longer than any path.' };
  if (/^(?:[/\\~]|[a-z][a-z0-9+.-]*:)/i.test(entry.trim()))
    return { problem: 'is absolute: write the path from this folder on, such as docs/bets.' };
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\0-\x1f\x7f\\]/.test(path))
    return { problem: 'holds a character that no path here has: divide folders by "/".' };
  if (/[*?{}]|^!/.test(path))
    return { problem: 'is a pattern: write the path of a folder; everything below it is meant.' };
  const names = path.split('/').filter(name => name !== '' && name !== '.');
  if (names.includes('..')) return { problem: 'leads out: only folders below this one can be included.' };
  return names;
}

/** Entries beyond these are not looked at. */
export const maxIncluded = 200;

/** With which names begin the files in the included folders, those being looked for in each of these folders. */
export function includedPrefixes(included: readonly IncludedFolder[], folders: readonly string[]): readonly string[] {
  return folders.flatMap(folder => included.map(names => folderPrefix(nameBelow(folderPrefix(folder), names))));
}
