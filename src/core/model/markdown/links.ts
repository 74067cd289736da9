import type { Block, ListItem } from '../../parse/markdown/blocks.ts';
import { partOf, spanOfSlice, textOf, wholeOf, type Inline, type Slice } from '../../parse/markdown/inline.ts';
import { isNoValue, isPlaceholder } from '../values/placeholder.ts';
import { draftAt, scalar, type Draft } from './draft.ts';
import type { Said } from './fields.ts';
import { isFilled } from './lists.ts';
import { writtenOf } from './written.ts';

/** `- [Design](https://…)`, `- Design: https://…`, a table of both, or several on one line: name → URL. */
export function linksOf({ key, value, blocks }: Said): Draft | undefined {
  const links = draftAt(key);
  if (value?.slice) addLinks(links, value.slice);
  for (const block of blocks) addBlock(links, block);
  return links.entries.size === 0 ? undefined : links;
}

function addBlock(links: Draft, block: Block): void {
  switch (block.type) {
    case 'paragraph':
      for (const line of linesOf(block.content)) addLinks(links, line);
      return;
    case 'list':
      block.items.forEach(item => addItem(links, item));
      return;
    case 'quote':
      for (const inner of block.blocks) addBlock(links, inner);
      return;
    case 'table':
      for (const { cells } of block.rows) addRow(links, cells);
      return;
    default:
  }
}

function addItem(links: Draft, item: ListItem): void {
  for (const block of item.blocks) addBlock(links, block);
}

/** A row's first cell names what is linked in the others. */
function addRow(links: Draft, [first, ...others]: readonly Inline[]): void {
  const name = first && wholeOf(first);
  const target = others.map(wholeOf).find(slice => urlIn(slice) !== undefined);
  if (name && target && first.links.length === 0) add(links, name, target);
  else for (const cell of [first, ...others]) if (cell) addLinks(links, wholeOf(cell));
}

/** What stands before a colon names the only link behind it; else each link is called by its own text. */
function addLinks(links: Draft, slice: Slice): void {
  const text = textOf(slice);
  const inside = linksIn(slice);
  const colon = /:\s/.exec(text.slice(0, 100));
  if (inside.length <= 1 && colon) {
    const target = partOf(slice, colon.index + 1);
    if (urlIn(target) !== undefined) {
      add(links, partOf(slice, 0, colon.index), target);
      return;
    }
  }
  for (const { from, to } of inside) {
    const link: Slice = { inline: slice.inline, from, to };
    add(links, link, link);
  }
}

function add(links: Draft, name: Slice, target: Slice): void {
  const written = writtenOf(name);
  const url = urlIn(target);
  if (!isFilled(written) || url === undefined || links.entries.has(written.text)) return;
  const span = linksIn(target)[0]?.target ?? spanOfSlice(target);
  links.entries.set(written.text, { key: spanOfSlice(name), value: scalar(url, span) });
}

function linksIn({ inline, from, to }: Slice): Inline['links'] {
  return inline.links.filter(link => link.from >= from && link.to <= to);
}

/** The target of the link in it, or the bare address that it is. */
function urlIn(slice: Slice): string | undefined {
  const url = linksIn(slice)[0]?.url ?? /^<?(https?:\/\/[^\s<>]+)>?$/i.exec(textOf(slice).slice(0, 2000))?.[1];
  return url === undefined || url === '' || isPlaceholder(url) || isNoValue(url) ? undefined : url;
}

function linesOf(inline: Inline): readonly Slice[] {
  let from = 0;
  return inline.text.split('\n').map(line => {
    const slice: Slice = { inline, from, to: from + line.length };
    from += line.length + 1;
    return slice;
  });
}
