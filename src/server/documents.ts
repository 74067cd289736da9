import { lineStartsOf, type LineStarts, type Range } from '../core/text/lines.ts';
import { parseFile, type ParsedFile } from '../core/parse/file.ts';
import { offsetIn } from './convert.ts';

/** A document as the editor shows it, saved or not. Each version is an object of its own. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineStarts;
}

/** Other text in place of a range, or, without one, of everything. */
export interface DocumentChange {
  readonly range?: Range;
  readonly text: string;
}

/** The documents that are open in the editor. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  uris(): readonly string[];
  open(uri: string, version: number, text: string): void;
  /** Applies the changes in their order, each to what the one before has left. */
  change(uri: string, version: number, changes: readonly DocumentChange[]): void;
  close(uri: string): void;
}

export function createDocuments(): Documents {
  const documents = new Map<string, OpenDocument>();
  return {
    get: uri => documents.get(uri),
    uris: () => [...documents.keys()],
    open(uri, version, text) {
      documents.set(uri, openDocument(uri, version, text));
    },
    change(uri, version, changes) {
      const before = documents.get(uri);
      if (before === undefined) return;
      documents.set(uri, openDocument(uri, version, applyChanges(before, changes)));
    },
    close(uri) {
      documents.delete(uri);
    },
  };
}

function openDocument(uri: string, version: number, text: string): OpenDocument {
  let lines: LineStarts | undefined;
  return {
    uri,
    version,
    text,
    get lines() {
      return (lines ??= lineStartsOf(text));
    },
  };
}

function applyChanges(document: OpenDocument, changes: readonly DocumentChange[]): string {
  let { text } = document;
  let lines: LineStarts | undefined = document.lines;
  for (const change of changes) {
    if (change.range === undefined) text = change.text;
    else {
      lines ??= lineStartsOf(text);
      const from = offsetIn(text, lines, change.range.start);
      const to = offsetIn(text, lines, change.range.end);
      text = text.slice(0, Math.min(from, to)) + change.text + text.slice(Math.max(from, to));
    }
    lines = undefined;
  }
  return text;
}

const parsedDocuments = new WeakMap<OpenDocument, { readonly parsed: ParsedFile | undefined }>();

/** The document's tree, made once a version and only for those who ask. */
export function parsedDocument(document: OpenDocument): ParsedFile | undefined {
  const known = parsedDocuments.get(document);
  if (known) return known.parsed;
  // Whoever asks knows that it is ours: Markdown may be so by its folder alone.
  const parsed = parseFile(document.uri, document.text, { isIncluded: () => true });
  parsedDocuments.set(document, { parsed });
  return parsed;
}
