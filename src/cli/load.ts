import { setImmediate } from 'node:timers/promises';
import { localDay } from '../core/model/values/local-day.ts';
import { createJudge, type Judge } from '../core/service.ts';
import type { Common } from './command-line.ts';
import type { FilePath, Unreadable } from './discover.ts';
import { createProgress, type Progress } from './progress.ts';
import { createTableReader } from './read-table.ts';
import { createTextReader } from './read-text.ts';
import { reasonOf } from './reason.ts';
import type { Scope } from './scope.ts';
import { surveyOf, type Survey } from './survey.ts';
import { createTexts, type Texts } from './texts.ts';

/** The workspace of a command, read and judged. */
export interface Loaded extends Texts {
  readonly judge: Judge;
  /** Files that are ours and were asked for, in order. */
  readonly files: readonly string[];
  /** Configurations of teams that were asked for, in order. */
  readonly configurations: readonly string[];
  /** What was asked for and can't be read. */
  readonly unreadable: readonly Unreadable[];
  /** CSV files that were looked for, there or not. */
  readonly tables: readonly string[];
}

/** Files between two looks at the clock and at Ctrl-C. */
const batch = 16;

/** Reads everything in scope and judges it. What can't be read is told, and the rest is judged all the same. */
export async function load(scope: Scope, common: Common, survey: Survey = surveyOf(scope)): Promise<Loaded> {
  const progress = createProgress(process.stderr, () => performance.now());
  const interrupted = (): void => {
    progress.clear();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    return await loadAll(scope, common, survey, progress);
  } finally {
    progress.clear();
    process.off('SIGINT', interrupted);
  }
}

async function loadAll(scope: Scope, common: Common, survey: Survey, progress: Progress): Promise<Loaded> {
  const readText = createTextReader();
  const paths = new Map<string, FilePath>();
  const settings = {
    today: common.today ?? localDay(new Date()),
    mode: common.mode ?? 'scaling',
    severities: {},
    folders: scope.roots.map(({ name }) => name),
  };
  // What is asked for once more is read once more: the texts of thousands of files need not be kept.
  const { textOf, linesOf } = createTexts(readText, file => paths.get(file));
  const judge = createJudge(settings, file => () => textOf(file));
  const { sources } = survey;
  const unreadable = [...survey.unreadable];
  await inBatches(sources, 'Reading', progress, ({ name, path }) => {
    try {
      paths.set(name, path);
      judge.set(name, readText(path));
      // While its model is at hand. What it asked of files that are still to come makes it wait to be judged again.
      if (judge.isOurs(name)) judge.update([name]);
      else paths.delete(name);
    } catch (error) {
      if (scope.isAskedFor(name)) unreadable.push({ name, reason: reasonOf(error) });
    }
  });
  const readTable = createTableReader(scope.roots, readText);
  const tables = judge.wantedTables();
  await inBatches(tables, 'Reading', progress, table => {
    judge.set(table, readTable(table));
  });
  await inBatches(judge.pending(), 'Judging', progress, file => void judge.update([file]));
  return {
    judge,
    files: judge.workspace.files().filter(file => scope.isAskedFor(file)),
    configurations: judge.configurations().filter(file => scope.isAskedFor(file)),
    unreadable,
    tables,
    linesOf,
    textOf,
  };
}

async function inBatches<Item>(
  items: readonly Item[],
  what: string,
  progress: Progress,
  work: (item: Item) => void,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index % batch === 0 && index > 0) {
      progress.show(what, index, items.length);
      await setImmediate();
    }
    work(item);
  }
}
