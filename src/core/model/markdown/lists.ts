import type { Block, ListItem, TableBlock, TableRow } from '../../parse/markdown/blocks.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { readDate } from '../values/date.ts';
import { isNoValue, isPlaceholder, placeholdersIn } from '../values/placeholder.ts';
import { tickIn } from './choice.ts';
import { draftAt, put, scalar, type DraftList, type DraftScalar, type DraftValue, type Zone } from './draft.ts';
import { blank } from './leaf.ts';
import { headMeaningOf, phraseOf } from './phrase.ts';
import { wordMeaning, type Reading } from './reading.ts';
import { itemText, joined, proseOf, within, writtenCell, type Written } from './written.ts';

/** What each column of a table means; columns of no meaning are noted. */
export function columnsOf(reading: Reading, table: TableBlock, name: string): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  table.header.cells.forEach((cell, index) => {
    const meaning = headMeaningOf(reading.words, 'columns', [name], phraseOf(cell.text));
    if (meaning === undefined) reading.unknown.push({ type: 'column', text: cell.text, span: cell.span });
    else if (!columns.has(meaning)) columns.set(meaning, index);
  });
  return columns;
}

/** The same for a look at what a table lists: nothing is noted. */
export function hasColumns(reading: Reading, table: TableBlock, name: string, wanted: readonly string[]): boolean {
  const found = new Set(
    table.header.cells.map(cell => headMeaningOf(reading.words, 'columns', [name], phraseOf(cell.text))),
  );
  return wanted.every(meaning => found.has(meaning));
}

export function cellOf(row: TableRow, columns: ReadonlyMap<string, number>, meaning: string): Written | undefined {
  const index = columns.get(meaning);
  return index === undefined ? undefined : writtenCell(row.cells[index]);
}

/** Whether a value was filled in: neither absent, nor a placeholder, nor with one in it. */
export function isFilled(written: Written | undefined): written is Written {
  return (
    written !== undefined &&
    !isNoValue(written.text) &&
    !isPlaceholder(written.text) &&
    placeholdersIn(written.text).length === 0
  );
}

/** A list of texts: items, else rows of a table, else the text itself. */
export function textsOf(
  reading: Reading,
  blocks: readonly Block[],
  value: Written | undefined,
  zone: Zone,
): DraftList | undefined {
  const items: DraftScalar[] = [];
  const add = (written: Written | undefined): void => {
    if (written === undefined || isNoValue(written.text)) return;
    if (isPlaceholder(written.text)) items.push(blank(written, zone));
    else {
      zone.filled ||= isFilled(written);
      items.push(scalar(written.text, written.span));
    }
  };
  if (value !== undefined) add(value);
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) add(itemText(item));
    else if (block.type === 'table') for (const row of block.rows) add(criterionOf(reading, block, row));
  }
  // Words above a list or a table introduce it.
  if (!blocks.some(block => block.type === 'list' || block.type === 'table')) add(proseOf(blocks));
  return items.length === 0 ? undefined : listOf(items);
}

export function listOf(items: readonly DraftValue[]): DraftList {
  return { type: 'draftList', items: [...items], span: spanOf(0, 0) };
}

/** A condition with its threshold, day or answer, in one sentence; a row with a placeholder left in it was not filled in. */
function criterionOf(reading: Reading, table: TableBlock, row: TableRow): Written | undefined {
  const columns = columnsOf(reading, table, 'criterion');
  const text = cellOf(row, columns, 'text') ?? writtenCell(row.cells[0]);
  if (text === undefined) return undefined;
  const more = row.cells.flatMap((cell, index) =>
    index === (columns.get('text') ?? 0) ? [] : (writtenCell(cell) ?? []),
  );
  const said = more.filter(written => !isNoValue(written.text));
  if (said.some(written => !isFilled(written)) || !isFilled(text)) return undefined;
  const rest = joined(said, ', ');
  return rest === undefined ? text : joined([text, rest], ': ');
}

/** Items of a checklist, from lists and tables; nested items count like any other. */
export function checklistOf(reading: Reading, blocks: readonly Block[], value?: Written): DraftList | undefined {
  const items: DraftValue[] = value === undefined || isNoValue(value.text) ? [] : inlineItems(value);
  const addList = (list: readonly ListItem[]): void => {
    for (const item of list) {
      const text = itemText(item);
      if (text && !isNoValue(text.text))
        items.push(checklistItem(text, item.box && { done: item.box.state === 'done', span: item.box.span }));
      for (const block of item.blocks)
        if (block.type === 'list' && block.items.some(inner => inner.box)) addList(block.items);
    }
  };
  for (const block of blocks) {
    if (block.type === 'list') addList(block.items);
    else if (block.type === 'quote') items.push(...(checklistOf(reading, block.blocks)?.items ?? []));
    else if (block.type === 'table') for (const row of itemRows(reading, block)) items.push(rowItem(row));
  }
  return items.length === 0 ? undefined : listOf(items);
}

