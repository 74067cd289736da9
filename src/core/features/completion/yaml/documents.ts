import { spanOf, type Span } from '../../../text/span.ts';
import { lineEndAt, nextLineAt } from './loose-flow.ts';

/** The YAML document around the caret, between the lines `---`; undefined where the caret is on such a line. */
export function documentAround(text: string, caret: number): Span | undefined {
  let start = 0;
  for (const mark of text.matchAll(/(?:^|(?<=[\r\n]))(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
    const lineEnd = lineEndAt(text, mark.index, text.length);
    if (caret < mark.index) return spanOf(start, mark.index);
    if (caret <= lineEnd) return undefined;
    start = Math.min(nextLineAt(text, lineEnd, text.length), text.length);
  }
  return spanOf(start, text.length);
}

/** Front matter that is not closed yet: it reaches as far as fields do. */
export function openFrontMatter(text: string): Span | undefined {
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)/.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  if (!/^[A-Za-z][\w-]*[ \t]*(?::|[\r\n]|$)/.test(text.slice(start, start + 200)) && start < text.length)
    return undefined;
  const heading = /(?:^|[\r\n])# /.exec(text.slice(start));
  return spanOf(start, heading ? start + heading.index : text.length);
}
