import * as vscode from 'vscode';
import type { NewDocumentQuestion } from '../../server/protocol.ts';
import { asUri, isRecord } from '../arguments.ts';
import type { LanguageServer } from '../language-server.ts';
import { createDocument } from '../new-document.ts';
import { askForBet, askForFolder, type NewBet } from '../new-bet-dialogue.ts';

/**
 * Makes a new bet. Without an argument it asks; the explorer hands over a folder, and a keybinding or another extension may hand over
 * `{ title, owner?, notation?, folder? }` and is asked nothing.
 */
export async function newBet(server: LanguageServer, argument?: unknown): Promise<vscode.Uri | undefined> {
  const given = asNewBet(argument);
  const bet = given ?? (await askForBet());
  if (bet === undefined) return undefined;
  const { title, owner, notation } = bet;
  const question: NewDocumentQuestion = { kind: 'bet', title, notation, ...(owner !== undefined && { owner }) };
  const [document, tree] = await Promise.all([server.newDocument(question), server.tree()]);
  if (!document) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Betwright does not answer.'));
    return undefined;
  }
  const folder = bet.folder ?? asFolder(argument) ?? (await askForFolder(tree, { mayAsk: given === undefined }));
  if (folder === 'cancelled') return undefined;
  return createDocument(document, notation, folder);
}

/** The explorer's argument: the folder that was clicked. */
function asFolder(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined;
}

function asNewBet(argument: unknown): NewBet | undefined {
  if (!isRecord(argument) || argument instanceof vscode.Uri) return undefined;
  const { title, owner, notation } = argument;
  if (typeof title !== 'string' || title.trim() === '') return undefined;
  const folder = asUri(argument['folder']);
  return {
    title,
    notation: notation === 'markdown' ? 'markdown' : 'yaml',
    ...(typeof owner === 'string' && owner.trim() !== '' && { owner }),
    ...(folder && vscode.workspace.getWorkspaceFolder(folder) && { folder }),
  };
}
