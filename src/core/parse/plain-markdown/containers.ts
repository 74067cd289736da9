import { spanOf } from '../../text/span.ts';
import type { ListItem } from '../markdown/blocks.ts';
import { withForeignBox } from '../markdown/boxes.ts';
import { closeLeaf } from './leaves.ts';
import { giveUp, maxDepth, type OpenItem, type OpenList, type Reading } from './reading.ts';
import * as units from './units.ts';

/** Closes what is open from a depth on, the innermost first, and the leaf in it. */
export function closeContainers(reading: Reading, depth: number): void {
  closeLeaf(reading);
  while (reading.open.length > depth) closeInnermost(reading, undefined);
}

/** Closes the innermost container. `nextInList` is the list that goes on with another item: it stays open. */
function closeInnermost(reading: Reading, nextInList: OpenList | undefined): void {
  const { open } = reading;
  const closed = open.pop();
  if (closed === undefined) return;
  const blocks = open[open.length - 1]?.blocks ?? reading.blocks;
  if (closed.type === 'quote') {
    blocks.push({ type: 'quote', span: spanOf(closed.start, closed.end), blocks: closed.blocks });
    return;
  }
  const { list } = closed;
  list.items.push(itemOf(closed));
  if (list === nextInList) return;
  const first = list.items[0]?.span.start ?? closed.start;
  blocks.push({ type: 'list', span: spanOf(first, closed.end), ordered: list.ordered, items: list.items });
}

function itemOf({ start, end, box, blocks }: OpenItem): ListItem {
  const span = spanOf(start, end);
  return box === undefined ? withForeignBox(span, blocks) : { span, box, blocks };
}

/** Begins a quote at its mark. */
export function openQuote(reading: Reading, start: number, depth: number, lineEnd: number): void {
  if (depth < reading.open.length && isInQuote(reading, depth)) giveUp(reading);
  closeContainers(reading, depth);
  if (depth >= maxDepth) giveUp(reading);
  reading.open.push({ type: 'quote', start, blocks: [], end: lineEnd });
}

/** A list mark: what it begins, and where its content stands. */
export interface Mark {
  readonly ordered: boolean;
  readonly marker: number;
  readonly start: number;
  /** Columns from where the container around it begins to its content. */
  readonly indent: number;
  readonly content: number;
  readonly isEmpty: boolean;
}

/**
 * The list mark at `start`, before which the line is indented by `indented` columns; undefined where none stands, or
 * one that may not interrupt the paragraph that goes on.
 */
export function markAt(
  reading: Reading,
  start: number,
  indented: number,
  lineEnd: number,
  interrupts: boolean,
): Mark | undefined {
  const { text } = reading;
  const unit = text.charCodeAt(start);
  const ordered = units.isDigit(unit);
  let at = start;
  if (ordered) {
    while (at < lineEnd && units.isDigit(text.charCodeAt(at))) at++;
    const behind = text.charCodeAt(at);
    if (at - start > 9 || (behind !== units.dot && behind !== units.closeParenthesis)) return undefined;
    if (interrupts && (at - start > 1 || unit !== units.one)) return undefined;
  } else if (unit !== units.hyphen && unit !== units.asterisk && unit !== units.plus) return undefined;
  const marker = text.charCodeAt(at);
  at++;
  if (at < lineEnd && text.charCodeAt(at) !== units.space) return undefined;
  const content = units.skipSpaces(text, at, lineEnd);
  const width = indented + at - start;
  if (content >= lineEnd)
    return interrupts ? undefined : { ordered, marker, start, indent: width + 1, content: lineEnd, isEmpty: true };
  // More blanks make what follows indented code.
  if (content - at > 4) {
    giveUp(reading);
    return;
  }
  return { ordered, marker, start, indent: width + content - at, content, isEmpty: false };
}

/** Begins an item: in the list of the container at `depth`, which the line left, or in a list of its own. */
export function openItem(reading: Reading, mark: Mark, depth: number, lineEnd: number): void {
  const left = reading.open[depth];
  const goesOn =
    left?.type === 'item' && left.list.marker === mark.marker && left.list.ordered === mark.ordered
      ? left.list
      : undefined;
  if (goesOn === undefined && left !== undefined && isInQuote(reading, depth)) giveUp(reading);
  closeContainers(reading, goesOn === undefined ? depth : depth + 1);
  if (goesOn !== undefined) closeInnermost(reading, goesOn);
  if (depth >= maxDepth) giveUp(reading);
  reading.hasEmptyItem ||= mark.isEmpty;
  reading.open.push({
    type: 'item',
    list: goesOn ?? { ordered: mark.ordered, marker: mark.marker, items: [] },
    start: mark.start,
    indent: mark.indent,
    blocks: [],
    end: lineEnd,
    emptiness: mark.isEmpty ? 'fresh' : 'none',
    begun: 0,
    box: undefined,
  });
}

/** Where something in a quote ends that is closed by another container is odd. */
function isInQuote({ open }: Reading, depth: number): boolean {
  for (let index = 0; index < depth; index++) if (open[index]?.type === 'quote') return true;
  return false;
}
