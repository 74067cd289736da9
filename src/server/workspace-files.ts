import { maxTableLength } from '../core/model/history-table.ts';
import { readFileName } from '../core/parse/file-name.ts';
import { maxTextLength } from '../core/parse/obstacles.ts';
import { isTable } from '../core/workspace/tables.ts';
import { teamConfigFolder } from '../core/workspace/team-config.ts';
import { isBelow, isWanted, type FileSource, type FileText } from './file-source.ts';
import type { ReadingProgress } from './reading-progress.ts';
import { yieldToEvents } from './turns.ts';

/** What is on the disk (or wherever the workspace lies), kept up with. An open document wins over it until it is closed. */
export interface WorkspaceFiles {
  /** Lists and reads folders that came to the workspace. Resolves when they have been taken in. */
  add(folders: readonly string[]): Promise<void>;
  remove(folders: readonly string[]): void;
  /** Something happened to these files, whatever it was: each is read again, in the background. */
  changed(uris: readonly string[]): void;
  /** A document was closed: what is on the disk counts again. */
  closed(uri: string): void;
  /** Whether the text of an open document says anything to us: of tables those alone that a metric names. */
  isFollowed(uri: string): boolean;
  /** Something came or went that is no file of ours by its name: a folder, perhaps, with files of ours in it. */
  foldersChanged(uris: readonly string[]): void;
  /** Something was taken in from elsewhere, or settings changed: what is wanted or read otherwise now is read after a pause. */
  catchUp(): void;
  /** Reads one file now; undefined where it is none of the workspace, or can't be read. */
  read(uri: string): Promise<string | undefined>;
  dispose(): void;
}

export interface FilesHost {
  sourceOf(folder: string): FileSource;
  isOpen(uri: string): boolean;
  take(uri: string, text: string | undefined): void;
  /** These are the folders of the workspace now. */
  onFolders(folders: readonly string[]): void;
  /** See `Judge.takeRereads`. */
  takeRereads(): readonly string[];
  /** See `Judge.wantedTables`. */
  wantedTables(): readonly string[];
  /** Documents that are open, and win over the disk. */
  openUris(): readonly string[];
  /** Takes in the text of an open document once more. */
  retake(uri: string): void;
  /** Texts were taken in. */
  onTaken(): void;
  log(line: string): void;
  startProgress(): ReadingProgress;
}

/** So many files are read at once: where the disk is slow it is faster, and nowhere slower. */
const together = 16;
/** Milliseconds of work until the editor gets its turn. */
const turn = 10;
/** Milliseconds to wait until what is written in several steps is whole. */
const settling = 50;
/** Milliseconds without a change until many files are read again for it: nobody wants that at every keystroke. */
const pause = 300;

