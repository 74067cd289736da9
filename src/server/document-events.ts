import type { Connection } from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import type { Judging } from './judging.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/**
 * Follows what is opened, typed and closed.
 * @param isEdited whether documents with this URI are what people edit, and not the other side of a comparison
 * @param lookAtClock called before anything is judged
 */
export function followDocuments(
  connection: Connection,
  documents: Documents,
  judging: Judging,
  files: WorkspaceFiles,
  isEdited: (uri: string) => boolean,
  lookAtClock: () => void,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (!isEdited(uri)) return;
    documents.open(uri, version, text);
    if (files.isFollowed(uri)) judging.edited(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (documents.get(uri) === undefined) return;
    lookAtClock();
    documents.change(uri, version, contentChanges);
    if (files.isFollowed(uri)) judging.edited(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (documents.get(uri) === undefined) return;
    documents.close(uri);
    files.closed(uri);
  });
}
