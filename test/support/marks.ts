import type { Span } from '../../src/core/text/span.ts';

/** Takes the marks « and » out of a text and says what stood between them. */
export function takeMarks(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start: number | undefined;
  for (const character of marked) {
    if (character === '«') start = text.length;
    else if (character === '»') {
      if (start === undefined) throw new Error(`» without « in ${marked}`);
      spans.push({ start, end: text.length });
      start = undefined;
    } else text += character;
  }
  if (start !== undefined) throw new Error(`« without » in ${marked}`);
  return { text, spans };
}
