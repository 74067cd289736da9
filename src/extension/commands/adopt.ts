import * as vscode from 'vscode';
import type { AdoptAnswer } from '../../server/protocol.ts';
import { asUri, isRecord } from '../arguments.ts';
import { isKnownDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';

/**
 * Makes a document that merely reads like an artifact one, by one edit that one undo takes back. A lens hands over `AdoptQuestion` of the
 * protocol and the tree its item; without an argument the active editor is meant.
 */
export async function adopt(server: LanguageServer, argument?: unknown): Promise<void> {
  const uri = uriIn(argument) ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || !isKnownDocument(uri)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the document to adopt first.'));
    return;
  }
  const answer = await server.adopt({ uri: uri.toString() });
  if (answer === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Betwright does not answer.'));
    return;
  }
  if ('refused' in answer) {
    void vscode.window.showInformationMessage(refusalWords(answer.refused));
    return;
  }
  if (!(await vscode.workspace.applyEdit(answer.edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The text has changed meanwhile, so nothing was adopted. Try again.'),
    );
    return;
  }
  await showChange(uri, answer.edit);
}

function uriIn(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (!isRecord(argument)) return undefined;
  const { uri, recognised } = argument;
  return asUri(isRecord(recognised) ? recognised['uri'] : uri);
}

type Refusal = Extract<AdoptAnswer, { readonly refused: unknown }>['refused'];

function refusalWords(refusal: Refusal): string {
  switch (refusal) {
    case 'adopted':
      return vscode.l10n.t('Betwright checks this document already.');
    case 'template':
      return vscode.l10n.t('This is a template. Fill in its title, or adopt a filled-in copy outside the templates.');
    case 'notRecognised':
      return vscode.l10n.t(
        'This does not read like a bet, a rollout plan or another document of Betwright. Write “kind” in its front matter if it is one.',
      );
    case 'frontMatter':
      return vscode.l10n.t('The front matter has no room for “kind”. Write it there yourself.');
  }
}

/** The file may not be open, and what was written stands at its top. */
async function showChange(uri: vscode.Uri, edit: vscode.WorkspaceEdit): Promise<void> {
  const [change] = edit.get(uri);
  const editor = await vscode.window.showTextDocument(uri, { preview: true });
  if (change) editor.revealRange(change.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
