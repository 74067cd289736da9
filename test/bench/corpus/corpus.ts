import { expectationsIn } from '../../support/expectations.ts';
import { betInMarkdown, hierarchyInMarkdown } from './markdown.ts';
import { copyOf, groupsOfOriginals, originals, type CorpusFile } from './planted.ts';
import { corpusBet, folderOf } from './bet.ts';
import { betInYaml, hierarchyInYaml } from './yaml.ts';

/** The day the corpus is judged on. */
export const corpusDay = '2026-11-22';

/** A defect that was put into the corpus on purpose, and its place as offsets into the file. */
export interface PlantedDefect {
  readonly file: string;
  readonly severity: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A workspace of so many files, the same on every run: nine in ten are bets (some with a hierarchy in a file of its own)
 * of 90 to 190 lines without a defect, half in YAML and half in Markdown; one in ten is a document that has one, or is
 * there for one. From 2,000 files on every rule has its defects in both notations.
 */
export function* corpusFiles(size: number): Generator<CorpusFile> {
  const defects = [...plantedFiles(Math.floor(size / 10))];
  const every = Math.max(1, Math.floor(size / Math.max(1, defects.length)));
  const bets = betFiles(size - defects.length);
  for (let number = 1; number <= size; number++) {
    const planted = number % every === 0 ? defects.shift() : undefined;
    const next = planted ?? bets.next().value ?? defects.shift();
    if (next !== undefined) yield next;
  }
}

/** Bets, and hierarchies they refer to: so many files in which nothing is to be found. */
export function* betFiles(count: number): Generator<CorpusFile, undefined> {
  let written = 0;
  for (let number = 1; written < count; number++) {
    const bet = corpusBet(number);
    const isYaml = number % 4 < 2;
    const [folder, ending] = [folderOf(number), isYaml ? 'yaml' : 'md'];
    // The last file must not be a bet whose hierarchy is missing.
    if (bet.hierarchyId !== undefined && written + 2 > count) continue;
    yield [`${folder}/${bet.id}-${bet.subject}.bet.${ending}`, isYaml ? betInYaml(bet) : betInMarkdown(bet)];
    written++;
    if (bet.hierarchyId === undefined) continue;
    yield [`${folder}/${bet.hierarchyId}.metrics.${ending}`, isYaml ? hierarchyInYaml(bet) : hierarchyInMarkdown(bet)];
    written++;
  }
}

/** Whole groups of documents with defects, one copy after the other, as many as fit. */
function* plantedFiles(most: number): Generator<CorpusFile> {
  const groups = groupsOfOriginals();
  let room = most;
  for (let copy = 1; copy <= Math.ceil(most / originals.length); copy++) {
    for (const group of groups) {
      if (group.length > room) return;
      for (const file of group) yield copyOf(file, copy);
      room -= group.length;
    }
  }
}

/** What must be found in a file, and nothing else. */
export function plantedIn(file: string, text: string): readonly PlantedDefect[] {
  if (!file.startsWith('copy-')) return [];
  return expectationsIn(file, text).map(expectation => ({ file, ...expectation }));
}
