import * as vscode from 'vscode';
import { asRange, asUri, isRecord } from '../arguments.ts';
import { isKnownDocument } from '../documents.ts';

/** Goes to a place in a file: the command behind lenses and the tree. Its argument is `RevealArguments` of the protocol. */
export async function reveal(argument: unknown): Promise<void> {
  if (!isRecord(argument)) return;
  const uri = asUri(argument['uri']);
  const range = asRange(argument['range']);
  if (uri && range && isKnownDocument(uri)) await showPlace(uri, range, {});
}

interface Where {
  readonly viewColumn?: vscode.ViewColumn;
}

/** Opens a file with the caret where the range begins. What is gone meanwhile is said, not thrown. */
export async function showPlace(uri: vscode.Uri, range: vscode.Range, { viewColumn }: Where): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }), preview: true });
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t('This file can’t be opened any more.'));
  }
}
