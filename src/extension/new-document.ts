import * as vscode from 'vscode';
import type { NewDocument, NewDocumentQuestion } from '../server/protocol.ts';

/** So many names are tried before giving up. */
const mostNames = 100;

/**
 * Creates the file, never over one that is there, and puts the template in as a snippet, so that Tab leads from field to field. One undo
 * takes the text back, one more the file. Works wherever VS Code can write. Without a folder: an unsaved document.
 */
export async function createDocument(
  document: NewDocument,
  notation: NewDocumentQuestion['notation'],
  folder: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const uri = folder && (await createFile(folder, document.fileName));
  if (folder && !uri) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file can’t be created here. Is the folder read-only?'));
    return undefined;
  }
  const text = await (uri
    ? vscode.workspace.openTextDocument(uri)
    : vscode.workspace.openTextDocument({ language: notation }));
  const editor = await vscode.window.showTextDocument(text);
  // Kept as it is: indentation is meaning in YAML, whatever the editor is set to.
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  await editor.insertSnippet(new vscode.SnippetString(document.snippet), new vscode.Position(0, 0), options);
  return text.uri;
}

async function createFile(folder: vscode.Uri, fileName: string): Promise<vscode.Uri | undefined> {
  for (let number = 1; number <= mostNames; number++) {
    const uri = vscode.Uri.joinPath(folder, numbered(fileName, number));
    if (await exists(uri)) continue;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
    return (await vscode.workspace.applyEdit(edit)) ? uri : undefined;
  }
  return undefined;
}

/** `BET-001-name.bet.yaml`, `BET-001-name-2.bet.yaml` … */
function numbered(fileName: string, number: number): string {
  // The last step from our own file name to a path: whatever it was told, it stays in its folder.
  const [stem = 'bet', ...endings] = fileName.replace(/[\\/]/g, '-').split('.');
  return [number === 1 ? stem : `${stem}-${String(number)}`, ...endings].join('.');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
