import type { RefactorContext } from '../core/features/refactor/plan.ts';
import { parseFile, type ParsedFile } from '../core/parse/file.ts';
import type { Judge } from '../core/service.ts';
import { parsedDocument, type Documents } from './documents.ts';
import type { FreshTexts } from './fresh-texts.ts';

/** What refactorings and fixes see: the texts as they are now, each parsed once. Good for one answer. */
export function refactorContext(judge: Judge, documents: Documents, texts: FreshTexts): RefactorContext {
  const known = new Map<string, ParsedFile | undefined>();
  return {
    workspace: judge.workspace,
    settings: judge.settings,
    parsed(file) {
      const document = documents.get(file);
      if (document) return parsedDocument(document);
      if (!known.has(file)) {
        const text = texts.textOf(file);
        // It was asked about, so it is ours: Markdown may be so by its folder alone.
        known.set(file, text === undefined ? undefined : parseFile(file, text, { isIncluded: () => true }));
      }
      return known.get(file);
    },
  };
}
