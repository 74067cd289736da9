import type { AnyArtifact } from '../model/artifact.ts';
import { buildFileModel, type FileModel } from '../model/file-model.ts';
import type { Vocabulary } from '../model/markdown/vocabulary.ts';
import { parseFile, type ParsedFile } from '../parse/file.ts';
import { ignoreComments, type IgnoreComment } from '../parse/ignore-comments.ts';
import { lineStartsOf, type LineStarts } from '../text/lines.ts';
import { ownTexts } from '../text/own-text.ts';
import { packText, unpackText } from '../text/packed-text.ts';
import { createIndexStore } from './index-store.ts';
import { createKeptModels } from './kept-models.ts';
import type { Lookup } from './lookup.ts';
import { createRecognisedFiles, type RecognisedFile } from './recognised-files.ts';
import { createTables, isTable } from './tables.ts';

/** A file of ours as it stands now. */
export interface WorkspaceFile {
  readonly file: string;
  /** What it holds, completed with what stands in the tables that it names. Little of it is kept, and the rest read again when it is asked for. */
  readonly model: FileModel;
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

/** How a text that was taken in is had again; undefined where it can't be. */
export type TextAgain = () => string | undefined;

/** Keeps the text of a file for as long as somebody may ask for it. */
export type KeepText = (file: string, text: string) => TextAgain;

/** Keeps texts in memory, beside the heap. */
export const keepInMemory: KeepText = (_file, text) => {
  const packed = packText(text);
  return () => unpackText(packed);
};

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
  /** Where the lines of a file of ours begin, in the text that was taken in last. */
  lines(file: string): LineStarts | undefined;
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

/** A file as it is held: what is told of it, and how it was read. */
class HeldFile implements WorkspaceFile {
  readonly model: FileModel;
  readonly tables: readonly string[];
  readonly ignores: readonly IgnoreComment[];
  readonly text: TextAgain;
  readonly length: number;
  readonly how: How;
  /** Artifacts of earlier texts that are shown beside those of now. */
  readonly stale: readonly ShownArtifact[];

  constructor(fields: Omit<HeldFile, 'file' | 'shown'>) {
    this.model = fields.model;
    this.tables = fields.tables;
    this.ignores = fields.ignores;
    this.text = fields.text;
    this.length = fields.length;
    this.how = fields.how;
    this.stale = fields.stale;
  }

  get file(): string {
    return this.model.file;
  }

  get shown(): readonly ShownArtifact[] {
    return [...this.model.artifacts.map(artifact => ({ artifact, stale: false })), ...this.stale];
  }
}

const none: readonly never[] = [];

/** What decided how a file was read; what is decided later must not change what was read before. */
interface How {
  readonly isIncluded: boolean;
  readonly words: Vocabulary | undefined;
}

const plainly: How = { isIncluded: false, words: undefined };

export function createWorkspace(reading: Reading = plainReading, keepText: KeepText = keepInMemory): Workspace {
  const store = createIndexStore();
  const tables = createTables(() => reading.folders());
  const models = createKeptModels();
  const files = new Map<string, HeldFile>();
  const recognised = createRecognisedFiles();
  let sorted: readonly string[] | undefined;

  function howOf(file: string): How {
    const isIncluded = reading.isIncluded(file);
    const words = reading.words(file);
    return !isIncluded && words === undefined ? plainly : { isIncluded, words };
  }

  /** Made here, so that it holds on to nothing but these. */
  function remaker(file: string, again: TextAgain, how: How): () => FileModel | undefined {
    return () => readWhole(file, again, how);
  }

  function readWhole(file: string, again: TextAgain, how: How): FileModel | undefined {
    const text = again();
    const read = text === undefined ? undefined : readText(file, text, how);
    return read && tables.complete(file, read.model);
  }

  /** Completes a file with its tables as they are known now. */
  function complete(file: string): ReadonlySet<string> {
    const entry = files.get(file);
    if (entry === undefined) return nothing;
    const { text, how, length } = entry;
    const whole = readWhole(file, text, how);
    if (whole === undefined) return nothing;
    const model = models.keep(whole, length, remaker(file, text, how));
    files.set(
      file,
      new HeldFile({ ...entry, model, tables: listed(tables.namedIn(file)), stale: staleOf(model, entry) }),
    );
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
      const how = howOf(file);
      const read = text === undefined ? undefined : readText(file, text, how);
      if (text === undefined || read === undefined) {
        tables.forget(file);
        recognised.set(file, text, how.words);
        if (before === undefined) return nothing;
        files.delete(file);
        sorted = undefined;
        return store.set(file, undefined);
      }
      recognised.set(file, undefined);
      const { length } = text;
      const again = keepText(file, text);
      const model = models.keep(tables.complete(file, read.model), length, remaker(file, again, how));
      const ignores = listed(ownTexts(ignoreComments(read.parsed)));
      const stale = staleOf(model, before);
      const named = listed(tables.namedIn(file));
      files.set(file, new HeldFile({ model, tables: named, ignores, text: again, length, how, stale }));
      if (before === undefined) sorted = undefined;
      return store.set(file, model);
    },
    files: () => (sorted ??= [...files.keys()].sort()),
    get: file => files.get(file),
    read: (file, text) => readText(file, text, howOf(file)),
    lines(file) {
      const text = files.get(file)?.text();
      return text === undefined ? undefined : lineStartsOf(text);
    },
    recognised: file => recognised.get(file),
    recognisedFiles: () => recognised.all(),
    wantedTables: () => tables.wanted(),
    resolveAgain() {
      for (const file of files.keys()) complete(file);
    },
  };
}

function readText(file: string, text: string, { isIncluded, words }: How): ReadFile | undefined {
  const parsed = parseFile(file, text, { isIncluded: () => isIncluded });
  const model = parsed && buildFileModel(file, parsed, words && { words });
  return parsed && model && { parsed, model };
}

/** While a document is broken, what it said before is better than nothing, as long as it is marked. */
function staleOf(model: FileModel, before: WorkspaceFile | undefined): readonly ShownArtifact[] {
  if (model.broken.length === 0 || before === undefined) return none;
  const present = new Set(model.artifacts.map(artifact => artifact.id));
  return before.shown
    .filter(({ artifact }) => !present.has(artifact.id))
    .map(({ artifact }) => ({ artifact, stale: true }));
}

/** Most files have none of these: one empty list does for all. */
function listed<Item>(items: Iterable<Item>): readonly Item[] {
  const list = [...items];
  return list.length === 0 ? none : list;
}
