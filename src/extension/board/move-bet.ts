import * as vscode from 'vscode';
import type { FromBoard, MovedMessage } from '../../webview/board/messages.ts';
import { asUri } from '../arguments.ts';
import { filesIn } from '../commands/edited-files.ts';
import { isKnownDocument, openDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';

type Move = Extract<FromBoard, { readonly type: 'move' }>;

/** Gives a bet another status by one edit of its file that one undo takes back, and says what came of it. */
export async function moveBet(server: LanguageServer, { uri, id, key, to }: Move): Promise<MovedMessage> {
  const moved = (outcome: MovedMessage['outcome'], reason = ''): MovedMessage => ({
    type: 'moved',
    key,
    to,
    outcome,
    reason,
  });
  const file = asUri(uri);
  if (file === undefined || !isKnownDocument(file))
    return moved('refused', vscode.l10n.t('This file can’t be opened any more.'));
  if (await isReadOnly(file)) return moved('refused', vscode.l10n.t('The file can’t be written.'));
  const answer = await server.moveBet({ uri, id, to });
  if (answer === undefined) return moved('refused', vscode.l10n.t('The language server of Betwright does not answer.'));
  if ('refused' in answer) return answer.refused === 'undecided' ? moved('undecided') : moved('refused', answer.reason);
  const isFresh = fits(answer.edit);
  const edit = isFresh ? await server.asWorkspaceEdit(answer.edit) : undefined;
  if (edit === undefined || !fits(answer.edit) || !(await vscode.workspace.applyEdit(edit)))
    return moved('refused', vscode.l10n.t('The text has changed meanwhile. Try again.'));
  return moved('moved');
}

async function isReadOnly(file: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(file);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // What was never saved can be written.
    return false;
  }
}

/** Whether every document is still the one that the edit was worked out for. */
function fits(edit: object): boolean {
  const { areOurs, changed } = filesIn(edit);
  return (
    areOurs &&
    changed.every(({ uri, version }) => {
      const document = openDocument(uri);
      return version === undefined ? document?.isDirty !== true : document?.version === version;
    })
  );
}
