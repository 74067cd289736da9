import type { Block, ListItem } from '../../parse/markdown/blocks.ts';
import {
  isEmptySlice,
  partOf,
  spanOfSlice,
  textOf,
  wholeOf,
  type Inline,
  type Slice,
} from '../../parse/markdown/inline.ts';
import { spanOf, type Span } from '../../text/span.ts';

/** A value as it was written: its text on one line, and its place. One made of several pieces has no slice. */
export interface Written {
  readonly text: string;
  readonly span: Span;
  readonly slice?: Slice;
}

export function writtenOf(slice: Slice): Written | undefined {
  return isEmptySlice(slice) ? undefined : { text: textOf(slice), span: spanOfSlice(slice), slice };
}

export function writtenCell(cell: Inline | undefined): Written | undefined {
  return cell && writtenOf(wholeOf(cell));
}

/** A stretch of a value; of one made of pieces, the text alone changes. */
export function within(written: Written, from: number, to: number = written.text.length): Written | undefined {
  const text = written.text.slice(from, to).trim();
  if (text === '') return undefined;
  // On one line the text of the slice and that of the value are the same.
  if (written.slice === undefined || written.slice.to - written.slice.from !== written.text.length)
    return { text, span: written.span };
  return writtenOf(partOf(written.slice, from, to));
}

/** Several values as one, with what people would write between them. */
export function joined(parts: readonly Written[], between: string): Written | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (parts.length === 1) return first;
  return { text: parts.map(part => part.text).join(between), span: spanOf(first.span.start, last.span.end) };
}

/** The running text of blocks: a quote, a paragraph, else the items of a list. */
export function proseOf(blocks: readonly Block[]): Written | undefined {
  const quote = blocks.find(block => block.type === 'quote');
  if (quote?.type === 'quote') return joined(paragraphsOf(quote.blocks), ' ');
  const paragraphs = paragraphsOf(blocks.filter(block => block.type === 'paragraph'));
  if (paragraphs.length > 0) return joined(paragraphs, ' ');
  const list = blocks.find(block => block.type === 'list');
  return list?.type === 'list'
    ? joined(
        list.items.flatMap(item => itemText(item) ?? []),
        '; ',
      )
    : undefined;
}

function paragraphsOf(blocks: readonly Block[]): readonly Written[] {
  return blocks.flatMap(block => {
    if (block.type === 'paragraph') return writtenCell(block.content) ?? [];
    if (block.type === 'list') return block.items.flatMap(item => itemText(item) ?? []);
    return block.type === 'quote' ? paragraphsOf(block.blocks) : [];
  });
}

/** The first paragraph of an item. */
export function itemText(item: ListItem): Written | undefined {
  const first = item.blocks[0];
  return first?.type === 'paragraph' ? writtenCell(first.content) : undefined;
}
