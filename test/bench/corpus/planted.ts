import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file and its text. */
export type CorpusFile = readonly [file: string, text: string];

const folder = join(import.meta.dirname, '../../fixtures/rules');

/** Documents of every kind, as many in YAML as in Markdown, with one defect each or none: what is to be found stands at their end. */
export const originals: readonly CorpusFile[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.[a-z]+\.(?:yaml|md)$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))
  .sort()
  .map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]);

const ids = /\b([A-Z]{2,4})-(\d{1,4})\b(?!-)/g;

/** One copy of a document, with ids of its own, so that no copy speaks of another. The number begins at 1. */
export function copyOf([file, text]: CorpusFile, copy: number): CorpusFile {
  const mark = String(copy).padStart(4, '0');
  return [`copy-${mark}/${file}`, text.replace(ids, `$1-$2${mark}`)];
}

/**
 * The documents in groups that speak of each other: what is to be found in one is found only where all its group is.
 * The open P0 bets, which are counted together, come first.
 */
export function groupsOfOriginals(): readonly (readonly CorpusFile[])[] {
  const groups: CorpusFile[][] = [];
  const groupOf = new Map<string, CorpusFile[]>();
  for (const original of originals) {
    const names = [...original[1].matchAll(ids)].map(([id]) => id);
    if (isP0(original)) names.push('P0');
    const known = new Set(names.map(name => groupOf.get(name)).filter(group => group !== undefined));
    const group: CorpusFile[] = [...[...known].flat(), original];
    for (const old of known) groups.splice(groups.indexOf(old), 1);
    groups.push(group);
    for (const [, text] of group) for (const [id] of text.matchAll(ids)) groupOf.set(id, group);
    if (group.some(isP0)) groupOf.set('P0', group);
  }
  return groups.sort((a, b) => Number(b.some(isP0)) - Number(a.some(isP0)));
}

function isP0([, text]: CorpusFile): boolean {
  return /^(?:priority: |\*\*Priority:\*\* )P0/m.test(text);
}
