import type { Hover, HoverParams } from 'vscode-languageserver';
import { describeField, fieldAt } from '../core/features/hover.ts';
import type { Judge } from '../core/service.ts';
import { offsetIn, rangeIn } from './convert.ts';
import { parsedDocument, type Documents } from './documents.ts';
import type { Judging } from './judging.ts';

/** What a field means. The text comes from our own schema alone: nothing of the file stands in it. */
export function createHover(
  judge: Judge,
  documents: Documents,
  judging: Judging,
): (params: HoverParams) => Promise<Hover | null> {
  return async ({ textDocument: { uri }, position }) => {
    judging.settle(uri);
    const document = documents.get(uri);
    const entry = judge.workspace.get(uri);
    if (document === undefined || entry === undefined) return null;
    const parsed = parsedDocument(document);
    const place = parsed && fieldAt(parsed, entry.model, offsetIn(document.text, document.lines, position));
    if (place === undefined) return null;
    // The descriptions are the largest table of the server, and the first hover is early enough for them.
    const { fieldInfos } = await import('../core/schema/fields.gen.ts');
    const value = describeField(fieldInfos, place);
    if (value === undefined) return null;
    return { contents: { kind: 'markdown', value }, range: rangeIn(document.lines, place.span) };
  };
}
