import * as vscode from 'vscode';
import { asPosition, asUri, isRecord } from '../arguments.ts';
import { isKnownDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';

/** Mends a finding by one edit that one undo takes back: the command behind lenses. Its argument is `FixQuestion` of the protocol. */
export async function applyFix(server: LanguageServer, argument: unknown): Promise<void> {
  if (!isRecord(argument)) return;
  const uri = asUri(argument['uri']);
  const position = asPosition(argument['position']);
  const rule = argument['rule'];
  if (!uri || !position || typeof rule !== 'string' || !isKnownDocument(uri)) return;

  const { line, character } = position;
  const edit = await server.fix({ uri: uri.toString(), rule, position: { line, character } });
  if (edit === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Betwright does not answer.'));
    return;
  }
  if (edit === null || edit.size === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to mend here any more.'));
    return;
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The text has changed meanwhile, so nothing was mended. Try again.'),
    );
    return;
  }
  showWhatChanged(uri, edit);
}

/** What was put in below the last visible line would go unseen. */
function showWhatChanged(uri: vscode.Uri, edit: vscode.WorkspaceEdit): void {
  const [change] = edit.get(uri);
  const editor = vscode.window.activeTextEditor;
  if (change === undefined || editor?.document.uri.toString() !== uri.toString()) return;
  const lines = change.newText.split('\n').length;
  const { start } = change.range;
  editor.revealRange(
    new vscode.Range(start, start.translate(lines)),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
