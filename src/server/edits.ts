import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { OpenDocument } from './documents.ts';

/** What the client can do with an edit. */
export interface EditAbilities {
  /** Whether an edit may name the version it is for, so that it fails on any other. */
  readonly versions: boolean;
  /** Whether an edit may create and remove files. */
  readonly files: boolean;
  /** Whether an action may say only when it is chosen what it changes. */
  readonly later: boolean;
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
