import type { AnyArtifact } from '../model/artifact.ts';
import { buildFileModel, type FileModel } from '../model/file-model.ts';
import { parseFile } from '../parse/file.ts';
import { ignoreComments, type IgnoreComment } from '../parse/ignore-comments.ts';
import { createIndexStore } from './index-store.ts';
import type { Lookup } from './lookup.ts';
import { createRecognisedFiles, type RecognisedFile } from './recognised-files.ts';

/** A file of ours as it stands now. */
export interface WorkspaceFile {
  readonly file: string;
  readonly model: FileModel;
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

/** The files of a workspace and what they say of each other. Knows no clock, no file system and no rules. */
export interface Workspace {
  readonly lookup: Lookup;
  /** Takes in a file's text, or that it is gone. Returns the questions (see `recordLookup`) whose answers may have changed. */
  set(file: string, text: string | undefined): ReadonlySet<string>;
  /** In order of file name. */
  files(): readonly string[];
  get(file: string): WorkspaceFile | undefined;
  /** Markdown that is no artifact and reads like one (SPEC 1); it leaves when it is adopted. */
  recognised(file: string): RecognisedFile | undefined;
  /** All of it, in order of file name. */
  recognisedFiles(): readonly RecognisedFile[];
}

const nothing: ReadonlySet<string> = new Set();

export function createWorkspace(): Workspace {
  const store = createIndexStore();
  const files = new Map<string, WorkspaceFile>();
  const recognised = createRecognisedFiles();
  let sorted: readonly string[] | undefined;

  return {
    lookup: store,
    set(file, text) {
      const before = files.get(file);
      const parsed = text === undefined ? undefined : parseFile(file, text);
      const model = parsed && buildFileModel(file, parsed);
      recognised.set(file, model === undefined ? text : undefined);
      if (before === undefined && model === undefined) return nothing;
      if (parsed === undefined || model === undefined) files.delete(file);
      else files.set(file, { file, model, ignores: ignoreComments(parsed), shown: shownOf(model, before) });
      if ((before === undefined) !== (model === undefined)) sorted = undefined;
      return store.set(file, model);
    },
    files: () => (sorted ??= [...files.keys()].sort()),
    get: file => files.get(file),
    recognised: file => recognised.get(file),
    recognisedFiles: () => recognised.all(),
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