export function createWorkspaceFiles(host: FilesHost): WorkspaceFiles {
  const stopping = new AbortController();
  const { signal } = stopping;
  const folders = new Set<string>();
  /** Files on disk that have been taken in, ours or not. */
  const known = new Set<string>();
  /** CSV files that were asked for, there or not. */
  const tables = new Set<string>();
  const waiting = new Set<string>();
  let settlingTimer: ReturnType<typeof setTimeout> | undefined;
  let pauseTimer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | undefined;
  let unreadable = 0;

  function folderOf(uri: string): string | undefined {
    const isIn = isTable(uri) ? isBelow : isWanted;
    for (const folder of folders) if (isIn(uri, folder)) return folder;
    return undefined;
  }

  async function readOne(uri: string): Promise<FileText> {
    const folder = folderOf(uri);
    return folder === undefined ? { type: 'gone' } : host.sourceOf(folder).read(uri, folder);
  }

  function takeIn(uri: string, file: FileText): void {
    if (signal.aborted) return;
    if (isTable(uri)) tables.add(uri);
    if (host.isOpen(uri)) {
      // It is asked for only now, and was open before.
      if (isTable(uri)) host.retake(uri);
      return;
    }
    if (!isTable(uri)) {
      if (file.type === 'gone') known.delete(uri);
      else known.add(uri);
    }
    if (file.type === 'unreadable') unreadable++;
    host.take(uri, textOf(uri, file));
  }

  /** What the texts that were taken in ask for: tables, and Markdown that is read otherwise now. */
  function gather(): void {
    for (const prefix of host.takeRereads()) {
      for (const uri of known) if (uri.startsWith(prefix) && isMarkdown(uri)) waiting.add(uri);
      for (const uri of host.openUris()) if (uri.startsWith(prefix) && isMarkdown(uri)) host.retake(uri);
    }
    for (const table of host.wantedTables()) waiting.add(table);
  }

  /** Reads what waits, file by file a few at once, and what comes to wait meanwhile. */
  async function readWaiting(progress?: ReadingProgress): Promise<void> {
    let done = 0;
    let began = Date.now();
    while (waiting.size > 0 && !signal.aborted) {
      const batch = [...takeFirst(waiting, together)];
      const files = await Promise.all(batch.map(readOne));
      for (const [index, uri] of batch.entries()) {
        takeIn(uri, files[index] ?? { type: 'gone' });
        if (Date.now() - began < turn) continue;
        await yieldToEvents();
        began = Date.now();
      }
      gather();
      done += batch.length;
      progress?.report(done, done + waiting.size);
    }
    if (unreadable > 0) host.log(`${String(unreadable)} files could not be read and are not checked.`);
    unreadable = 0;
    if (!signal.aborted) host.onTaken();
  }

  function read(progress?: ReadingProgress): Promise<void> {
    reading ??= readWaiting(progress).finally(() => {
      reading = undefined;
    });
    return reading;
  }

  function readSoon(): void {
    settlingTimer ??= setTimeout(() => {
      settlingTimer = undefined;
      void read();
    }, settling);
  }

  async function list(start: string, folder: string): Promise<void> {
    const uris = await host
      .sourceOf(folder)
      .list(start, folder, signal)
      .catch(() => []);
    // Configurations first: they decide how the others are read.
    for (const uri of uris) if (teamConfigFolder(uri) !== undefined) waiting.add(uri);
    for (const uri of uris) waiting.add(uri);
  }

  function forget(uris: Iterable<string>): void {
    for (const uri of uris) {
      known.delete(uri);
      if (!host.isOpen(uri)) host.take(uri, undefined);
    }
    host.onTaken();
  }

  return {
    async add(added) {
      for (const folder of added) folders.add(folder);
      host.onFolders([...folders]);
      const progress = host.startProgress();
      try {
        for (const folder of added) await list(folder, folder);
        // A reading that is under way may have the last of them in hand.
        do await read(progress);
        while (waiting.size > 0 && !signal.aborted);
      } finally {
        progress.done();
      }
    },
    remove(removed) {
      for (const folder of removed) folders.delete(folder);
      host.onFolders([...folders]);
      forget([...known].filter(uri => folderOf(uri) === undefined));
    },
    changed(uris) {
      for (const uri of uris)
        if (isTable(uri) ? tables.has(uri) : known.has(uri) || folderOf(uri) !== undefined) waiting.add(uri);
      if (waiting.size > 0) readSoon();
    },
    isFollowed: uri => !isTable(uri) || tables.has(uri),
    closed(uri) {
      if (isTable(uri) && !tables.has(uri)) return;
      if (folderOf(uri) === undefined) forget([uri]);
      else {
        waiting.add(uri);
        readSoon();
      }
    },
    foldersChanged(uris) {
      for (const uri of filesBelow([...known, ...tables], uris)) waiting.add(uri);
      void (async () => {
        for (const uri of uris) {
          const folder = [...folders].find(candidate => isWanted(`${uri}/any.md`, candidate));
          if (folder !== undefined && !signal.aborted) await list(uri, folder);
        }
        if (waiting.size > 0) readSoon();
      })();
    },
    catchUp() {
      clearTimeout(pauseTimer);
      pauseTimer = setTimeout(() => {
        gather();
        if (waiting.size > 0) void read();
      }, pause);
    },
    async read(uri) {
      const file = await readOne(uri);
      return file.type === 'text' ? file.text : undefined;
    },
    dispose() {
      stopping.abort();
      clearTimeout(settlingTimer);
      clearTimeout(pauseTimer);
    },
  };
}

/** For a file that is too large, a text that the core finds too large as well: it then says so in its own words. */
function textOf(uri: string, file: FileText): string | undefined {
  if (file.type === 'text') return file.text;
  if (file.type !== 'tooLarge') return undefined;
  if (isTable(uri)) return ' '.repeat(maxTableLength + 1);
  if (readFileName(uri)?.suffixKind === undefined) return undefined;
  return ' '.repeat(maxTextLength + 1);
}

function isMarkdown(uri: string): boolean {
  return readFileName(uri)?.notation === 'markdown';
}

function* takeFirst<Item>(items: Set<Item>, count: number): Generator<Item> {
  let taken = 0;
  for (const item of items) {
    if (taken++ === count) return;
    items.delete(item);
    yield item;
  }
}

/** In one pass over the files, however many folders went. */
function filesBelow(files: Iterable<string>, gone: readonly string[]): readonly string[] {
  const folders = new Set(gone);
  return [...files].filter(file => {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
      if (folders.has(file.slice(0, at))) return true;
    return false;
  });
}
