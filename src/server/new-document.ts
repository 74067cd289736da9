import { newDocument } from '../core/features/new-document.ts';
import { isKind } from '../core/schema/kinds.ts';
import type { Judge } from '../core/service.ts';
import type { NewDocument, NewDocumentQuestion } from './protocol.ts';

/** Answers with a new document from a template; null for a kind or notation that there is no template for. */
export function createNewDocument(judge: Judge): (question: NewDocumentQuestion) => NewDocument | null {
  return wishes => {
    if (!isKind(wishes.kind) || typeof wishes.title !== 'string') return null;
    return newDocument(judge.workspace, wishes, judge.settings.today) ?? null;
  };
}
