import type { CancellationToken } from 'vscode-languageserver';
import { moveBet } from '../core/features/refactor/move-bet.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import { workspaceEdit, type FreshTexts } from './fresh-texts.ts';
import type { MoveBetAnswer, MoveBetQuestion } from './protocol.ts';
import { refactorContext } from './refactor-context.ts';

/** Answers with the edit that gives a bet another status, worked out against the text as it is now. */
export function createMoveBet(
  judge: Judge,
  documents: Documents,
  freshTexts: () => FreshTexts,
  abilities: EditAbilities,
): (question: MoveBetQuestion, token: CancellationToken) => Promise<MoveBetAnswer> {
  return async ({ uri, id, to }, token) => {
    const texts = freshTexts();
    await texts.read([uri], token);
    const moved = moveBet(refactorContext(judge, documents, texts), { file: uri, id }, to);
    if (moved.type === 'undecided') return { refused: 'undecided' };
    if (moved.type === 'refused') return { refused: 'reason', reason: plainText(moved.reason) };
    const edits = new Map(moved.edits.map(({ file, edits: own }) => [file, own]));
    return { edit: workspaceEdit(edits, texts, documents, abilities) };
  };
}
