import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../core/features/navigation/document-links.ts';
import type { Judge } from '../core/service.ts';
import { rangeIn } from './convert.ts';
import { parsedDocument, type Documents } from './documents.ts';
import type { Judging } from './judging.ts';

/** What a click on an opportunity, a runbook, a flag, a link or a history opens. */
export function createDocumentLinks(
  judge: Judge,
  documents: Documents,
  judging: Judging,
): (params: DocumentLinkParams) => DocumentLink[] {
  return ({ textDocument: { uri } }) => {
    judging.settle(uri);
    const document = documents.get(uri);
    const model = judge.workspace.get(uri)?.model;
    if (document === undefined || model === undefined) return [];
    const parsed = parsedDocument(document);
    if (parsed === undefined) return [];
    return documentLinks(parsed, model, judge.settings.folders ?? []).map(({ span, target }) => ({
      range: rangeIn(document.lines, span),
      target,
    }));
  };
}
