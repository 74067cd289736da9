import type { AnyArtifact } from '../model/artifact.ts';
import type { FileModel } from '../model/file-model.ts';
import type { ReadHistory } from '../model/history.ts';
import { readHistoryTable, type HistoryTable } from '../model/history-table.ts';
import type { TextValue } from '../model/located.ts';
import type { ReadingProblem } from '../model/problem.ts';
import { tiers } from '../model/tiers.ts';
import type { Metric, Metrics } from '../model/types.gen.ts';
import { resolvePath } from './names.ts';

/** The CSV files in which histories of metrics stand: who names them, and what was read in them. */
export interface Tables {
  /** The model with what is known of the tables that it names; it is remembered that this file names them. */
  complete(file: string, model: FileModel): FileModel;
  /** The file is gone, or names none any more. */
  forget(file: string): void;
  /** Takes in the text of a table, or that there is no such file. */
  set(table: string, text: string | undefined): void;
  /** The files that name this table. */
  usersOf(table: string): Iterable<string>;
  /** The tables that a file names. */
  namedIn(file: string): Iterable<string>;
  /** Tables that are named and were never taken in. */
  wanted(): readonly string[];
}

export function isTable(name: string): boolean {
  return /\.csv$/i.test(name);
}

/** @param folders the folders of the workspace, out of which no path leads */
export function createTables(folders: () => readonly string[]): Tables {
  const known = new Map<string, HistoryTable | 'missing'>();
  const users = new Map<string, Set<string>>();
  const named = new Map<string, ReadonlySet<string>>();

  function remember(file: string, tables: ReadonlySet<string>): void {
    for (const table of tables) {
      const files = users.get(table);
      if (files) files.add(file);
      else users.set(table, new Set([file]));
    }
    for (const table of named.get(file) ?? []) {
      if (tables.has(table)) continue;
      const files = users.get(table);
      files?.delete(file);
      if (files?.size !== 0) continue;
      // Nobody follows it any more: what is known of it would grow old.
      users.delete(table);
      known.delete(table);
    }
    if (tables.size > 0) named.set(file, tables);
    else named.delete(file);
  }

  return {
    complete(file, model) {
      const tables = new Set<string>();
      const artifacts = model.artifacts.map(artifact => {
        const problems: ReadingProblem[] = [];
        const completed = withHierarchy(artifact, history => {
          const found = look(history, file, folders(), known);
          if (found.table !== undefined) tables.add(found.table);
          if (found.problem) problems.push(found.problem);
          return found.history;
        });
        return problems.length === 0 ? completed : { ...completed, problems: [...completed.problems, ...problems] };
      });
      remember(file, tables);
      return artifacts.every((artifact, index) => artifact === model.artifacts[index])
        ? model
        : { ...model, artifacts };
    },
    forget(file) {
      remember(file, new Set());
    },
    set(table, text) {
      known.set(table, text === undefined ? 'missing' : readHistoryTable(text));
    },
    usersOf: table => users.get(table) ?? [],
    namedIn: file => named.get(file) ?? [],
    wanted: () => [...users.keys()].filter(table => !known.has(table)).sort(),
  };
}

interface Found {
  readonly history: TextValue;
  readonly table?: string;
  readonly problem?: ReadingProblem;
}

/** What a path leads to. Of what lies outside nothing is said but that it does: whether it exists is nobody's business. */
function look(
  history: TextValue,
  file: string,
  folders: readonly string[],
  known: ReadonlyMap<string, HistoryTable | 'missing'>,
): Found {
  const { span } = history;
  const table = resolvePath(file, history.text, folders);
  if (table === undefined) return { history, problem: { code: 'missing', message: outside, span } };
  if (!isTable(table)) return { history, problem: { code: 'unreadable', message: noTable, span } };
  const found = known.get(table);
  if (found === undefined) return { history, table };
  if (found === 'missing') {
    const message = `There is no readable CSV file "${shorten(history.text)}" in this workspace folder. Correct the path, which counts from this file on, or add the file.`;
    return { history, table, problem: { code: 'missing', message, span } };
  }
  const { last, trend, problem } = found;
  const completed: ReadHistory = {
    ...history,
    trend,
    ...(last && { current: { span, ...(history.key && { key: history.key }), type: 'quantity', ...last } }),
  };
  if (problem === undefined) return { history: completed, table };
  const message = `The history in "${shorten(history.text)}" can't be read: ${problem}.`;
  return { history: completed, table, problem: { code: 'unreadable', message, span } };
}

const outside = 'A history is a CSV file inside the workspace folder, and this path leads out of it.';
const noTable = 'A history is a list of "date" and "value", or the path of a CSV file (.csv) with those two columns.';

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

type Complete = (history: TextValue) => TextValue;

function withHierarchy(artifact: AnyArtifact, complete: Complete): AnyArtifact {
  if (artifact.kind === 'metrics') {
    const model = withHistories(artifact.model, complete);
    return model === artifact.model ? artifact : { ...artifact, model };
  }
  if (artifact.kind !== 'bet' || artifact.model.metrics?.type !== 'object') return artifact;
  const metrics = withHistories(artifact.model.metrics, complete);
  return metrics === artifact.model.metrics ? artifact : { ...artifact, model: { ...artifact.model, metrics } };
}

/** The same object where nothing in it is completed. */
function withHistories(metrics: Metrics, complete: Complete): Metrics {
  const changed = tiers.flatMap(tier => {
    const list = metrics[tier];
    const items = list?.items.map(metric => withHistory(metric, complete));
    if (list === undefined || items === undefined || items.every((item, index) => item === list.items[index]))
      return [];
    return [[tier, { ...list, items }] as const];
  });
  return changed.length === 0 ? metrics : { ...metrics, ...Object.fromEntries(changed) };
}

function withHistory(metric: Metric, complete: Complete): Metric {
  if (metric.history?.type !== 'text') return metric;
  const history = complete(metric.history);
  return history === metric.history ? metric : { ...metric, history };
}