/** Items on one line, divided by semicolons or line breaks; boxes tick them. */
function inlineItems(value: Written): DraftValue[] {
  const items: DraftValue[] = [];
  let from = 0;
  for (const part of value.text.slice(0, 5000).split(/;/)) {
    const written = within(value, from, from + part.length);
    from += part.length + 1;
    if (written === undefined) continue;
    const tick = tickIn(written);
    if (tick?.rest) items.push(checklistItem(tick.rest, { done: tick.done, span: tick.box.span }));
    else items.push(checklistItem(written, undefined));
  }
  return items;
}

function checklistItem(text: Written, box: { readonly done: boolean; readonly span: Span } | undefined): DraftValue {
  if (box?.done !== true) return scalar(text.text, text.span);
  const item = draftAt(text.span);
  put(item, 'text', text.span, scalar(text.text, text.span));
  put(item, 'done', box.span, scalar('x', box.span, true));
  return item;
}

/** A row of a checklist in a table. */
export interface ItemRow {
  readonly text: Written;
  readonly state: 'open' | 'doing' | 'done' | 'notNeeded';
  readonly stateSpan: Span | undefined;
  /** Whether a box is ticked, a status written or a day filled in: a template's row is none of that. */
  readonly filled: boolean;
  readonly owner: Written | undefined;
  readonly due: Written | undefined;
  readonly note: Written | undefined;
}

export function itemRows(reading: Reading, table: TableBlock): readonly ItemRow[] {
  const columns = columnsOf(reading, table, 'item');
  const at = columns.get('text') ?? 0;
  return table.rows.flatMap(row => {
    const cell = writtenCell(row.cells[at]);
    if (cell === undefined) return [];
    const tick = tickIn(cell);
    const text = tick ? tick.rest : cell;
    if (text === undefined || isNoValue(text.text)) return [];
    const status = cellOf(row, columns, 'done');
    const due = cellOf(row, columns, 'due');
    const { state, filled } = stateOf(reading, tick?.done === true, status);
    return {
      text,
      state,
      stateSpan: tick?.done === true ? tick.box.span : (status?.span ?? tick?.box.span),
      filled: filled || (due !== undefined && readDate(due.text) !== undefined),
      owner: cellOf(row, columns, 'owner'),
      due,
      note: cellOf(row, columns, 'note'),
    };
  });
}

function stateOf(
  reading: Reading,
  isTicked: boolean,
  status: Written | undefined,
): { readonly state: ItemRow['state']; readonly filled: boolean } {
  if (isTicked) return { state: 'done', filled: true };
  if (status === undefined) return { state: 'open', filled: false };
  const tick = tickIn(status);
  if (tick !== undefined && tick.rest === undefined) return { state: tick.done ? 'done' : 'open', filled: tick.done };
  const state = componentState(reading, status);
  if (state === undefined) return { state: 'open', filled: isFilled(status) };
  return { state, filled: true };
}

/** A word or an emoji of progress. */
export function componentState(reading: Reading, status: Written): ItemRow['state'] | undefined {
  const text = status.text.replace(/\ufe0f/g, '').trim();
  const emoji = /^\p{Extended_Pictographic}|^[✓✔✗✖]/u.exec(text)?.[0];
  const phrase = phraseOf(text);
  const meaning =
    headMeaningOf(reading.words, 'words', ['componentStatus'], phrase) ??
    (/^n\/a/i.test(text) ? 'notNeeded' : undefined) ??
    (emoji && wordMeaning(reading, 'componentStatus', emoji));
  return meaning as ItemRow['state'] | undefined;
}

/** A row as an item: its day where that is one, else beside the note. */
export function rowItem(row: ItemRow): DraftValue {
  const item = draftAt(row.text.span);
  put(item, 'text', row.text.span, scalar(row.text.text, row.text.span));
  if (row.state === 'done' || row.state === 'notNeeded') {
    const span = row.stateSpan ?? row.text.span;
    put(item, 'done', span, scalar('x', span, true));
  }
  if (isFilled(row.owner)) put(item, 'owner', row.owner.span, scalar(row.owner.text, row.owner.span));
  if (isFilled(row.due)) {
    const isDay = readDate(row.due.text) !== undefined;
    put(item, isDay ? 'due' : 'note', row.due.span, scalar(row.due.text, row.due.span));
  }
  if (isFilled(row.note)) put(item, 'note', row.note.span, scalar(row.note.text, row.note.span));
  const only = item.entries.size === 1 ? item.entries.get('text')?.value : undefined;
  return only ?? item;
}
