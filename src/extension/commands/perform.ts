import * as vscode from 'vscode';
import type { RefactorAnswer, RefactorQuestion } from '../../server/protocol.ts';
import { openDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import { filesIn, type EditedFiles } from './edited-files.ts';
import type { Subject } from './refactor-subject.ts';
import { confirmWarnings, refactorTitle, sayChanged, sayNoAnswer, sayRefusal, type Refusal } from './refactor-words.ts';

/** What came of a command; whoever runs it by a keybinding or from another extension may ask. */
export type Outcome = 'applied' | 'refused' | 'changed' | 'cancelled' | 'unanswered';

export interface PerformOptions {
  /** On the button that goes on in spite of warnings. */
  readonly verb: string;
  /** Asks for what makes the server go on all the same: the question with a reason in it. */
  readonly override?: (refusal: Refusal) => Promise<RefactorQuestion | undefined>;
  /** Shows what was made, where the caret alone would not lead there. */
  readonly show?: (files: EditedFiles, answer: RefactorAnswer) => Promise<void>;
}

/**
 * Asks the server, says what has to be known before, and makes the edit: one of the workspace, which one undo takes
 * back, and only if the texts are still those that were asked about.
 */
export async function perform(
  server: LanguageServer,
  subject: Subject,
  question: RefactorQuestion,
  options: PerformOptions,
): Promise<Outcome> {
  const answer = await server.refactor(question);
  if (!answer) {
    sayNoAnswer();
    return 'unanswered';
  }
  if (answer.refused?.overridable === true && options.override) {
    const again = await options.override(answer.refused);
    return again === undefined
      ? 'cancelled'
      : perform(server, subject, again, { verb: options.verb, ...(options.show && { show: options.show }) });
  }
  if (answer.refused || answer.edit === undefined) {
    if (answer.refused) sayRefusal(answer.refused);
    return 'refused';
  }
  const { warnings } = answer;
  const mustKnow = warnings.length > 0 && !subject.isConfirmed;
  if (mustKnow && !(await confirmWarnings(refactorTitle(question.name), options.verb, warnings))) return 'cancelled';
  const files = filesIn(answer.edit);
  if (!files.areOurs) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Save the file in a folder first: another file has to lie beside it.'),
    );
    return 'refused';
  }
  const saved = await saveRemoved(files);
  const isFresh = !mustKnow && !saved;
  const now = isFresh ? answer : await server.refactor(question);
  const isSame = isFresh || JSON.stringify(now?.edit) === JSON.stringify(answer.edit);
  const edit = isSame ? await server.asWorkspaceEdit(answer.edit) : undefined;
  // Several files go together: where a setting says so, as VS Code is set up, they are saved at once.
  const metadata = { isRefactoring: files.isSeveral };
  if (!edit || !fits(subject, files) || !(await vscode.workspace.applyEdit(edit, metadata))) {
    sayChanged();
    return 'changed';
  }
  await (options.show ? options.show(files, answer) : showCaret(answer));
  return 'applied';
}

/** Undo brings back a removed file as it was on the disk: what is not saved would be lost. */
async function saveRemoved({ removed }: EditedFiles): Promise<boolean> {
  const unsaved = removed.flatMap(uri => openDocument(uri) ?? []).filter(({ isDirty }) => isDirty);
  for (const document of unsaved) await document.save();
  return unsaved.length > 0;
}

/** Whether every document is still the one that the edit was worked out for. */
function fits({ uri, version }: Subject, { changed }: EditedFiles): boolean {
  if (version !== undefined && openDocument(vscode.Uri.parse(uri))?.version !== version) return false;
  return changed.every(file => {
    const document = openDocument(file.uri);
    if (file.version !== undefined) return document?.version === file.version;
    return document?.isDirty !== true;
  });
}

/** What was written is shown, with the caret where something is to be filled in. */
export async function showCaret({ cursor }: Pick<RefactorAnswer, 'cursor'>): Promise<void> {
  if (cursor === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(cursor.uri));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.validatePosition(new vscode.Position(cursor.position.line, cursor.position.character));
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
