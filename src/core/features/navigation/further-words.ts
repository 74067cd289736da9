import type { Block } from '../../parse/markdown/blocks.ts';
import { partOf, spanOfSlice, textOf, type Inline } from '../../parse/markdown/inline.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { spanOf, type Span } from '../../text/span.ts';

/**
 * Places in a Markdown body that consist of these very words, and that the model does not keep a reference for: a row that
 * tells more of a metric, an arrow in a fence, a heading or a label that says again what the front matter says.
 */
export function furtherWords(parsed: ParsedFile, isMeant: (words: string) => boolean): readonly Span[] {
  const found: Span[] = [];

  function look(inline: Inline): void {
    for (const [from, to] of stretchesOf(inline.text)) {
      const slice = partOf({ inline, from: 0, to: inline.text.length }, from, to);
      if (slice.to > slice.from && isMeant(textOf(slice))) found.push(spanOfSlice(slice));
    }
  }

  function walk(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'heading' || block.type === 'paragraph') look(block.content);
      else if (block.type === 'table') for (const row of block.rows) row.cells.forEach(look);
      else if (block.type === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.type === 'quote') walk(block.blocks);
      else if (block.type === 'code')
        for (const { text, span } of block.lines)
          for (const [from, to] of arrowEndsOf(text))
            if (isMeant(text.slice(from, to))) found.push(spanOf(span.start + from, span.start + to));
    }
  }

  walk(parsed.markdown?.blocks ?? []);
  return found;
}

/** Longer ones are prose. */
const longest = 500;

type Stretch = readonly [from: number, to: number];

/** All of it, what stands before and behind its first colon, and it without the mark of a primary metric. */
function stretchesOf(text: string): readonly Stretch[] {
  if (text.length > longest) return [];
  const stretches: Stretch[] = [[0, text.length]];
  const colon = text.indexOf(':');
  if (colon !== -1) stretches.push([0, colon], [colon + 1, text.length]);
  const mark = /\s*(?:\(primary\)|⭐\ufe0f?)\s*$/i.exec(text);
  if (mark) stretches.push([0, mark.index]);
  return stretches;
}

/** `Leading: Sign-ups ↗ → Core: Activation`: the names of the metrics. */
function arrowEndsOf(line: string): readonly Stretch[] {
  if (line.length > longest || !/→|->/.test(line)) return [];
  const ends: Stretch[] = [];
  let at = 0;
  for (const part of line.split(/→|->/)) {
    const start = part.indexOf(':') + 1;
    const name = part.slice(start);
    const from = at + start + (name.length - name.trimStart().length);
    const to = from + name.trim().replace(/[\s↗↘↑↓⬆⬇]+$/, '').length;
    if (to > from) ends.push([from, to]);
    at += part.length + (line.startsWith('->', at + part.length) ? 2 : 1);
  }
  return ends;
}
