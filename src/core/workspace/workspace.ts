import type { AnyArtifact } from '../model/artifact.ts';
import { buildFileModel, type FileModel } from '../model/file-model.ts';
import type { Vocabulary } from '../model/markdown/vocabulary.ts';
import { parseFile, type ParsedFile } from '../parse/file.ts';
import { ignoreComments, type IgnoreComment } from '../parse/ignore-comments.ts';
import { createIndexStore } from './index-store.ts';
import type { Lookup } from './lookup.ts';
import { createRecognisedFiles, type RecognisedFile } from './recognised-files.ts';
import { createTables, isTable } from './tables.ts';

/** A file of ours as it stands now. */
export interface WorkspaceFile {
  readonly file: string;
  /** What it holds, completed with what stands in the tables that it names. */
  readonly model: FileModel;
  /** What it holds by itself. */
  readonly written: FileModel;
  /** The CSV files that its metrics name. */
  readonly tables: readonly string[];
  /** Comments that excuse findings in this file. */
  readonly ignores: readonly IgnoreComment[];
  /** The artifacts to show: those of now, or, of documents that can't be parsed at the moment, the last good ones. */
  readonly shown: readonly ShownArtifact[];
}

export interface ShownArtifact {
  readonly artifact: AnyArtifact;
  /** Whether it comes from an earlier state of the file, because the present one can't be parsed. */
  readonly stale: boolean;
}

/** What is decided elsewhere about how files are read. */
export interface Reading {
  /** Whether Markdown is ours for its headings alone. */
  isIncluded(file: string): boolean;
  /** The words of headings, labels and columns where a team has its own. */
  words(file: string): Vocabulary | undefined;
  /** The workspace folders, by name. */
  folders(): readonly string[];
}

const plainReading: Reading = { isIncluded: () => false, words: () => undefined, folders: () => [''] };

/** The files of a workspace and what they say of each other. Knows no clock, no file system and no rules. */
export interface Workspace {
  readonly lookup: Lookup;
  /** Takes in the text of a file of ours or of a table, or that it is gone. Returns the questions (see `recordLookup`) whose answers may have changed. */
  set(file: string, text: string | undefined): ReadonlySet<string>;
  /** In order of file name. */
  files(): readonly string[];
  get(file: string): WorkspaceFile | undefined;
  /** What the file would hold with this text, which is not taken in; undefined where nothing of it would be ours. */
  read(file: string, text: string): ReadFile | undefined;
  /** Markdown that is no artifact and reads like one (SPEC 1); it leaves when it is adopted. */
  recognised(file: string): RecognisedFile | undefined;
  /** All of it, in order of file name. */
  recognisedFiles(): readonly RecognisedFile[];
  /** CSV files that metrics name and that were never taken in, by name. */
  wantedTables(): readonly string[];
  /** Other folders are the workspace's now: paths lead elsewhere. */
  resolveAgain(): void;
}

/** A text as it was read. */
export interface ReadFile {
  readonly parsed: ParsedFile;
  /** What it holds by itself, without its tables. */
  readonly model: FileModel;
}

/** The question that a file asks of a table by naming it. */
export function tableKey(table: string): string {
  return `table:${table}`;
}

const nothing: ReadonlySet<string> = new Set();

export function createWorkspace(reading: Reading = plainReading): Workspace {
  const store = createIndexStore();
  const tables = createTables(() => reading.folders());
  const files = new Map<string, WorkspaceFile>();
  const recognised = createRecognisedFiles();
  let sorted: readonly string[] | undefined;

  /** Completes a file with its tables as they are known now. */
  function complete(file: string): ReadonlySet<string> {
    const entry = files.get(file);
    if (entry === undefined) return nothing;
    const model = tables.complete(file, entry.written);
    files.set(file, { ...entry, model, tables: [...tables.namedIn(file)], shown: shownOf(model, entry) });
    return store.set(file, model);
  }

  function setTable(table: string, text: string | undefined): ReadonlySet<string> {
    tables.set(table, text);
    const changed = new Set([tableKey(table)]);
    for (const file of [...tables.usersOf(table)]) for (const question of complete(file)) changed.add(question);
    return changed;
  }

  return {
    lookup: store,
    set(file, text) {
      if (isTable(file)) return setTable(file, text);
      const before = files.get(file);
      const parsed = text === undefined ? undefined : parseFile(file, text, reading);
      const words = reading.words(file);
      const written = parsed && buildFileModel(file, parsed, words && { words });
      const model = written && tables.complete(file, written);
      if (model === undefined) tables.forget(file);
      recognised.set(file, model === undefined ? text : undefined, words);
      if (before === undefined && model === undefined) return nothing;
      if (parsed === undefined || written === undefined || model === undefined) files.delete(file);
      else {
        const named = [...tables.namedIn(file)];
        const shown = shownOf(model, before);
        files.set(file, { file, model, written, tables: named, ignores: ignoreComments(parsed), shown });
      }
      if ((before === undefined) !== (model === undefined)) sorted = undefined;
      return store.set(file, model);
    },
    files: () => (sorted ??= [...files.keys()].sort()),
    get: file => files.get(file),
    read(file, text) {
      const parsed = parseFile(file, text, reading);
      const words = reading.words(file);
      const model = parsed && buildFileModel(file, parsed, words && { words });
      return parsed && model && { parsed, model };
    },
    recognised: file => recognised.get(file),
    recognisedFiles: () => recognised.all(),
    wantedTables: () => tables.wanted(),
    resolveAgain() {
      for (const file of files.keys()) complete(file);
    },
  };
}

/** While a document is broken, what it said before is better than nothing, as long as it is marked. */
function shownOf(model: FileModel, before: WorkspaceFile | undefined): readonly ShownArtifact[] {
  const now = model.artifacts.map(artifact => ({ artifact, stale: false }));
  if (model.broken.length === 0 || before === undefined) return now;
  const present = new Set(model.artifacts.map(artifact => artifact.id));
  const kept = before.shown
    .filter(({ artifact }) => !present.has(artifact.id))
    .map(({ artifact }) => ({ artifact, stale: true }));
  return [...now, ...kept];
}
