import { adopt } from '../core/features/adoption.ts';
import type { Judge } from '../core/service.ts';
import { rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import { workspaceEdit, type EditAbilities } from './edits.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import type { AdoptAnswer, AdoptQuestion } from './protocol.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Answers the command that adopts a document, from the text as it is in the editor, else as it is on the disk. */
export function createAdopt(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
  files: Pick<WorkspaceFiles, 'read'>,
  abilities: EditAbilities,
): (question: AdoptQuestion) => Promise<AdoptAnswer> {
  return async ({ uri }) => {
    const text = documents.get(uri) === undefined ? await files.read(uri) : undefined;
    // It may have been opened while it was read.
    const document = documents.get(uri) ?? (text === undefined ? undefined : { uri, text });
    if (document === undefined) return { refused: 'notRecognised' };
    if ('version' in document) judging.settle(uri);
    else {
      intake.take(uri, document.text);
      judging.judgeNow(uri);
    }
    const adoption = adopt(judge.workspace, uri, document.text);
    if (adoption.state === 'refused') return { refused: adoption.reason };
    const { span, newText } = adoption.edit;
    // Without lines it is none that is shown, and then nothing was offered.
    const edit = { range: rangeIn(intake.lines(uri) ?? [0], span), newText };
    return { edit: workspaceEdit(document, [edit], abilities) };
  };
}
