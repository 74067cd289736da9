import * as vscode from 'vscode';
import type { FromBoard } from '../../webview/board/messages.ts';
import { asUri } from '../arguments.ts';
import { showPlace } from '../commands/reveal.ts';
import { isKnownDocument } from '../documents.ts';

type PlaceMessage = Extract<FromBoard, { readonly at: unknown }>;

/** Goes to a line, beside the page that names it. */
export async function openPlace(message: PlaceMessage, panel: vscode.WebviewPanel): Promise<void> {
  const uri = asUri(message.uri);
  if (uri === undefined || !isKnownDocument(uri)) return;
  const at = new vscode.Position(message.at.line, message.at.character);
  await showPlace(uri, new vscode.Range(at, at), { viewColumn: columnBeside(panel, uri) });
}

/** The preview lies beside the text, so that is opened too. */
export async function openPreviewOf(message: PlaceMessage, panel: vscode.WebviewPanel): Promise<void> {
  const uri = asUri(message.uri);
  if (uri === undefined || !isKnownDocument(uri)) return;
  await openPlace(message, panel);
  // Without an argument it shows the bet with the caret, of several in a file.
  const isShown = vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  await vscode.commands.executeCommand('betwright.openPreview', isShown ? undefined : uri);
}

/** Where the file is visible already, else the first column that is not the page's own. */
function columnBeside(panel: vscode.WebviewPanel, uri: vscode.Uri): vscode.ViewColumn {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (editor?.viewColumn !== undefined) return editor.viewColumn;
  return panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
