import { spanOf, type Span } from '../../text/span.ts';
import type { Block, Box, ListItem } from './blocks.ts';
import type { Inline } from './inline.ts';

const foreignBox = /^\[([✓✔\-~/>])\](?=\s|$)/;

/** The box of GFM at an offset: a mark, or nothing, in brackets. */
export function boxOf(text: string, at: number): Box | undefined {
  if (text.charAt(at) !== '[' || text.charAt(at + 2) !== ']') return undefined;
  const mark = text.charAt(at + 1);
  if (mark !== ' ' && mark !== 'x' && mark !== 'X') return undefined;
  return { state: mark === ' ' ? 'open' : 'done', span: spanOf(at, at + 3) };
}

/** Boxes of other tools: `[✓]` ticks; what `[-]` or `[~]` mean is not known. A box without text is no box of GFM. */
export function withForeignBox(span: Span, blocks: readonly Block[]): ListItem {
  const first = blocks[0];
  if (first?.type !== 'paragraph' || !first.content.text.startsWith('[')) return { span, blocks };
  const found = foreignBox.exec(first.content.text);
  if (found === null) return { span, blocks };
  const state = '✓✔'.includes(found[1] ?? ' ') ? 'done' : 'unknown';
  const box: Box = { state, span: spanOf(first.content.span.start, first.content.span.start + 3) };
  const content = withoutStart(first.content, found[0].length);
  return { span, box, blocks: [{ ...first, content }, ...blocks.slice(1)] };
}

function withoutStart(inline: Inline, count: number): Inline {
  const shift = <Range extends { readonly from: number; readonly to: number }>(range: Range): Range => ({
    ...range,
    from: Math.max(range.from - count, 0),
    to: Math.max(range.to - count, 0),
  });
  return {
    text: inline.text.slice(count),
    span: inline.span,
    segments: inline.segments.flatMap(segment => {
      const cut = Math.min(Math.max(count - segment.at, 0), segment.length);
      if (cut === segment.length) return [];
      const isExact = segment.end - segment.start === segment.length;
      const start = isExact ? segment.start + cut : segment.start;
      return [{ at: segment.at + cut - count, length: segment.length - cut, start, end: segment.end }];
    }),
    strong: inline.strong.map(shift),
    links: inline.links.map(shift),
  };
}
