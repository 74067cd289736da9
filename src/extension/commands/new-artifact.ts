import * as vscode from 'vscode';
import type { NewDocumentQuestion } from '../../server/protocol.ts';
import { asUri, isRecord } from '../arguments.ts';
import { habitsOf } from '../habits.ts';
import type { LanguageServer } from '../language-server.ts';
import { askForFolder } from '../new-bet-dialogue.ts';
import { createDocument } from '../new-document.ts';
import { askForArtifact, type NewArtifact, type NewKind } from './new-artifact-dialogue.ts';
import { sayNoAnswer } from './refactor-words.ts';

/**
 * Makes a new document of a kind. Without an argument it asks; the explorer hands over a folder, and a keybinding or another extension
 * may hand over `{ title, owner?, notation?, bet?, folder? }` and is asked nothing. It comes to stand where others of its kind do.
 */
export async function newArtifact(
  server: LanguageServer,
  kind: NewKind,
  argument: unknown,
): Promise<vscode.Uri | undefined> {
  const [tree, habits] = await Promise.all([server.tree(), habitsOf(kind)]);
  const given = asNewArtifact(argument);
  const wanted = given ?? (await askForArtifact(server, kind, tree, habits.notation));
  if (wanted === undefined) return undefined;
  const { title, owner, bet } = wanted;
  const notation = wanted.notation ?? habits.notation ?? 'yaml';
  const question: NewDocumentQuestion = {
    kind,
    title,
    notation,
    ...(owner !== undefined && { owner }),
    ...(bet !== undefined && { bet: bet.id }),
  };
  const document = await server.newDocument(question);
  if (!document) {
    sayNoAnswer();
    return undefined;
  }
  const told = wanted.folder ?? (argument instanceof vscode.Uri ? argument : undefined);
  const folder =
    told ?? habits.folder ?? folderOf(bet?.uri) ?? (await askForFolder(tree, { mayAsk: given === undefined }));
  return folder === 'cancelled' ? undefined : createDocument(document, notation, folder);
}

function folderOf(file: string | undefined): vscode.Uri | undefined {
  const uri = asUri(file);
  return uri && vscode.workspace.getWorkspaceFolder(uri) && vscode.Uri.joinPath(uri, '..');
}

function asNewArtifact(argument: unknown): NewArtifact | undefined {
  if (!isRecord(argument) || argument instanceof vscode.Uri) return undefined;
  const { title, owner, notation, bet } = argument;
  if (typeof title !== 'string' || title.trim() === '') return undefined;
  const folder = asUri(argument['folder']);
  return {
    title,
    ...((notation === 'markdown' || notation === 'yaml') && { notation }),
    ...(typeof owner === 'string' && owner.trim() !== '' && { owner }),
    ...(typeof bet === 'string' && bet.trim() !== '' && { bet: { id: bet } }),
    ...(folder && vscode.workspace.getWorkspaceFolder(folder) && { folder }),
  };
}
