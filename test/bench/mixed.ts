import type { Judge } from '../../src/core/service.ts';
import { plantedIn } from './corpus/corpus.ts';
import { copyOf, originals } from './corpus/planted.ts';

/** So many copies of all documents with expectations, each with ids of its own, so that no copy speaks of another. The same on every run. */
export function mixedCorpus(copies: number): ReadonlyMap<string, string> {
  const numbers = Array.from({ length: copies }, (_, index) => index + 1);
  return new Map(numbers.flatMap(copy => originals.map(original => copyOf(original, copy))));
}

/** What is found though nobody planted it, and what was planted and is not found: a line each. Both are empty where all is well. */
export function wrongFindings(judge: Judge, files: ReadonlyMap<string, string>): WrongFindings {
  const [extra, missed]: [string[], string[]] = [[], []];
  let planted = 0;
  for (const [file, text] of files) {
    const line = (rule: string, severity: string, start: number, end: number): string =>
      `${file} ${severity} ${rule} ${start}-${end}`;
    const found = judge.findings(file).map(({ rule, severity, span }) => line(rule, severity, span.start, span.end));
    const wanted = plantedIn(file, text).map(({ rule, severity, start, end }) => line(rule, severity, start, end));
    planted += wanted.length;
    const [isFound, isWanted] = [new Set(found), new Set(wanted)];
    extra.push(...found.filter(each => !isWanted.has(each)));
    missed.push(...wanted.filter(each => !isFound.has(each)));
  }
  return { extra, missed, planted };
}

export interface WrongFindings {
  readonly extra: readonly string[];
  readonly missed: readonly string[];
  /** How many there are to be found. */
  readonly planted: number;
}

/** Something that happens to one file of the first copy. */
export interface SortOfChange {
  readonly what: string;
  readonly file: string;
  readonly change: (text: string) => string;
}

/** Changes that touch more or less of what others say. */
export const changes: readonly SortOfChange[] = [
  change('a comment in a bet', 'complete/building.bet.yaml', text => `# typed\n${text}`),
  change('the title of a bet', 'complete/building.bet.yaml', text => text.replace(/^title: /m, 'title: New ')),
  change('a metric’s value in a bet', 'complete/building.bet.yaml', text => text.replace(/current: \d+/, 'current: 1')),
  change('a hierarchy of its own', 'complete/hierarchy.metrics.yaml', text => text.replace(/target: \d+/, 'target: 1')),
  change('a rollout', 'complete/rollout.rollout.yaml', text => text.replace('duration:', 'x-duration:')),
  change('a launch', 'complete/launch.launch.yaml', text => text.replace('tier:', 'x-tier:')),
  change('a retro', 'complete/retro.retro.yaml', text => text.replace('held:', 'scheduled:')),
  change('a bet that another continues', 'bet/iteration-same-hypothesis-before.bet.yaml', text =>
    text.replace(/^title: /m, 'title: New '),
  ),
  change('the id that another refers to', 'bet/iteration-same-hypothesis-before.bet.yaml', text =>
    text.replace(/^id: .*$/m, 'id: BET-NEW-2'),
  ),
  change('the id of a bet', 'complete/building.bet.yaml', text => text.replace(/^id: .*$/m, 'id: BET-NEW-1')),
  change('a bet that is P0 now', 'complete/building.bet.yaml', text => text.replace(/^priority: .*$/m, 'priority: P0')),
];

function change(what: string, file: string, edit: (text: string) => string): SortOfChange {
  return { what, file: `copy-0001/${file}`, change: edit };
}

/** How many files are judged again after the change; it is taken back afterwards. */
export function rejudgedAfter(judge: Judge, files: ReadonlyMap<string, string>, sort: SortOfChange): number {
  const text = files.get(sort.file);
  if (text === undefined) throw new Error(`no ${sort.file}`);
  const changed = sort.change(text);
  if (changed === text) throw new Error(`nothing changes in ${sort.file}: ${sort.what}`);
  judge.set(sort.file, changed);
  const count = judge.pending().length;
  judge.update();
  judge.set(sort.file, text);
  judge.update();
  return count;
}
