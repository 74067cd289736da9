import { spanOf, type Span } from '../../text/span.ts';
import type { TextEdit } from '../edits.ts';

/** The text after edits that are in order and lie apart. */
export function textAfter(text: string, sorted: readonly TextEdit[]): string {
  let after = '';
  let from = 0;
  for (const { span, newText } of sorted) {
    after += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return after + text.slice(from);
}

/** Where the new texts stand once the edits, in order, have been made. */
export function lengthenedBy(sorted: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return sorted.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return spanOf(start, start + newText.length);
  });
}
