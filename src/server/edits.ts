import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { editsFor } from '../core/features/edits.ts';
import { parseFile, type ParsedFile } from '../core/parse/file.ts';
import type { Finding } from '../core/rules/finding.ts';
import { rangeIn } from './convert.ts';
import { parsedDocument, type OpenDocument } from './documents.ts';

/** What the client can do with an edit. */
export interface EditAbilities {
  /** Whether an edit may name the version it is for, so that it fails on any other. */
  readonly versions: boolean;
  /** Whether an edit may create and remove files. */
  readonly files: boolean;
}

/** The edit that mends a finding in the text that is given; undefined where the finding can't be mended there. */
export function editMending(
  finding: Finding,
  document: OpenDocument | { readonly uri: string; readonly text: string },
  abilities: EditAbilities,
): WorkspaceEdit | undefined {
  if (finding.fix === undefined) return undefined;
  const parsed = 'version' in document ? parsedDocument(document) : parseAnyText(document);
  if (parsed === undefined) return undefined;
  const edits = editsFor(parsed, finding.fix).map(({ span, newText }): TextEdit => ({
    range: rangeIn(parsed.lines, span),
    newText,
  }));
  return edits.length === 0 ? undefined : workspaceEdit(document, edits, abilities);
}

/** A finding stands in it, so it is ours: Markdown may be so by its folder alone. */
function parseAnyText({ uri, text }: { readonly uri: string; readonly text: string }): ParsedFile | undefined {
  return parseFile(uri, text, { isIncluded: () => true });
}

/** Edits of one document, for the version that they were worked out for where it is open. */
export function workspaceEdit(
  document: OpenDocument | { readonly uri: string },
  edits: TextEdit[],
  abilities: EditAbilities,
): WorkspaceEdit {
  const { uri } = document;
  if (!abilities.versions) return { changes: { [uri]: edits } };
  const version = 'version' in document ? document.version : null;
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}
