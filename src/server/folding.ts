import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import { foldsOf } from '../core/features/navigation/folding.ts';
import type { Judge } from '../core/service.ts';
import { parsedDocument, type Documents } from './documents.ts';
import type { Judging } from './judging.ts';

/** What folds in our YAML. Null leaves it to the editor, which folds by indentation or, in Markdown, by headings. */
export function createFoldingRanges(
  judge: Judge,
  documents: Documents,
  judging: Judging,
): (params: FoldingRangeParams) => FoldingRange[] | null {
  return ({ textDocument: { uri } }) => {
    judging.settle(uri);
    const document = documents.get(uri);
    if (document === undefined || judge.workspace.get(uri) === undefined) return null;
    const parsed = parsedDocument(document);
    const folds = parsed && foldsOf(parsed);
    if (folds === undefined) return null;
    return folds.map(({ start, end, isComment }) => ({
      startLine: start,
      endLine: end,
      ...(isComment && { kind: FoldingRangeKind.Comment }),
    }));
  };
}
