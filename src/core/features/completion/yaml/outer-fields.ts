import { spanOf, type Span } from '../../../text/span.ts';
import type { CompletionItem } from '../item.ts';
import { indentBelow } from './below.ts';
import { lineEndAt } from './loose-flow.ts';

/** So many levels are looked at: nobody means more. */
const mostLevels = 6;

/** What completion says of a text with the caret's line further out. */
export type CompleteIn = (text: string, caret: number, span: Span) => readonly CompletionItem[];

/**
 * Fields of what stands around the caret's place. Editors begin a new line as far in as the last one was, so that whoever goes on
 * with the next part of a document types its name too far in. What is taken brings the line to where the field belongs.
 */
export function outerFields(text: string, caret: number, span: Span, complete: CompleteIn): readonly CompletionItem[] {
  const start = lineStartAt(text, caret, span.start);
  const typed = /^( +)([A-Za-z][A-Za-z0-9]*)$/.exec(text.slice(start, caret));
  const [, blanks = '', word = ''] = typed ?? [];
  const rest = text.slice(caret, lineEndAt(text, caret, span.end));
  if (typed === null || rest.trim() !== '') return [];
  const below = indentBelow(text, caret, span.end);
  const items: CompletionItem[] = [];
  for (const column of columnsAbove(text, span, start, blanks.length)) {
    // What stands further in below would come to belong to the field.
    if (below > column) continue;
    const out = blanks.length - column;
    const shifted = text.slice(0, start) + text.slice(start + out);
    for (const item of complete(shifted, caret - out, spanOf(span.start, span.end - out))) {
      const isMeant = item.kind === 'field' && item.label.toLowerCase().startsWith(word.toLowerCase());
      if (!isMeant || items.some(({ label }) => label === item.label)) continue;
      items.push({
        ...item,
        span: spanOf(start, item.span.end + out),
        snippet: item.snippet.startsWith('\n') ? item.snippet : ' '.repeat(column) + item.snippet,
      });
    }
  }
  return items;
}

/** The columns of the fields around a place, the nearest first. */
function columnsAbove(text: string, span: Span, before: number, column: number): readonly number[] {
  const columns: number[] = [];
  let least = column;
  for (let start = before; start > span.start && least > 0 && columns.length < mostLevels;) {
    const end = start - 1;
    start = lineStartAt(text, text[end - 1] === '\r' ? end - 1 : end, span.start);
    const found = /^ *(?:- +)*(?=[A-Za-z"'][^\r\n]*:)/.exec(text.slice(start, Math.min(end, start + 300)));
    if (found === null || found[0].length >= least) continue;
    least = found[0].length;
    columns.push(least);
    // A further item of a list is another matter: above it stands what the list belongs to.
    if (found[0].includes('-')) least = found[0].indexOf('-') + 1;
  }
  return columns;
}

function lineStartAt(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
