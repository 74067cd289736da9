import type { Reason } from '../../computed/reason.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { TextEdit } from '../edits.ts';
import { caretMark } from './yaml-text.ts';

/** What a refactoring may see. It changes nothing itself. */
export interface RefactorContext {
  readonly workspace: Workspace;
  readonly settings: Settings;
  /** A file as it stands now; undefined for one that can't be read. */
  readonly parsed: (file: string) => ParsedFile | undefined;
}

/** A refactoring as data: what would be written, or why nothing is. */
export type Refactored = Plan | Refused;

export interface Plan {
  readonly type: 'plan';
  /** What changes in files that are there, in the order of the file; of several at one place the first stands first. */
  readonly edits: readonly FileEdits[];
  readonly created: readonly CreatedFile[];
  /** Files whose content has moved elsewhere. */
  readonly deleted: readonly string[];
  /** Where the caret belongs afterwards: an offset into the text as it then is. */
  readonly cursor: { readonly file: string; readonly offset: number } | undefined;
  /** What can't be kept, or should be known before anything is written. */
  readonly warnings: readonly string[];
}

export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

export interface CreatedFile {
  /** In the folder of the file that the refactoring began at. */
  readonly file: string;
  readonly text: string;
}

export interface Refused {
  readonly type: 'refused';
  /** One sentence for people: why, and what to do. */
  readonly reason: string;
  /** The places that speak against it, where there are any. */
  readonly reasons: readonly Reason[];
  /** Whether a reason that is written down overrides it. */
  readonly overridable: boolean;
}

export function refused(reason: string, reasons: readonly Reason[] = [], overridable = false): Refused {
  return { type: 'refused', reason, reasons, overridable };
}

export interface Draft {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly created?: readonly CreatedFile[];
  readonly deleted?: readonly string[];
  readonly warnings?: readonly string[];
}

/** Puts a plan together: edits in order, the line ends of each file, and the caret where the mark stands. */
export function planOf(draft: Draft): Plan {
  let cursor: Plan['cursor'];
  const edits: FileEdits[] = [];
  for (const [file, made] of draft.edits) {
    if (made.length === 0) continue;
    const ordered = inOrder(made);
    cursor ??= caretIn(file, ordered);
    edits.push({ file, edits: ordered.map(({ span, newText }) => ({ span, newText: withoutMark(newText) })) });
  }
  const created = (draft.created ?? []).map(({ file, text }) => {
    const at = text.indexOf(caretMark);
    if (at !== -1) cursor ??= { file, offset: at };
    return { file, text: withoutMark(text) };
  });
  const [first] = edits;
  if (first) cursor ??= { file: first.file, offset: endOfLast(first.edits) };
  const [made] = created;
  if (made) cursor ??= { file: made.file, offset: 0 };
  return { type: 'plan', edits, created, deleted: draft.deleted ?? [], cursor, warnings: draft.warnings ?? [] };
}

/** Several edits of one file, each worked out against the same text. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits
    .map((edit, index) => ({ edit, index, depth: depthOf(edit) }))
    .sort(
      (a, b) =>
        a.edit.span.start - b.edit.span.start ||
        a.edit.span.end - b.edit.span.end ||
        b.depth - a.depth ||
        a.index - b.index,
    )
    .map(({ edit }) => edit);
}

/** How far in new lines stand: at one place, what stands deeper belongs to what is above and comes first. */
function depthOf({ span, newText }: TextEdit): number {
  if (span.end > span.start) return 0;
  return /^[\r\n]+([ \t]*)/.exec(newText)?.[1]?.length ?? 0;
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(at, Math.max(at, span.start)) + newText;
    at = Math.max(at, span.end);
  }
  return result + text.slice(at);
}

function caretIn(file: string, edits: readonly TextEdit[]): Plan['cursor'] {
  let shift = 0;
  for (const { span, newText } of edits) {
    const at = newText.indexOf(caretMark);
    if (at !== -1) return { file, offset: span.start + shift + at };
    shift += newText.length - (span.end - span.start);
  }
  return undefined;
}

/** Behind what is written last, in the text as it then is. */
function endOfLast(edits: readonly TextEdit[]): number {
  let shift = 0;
  let end = 0;
  for (const { span, newText } of edits) {
    end = span.start + shift + newText.length;
    shift += newText.length - (span.end - span.start);
  }
  return end;
}

function withoutMark(text: string): string {
  return text.replaceAll(caretMark, '');
}

/** What a person typed, on one line and without what would lead us astray. */
export function wish(text: string | undefined): string | undefined {
  const line = text?.slice(0, 2000).replaceAll(caretMark, '').replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}
