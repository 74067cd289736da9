import { setImmediate } from 'node:timers/promises';
import { localDay } from '../core/model/values/local-day.ts';
import { createJudge, type Judge } from '../core/service.ts';
import { lineStartsOf, type LineStarts } from '../core/text/lines.ts';
import { teamConfigFolder } from '../core/workspace/team-config.ts';
import type { LinesOf } from '../core/report/computed-json.ts';
import type { Common } from './command-line.ts';
import { configurationsAbove, discover, type FilePath, type SourceFile, type Unreadable } from './discover.ts';
import { createProgress, type Progress } from './progress.ts';
import { createTableReader } from './read-table.ts';
import { createTextReader } from './read-text.ts';
import { reasonOf } from './reason.ts';
import type { Scope } from './scope.ts';

/** The workspace of a command, read and judged. */
export interface Loaded {
  readonly judge: Judge;
  /** Files that are ours and were asked for, in order. */
  readonly files: readonly string[];
  /** Configurations of teams that were asked for, in order. */
  readonly configurations: readonly string[];
  /** What was asked for and can't be read. */
  readonly unreadable: readonly Unreadable[];
  readonly linesOf: LinesOf;
  /** A file's text as it is now. Texts are not kept while thousands of files are judged: the few that are quoted are read again. */
  readonly textOf: (file: string) => string | undefined;
}

/** Files between two looks at the clock and at Ctrl-C. */
const batch = 16;

/** Reads everything in scope and judges it. What can't be read is told, and the rest is judged all the same. */
export async function load(scope: Scope, common: Common): Promise<Loaded> {
  const progress = createProgress(process.stderr, () => performance.now());
  const interrupted = (): void => {
    progress.clear();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    return await loadAll(scope, common, progress);
  } finally {
    progress.clear();
    process.off('SIGINT', interrupted);
  }
}

async function loadAll(scope: Scope, common: Common, progress: Progress): Promise<Loaded> {
  const readText = createTextReader();
  const paths = new Map<string, FilePath>();
  const settings = {
    today: common.today ?? localDay(new Date()),
    mode: common.mode ?? 'scaling',
    severities: {},
    folders: scope.roots.map(({ name }) => name),
  };
  // What is asked for once more is read once more: the texts of thousands of files need not be kept.
  const judge = createJudge(settings, file => () => textOf(file));
  const found = scope.folders.map(discover);
  const sources = inOrder([
    ...found.flatMap(({ files }) => files),
    ...scope.files,
    ...scope.folders.flatMap(configurationsAbove),
  ]);
  const unreadable = [
    ...scope.unreadable,
    ...found.flatMap(discovery => discovery.unreadable).filter(({ name }) => scope.isAskedFor(name)),
  ];
  const lines = new Map<string, LineStarts>();
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
  await inBatches(judge.wantedTables(), 'Reading', progress, table => {
    judge.set(table, readTable(table));
  });
  await inBatches(judge.pending(), 'Judging', progress, file => void judge.update([file]));
  return {
    judge,
    files: judge.workspace.files().filter(file => scope.isAskedFor(file)),
    configurations: judge.configurations().filter(file => scope.isAskedFor(file)),
    unreadable,
    linesOf,
    textOf,
  };

  function textOf(file: string): string | undefined {
    const path = paths.get(file);
    try {
      return path === undefined ? undefined : readText(path);
    } catch {
      // It was there a moment ago.
      return undefined;
    }
  }

  function linesOf(file: string): LineStarts {
    const known = lines.get(file);
    if (known) return known;
    const read = lineStartsOf(textOf(file) ?? '');
    lines.set(file, read);
    return read;
  }

  /** By name, and configurations before all others: they decide how those are read. */
  function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
    const sorted = [...new Map(files.map(file => [file.name, file])).values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    const isConfiguration = ({ name }: SourceFile): boolean => teamConfigFolder(name) !== undefined;
    return [...sorted.filter(isConfiguration), ...sorted.filter(file => !isConfiguration(file))];
  }
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
