import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionsAt } from '../core/features/navigation/selection.ts';
import type { Judge } from '../core/service.ts';
import { offsetIn, rangeIn } from './convert.ts';
import { parsedDocument, type Documents } from './documents.ts';
import type { Judging } from './judging.ts';

/** What "expand selection" goes through: words, value, field, block, artifact. */
export function createSelectionRanges(
  judge: Judge,
  documents: Documents,
  judging: Judging,
): (params: SelectionRangeParams) => SelectionRange[] | null {
  return ({ textDocument: { uri }, positions }) => {
    judging.settle(uri);
    const document = documents.get(uri);
    const model = judge.workspace.get(uri)?.model;
    if (document === undefined || model === undefined) return null;
    const parsed = parsedDocument(document);
    if (parsed === undefined) return null;
    return positions.map(position => {
      const spans = selectionsAt(parsed, model, offsetIn(document.text, document.lines, position));
      const here = { range: { start: position, end: position } };
      return (
        spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: rangeIn(document.lines, span), ...(parent && { parent }) }),
          undefined,
        ) ?? here
      );
    });
  };
}
