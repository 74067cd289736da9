import * as vscode from 'vscode';
import type { PreviewSubject } from '../../webview/messages.ts';
import { asUri, isRecord } from '../arguments.ts';
import { isKnownDocument, isNamedAsOurs } from '../documents.ts';

/** What the tree or a menu hands over, else what stands in the active editor. */
export function subjectFor(argument: unknown): PreviewSubject | undefined {
  return subjectOf(argument) ?? subjectOfEditor(vscode.window.activeTextEditor);
}

/** What the tree or a menu hands over: a bet, or the file that was clicked. */
function subjectOf(argument: unknown): PreviewSubject | undefined {
  if (argument instanceof vscode.Uri) {
    return isKnownDocument(argument) ? subjectIn(argument) : undefined;
  }
  const bet = isRecord(argument) ? argument['bet'] : undefined;
  const uri = isRecord(bet) ? asUri(bet['uri']) : undefined;
  return uri && isKnownDocument(uri) ? { uri: uri.toString() } : undefined;
}

function subjectIn(uri: vscode.Uri): PreviewSubject {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return subjectOfEditor(editor) ?? { uri: uri.toString() };
}

/** The artifact at the caret of an editor, if that can hold one. */
export function subjectOfEditor(editor: vscode.TextEditor | undefined): PreviewSubject | undefined {
  if (!editor || (!['yaml', 'markdown'].includes(editor.document.languageId) && !isNamedAsOurs(editor.document.uri)))
    return undefined;
  return { uri: editor.document.uri.toString(), offset: editor.document.offsetAt(editor.selection.active) };
}
