import { spanOf } from '../../text/span.ts';
import type { TableRow } from '../markdown/blocks.ts';
import type { Inline } from '../markdown/inline.ts';
import { spanOfCell } from '../markdown/cells.ts';
import { endsParagraph, isThematicBreak } from './flow.ts';
import { readInline } from './inline.ts';
import { closeParagraph } from './leaves.ts';
import { giveUp, type OpenParagraph, type OpenTable, type Reading } from './reading.ts';
import * as units from './units.ts';

/** Makes the last line of a paragraph the header of a table, where the line below it says so. */
export function startTable(
  reading: Reading,
  { lines, mayBeHeader }: OpenParagraph,
  first: number,
  end: number,
): boolean {
  const { text } = reading;
  const columns = columnsOf(text, first, end);
  if (columns === 0) return false;
  const headerStart = lines[lines.length - 2] ?? first;
  const headerEnd = lines[lines.length - 1] ?? first;
  const [cells] = cut(text, headerStart, headerEnd);
  if (cells !== columns || isLonePipe(text, headerStart, headerEnd)) return false;
  // HTML that may not interrupt a paragraph, but stands before a table, is asked for first.
  if (!mayBeHeader || text.charCodeAt(headerStart) === units.lessThan) {
    giveUp(reading);
    return true;
  }
  const before = lines.slice(0, -2);
  if (before.length > 0) {
    reading.leaf = undefined;
    closeParagraph(reading, { type: 'paragraph', lines: before, mayBeHeader: false });
  }
  const header = readRow(reading, headerStart, headerEnd);
  reading.leaf = { type: 'table', start: headerStart, header, rows: [], end };
  return true;
}

/** Takes a line as a row; false where it is none. */
export function continueTable(
  reading: Reading,
  table: OpenTable,
  indented: number,
  first: number,
  end: number,
): boolean {
  const { text } = reading;
  const unit = text.charCodeAt(first);
  if (unit === units.lessThan || indented > 3) {
    giveUp(reading);
    return true;
  }
  if (endsParagraph(reading, first, end) || isThematicBreak(text, first, end)) return false;
  table.rows.push(readRow(reading, first, end));
  table.end = end;
  return true;
}

function isLonePipe(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === units.pipe && units.skipSpaces(text, start + 1, end) >= end;
}

/** How many columns a delimiter row has; 0 for any other line. */
function columnsOf(text: string, first: number, end: number): number {
  let at = first;
  let columns = 0;
  let isMarked = false;
  if (text.charCodeAt(at) === units.pipe) {
    isMarked = true;
    at = units.skipSpaces(text, at + 1, end);
  }
  while (at < end) {
    if (text.charCodeAt(at) === units.colon) {
      isMarked = true;
      at++;
    }
    if (at >= end || text.charCodeAt(at) !== units.hyphen) return 0;
    at = units.skipRun(text, at, end);
    if (at < end && text.charCodeAt(at) === units.colon) {
      isMarked = true;
      at++;
    }
    columns++;
    at = units.skipSpaces(text, at, end);
    if (at >= end) break;
    if (text.charCodeAt(at) !== units.pipe) return 0;
    isMarked = true;
    at = units.skipSpaces(text, at + 1, end);
  }
  return isMarked ? columns : 0;
}

/**
 * Where the cells of a row begin: at its first character, and at each pipe behind it. A pipe with nothing behind it
 * belongs to the cell before it. Cells with no pipe behind them, but with text, count as well.
 */
function cut(text: string, start: number, end: number): [cells: number, starts: number[]] {
  const starts = [start];
  let hasText = false;
  for (let at = text.charCodeAt(start) === units.pipe ? start + 1 : start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === units.pipe) {
      starts.push(at);
      hasText = false;
    } else if (unit !== units.space) {
      hasText = true;
      if (unit === units.backslash) {
        const next = text.charCodeAt(at + 1);
        if (next === units.backslash || next === units.pipe) at++;
      }
    }
  }
  if (!hasText && starts.length > 1) starts.pop();
  return [starts.length, starts];
}

function readRow(reading: Reading, start: number, end: number): TableRow {
  const { text } = reading;
  const [, starts] = cut(text, start, end);
  const cells: Inline[] = [];
  for (let index = 0; index < starts.length; index++) {
    const from = starts[index] ?? start;
    const to = starts[index + 1] ?? end;
    cells.push(readCell(reading, from, to));
  }
  return { span: spanOf(start, end), cells };
}

function readCell(reading: Reading, start: number, end: number): Inline {
  const { text } = reading;
  const contentStart = units.skipSpaces(text, text.charCodeAt(start) === units.pipe ? start + 1 : start, end);
  let contentEnd = units.trimSpaces(text, contentStart, end);
  // The last cell of a row holds the pipe behind it.
  if (end > contentStart && isLastPipe(text, contentEnd - 1, contentStart))
    contentEnd = units.trimSpaces(text, contentStart, contentEnd - 1);
  return readInline(
    reading,
    contentStart < contentEnd ? [contentStart, contentEnd] : [],
    spanOfCell(text, start, end),
    'cell',
  );
}

/** Whether a pipe stands there that is not escaped. */
function isLastPipe(text: string, at: number, start: number): boolean {
  if (text.charCodeAt(at) !== units.pipe) return false;
  let backslashes = 0;
  for (let before = at - 1; before >= start && text.charCodeAt(before) === units.backslash; before--) backslashes++;
  return backslashes % 2 === 0;
}
