import { csvRows, type CsvRow } from '../parse/csv.ts';
import { readDate } from './values/date.ts';
import { isNoValue, isPlaceholder } from './values/placeholder.ts';
import { readQuantity, type Quantity } from './values/quantity.ts';

/** What of a metric's history in a CSV file is needed beside the metric: tables themselves are not kept. */
export interface HistoryTable {
  /** The value of the last row, as it was written and, where it can be read, as a number; absent where that row has none. */
  readonly last?: { readonly text: string; readonly quantity?: Quantity };
  /** The readings, oldest first, as far as a trend shows them. */
  readonly trend: readonly number[];
  /** What can't be read, for people: the table as a whole, or the first of its rows. */
  readonly problem?: string;
}

/** Longest text of a table that is read, in UTF-16 units: decades of daily readings. */
export const maxTableLength = 1_000_000;
const maxRows = 20_000;
/** No picture of a trend is wider than so many readings. */
const trendLength = 200;

const delimiters = [',', ';', '\t'];

/**
 * Reads the columns `date` and `value` of a CSV text (SPEC 2, metrics), in any order and case; others are left alone.
 * Delimiters are commas, semicolons or tabs. Never throws: what can't be read is said, and never taken for a value.
 */
export function readHistoryTable(text: string): HistoryTable {
  if (text.length > maxTableLength) return nothing('it is longer than a million characters');
  if (text.includes('\0') || text.includes('\ufffd')) return nothing('it is no text in UTF-8');
  for (const delimiter of delimiters) {
    const rows = csvRows(text, delimiter);
    const head = rows.next();
    if (head.done === true) break;
    const names = head.value.fields.map(name => name.trim().toLowerCase());
    const columns = { date: names.indexOf('date'), value: names.indexOf('value') };
    if (columns.date !== -1 && columns.value !== -1) return readRows(rows, columns);
  }
  return nothing('its first line does not name the columns "date" and "value"');
}

function nothing(problem: string): HistoryTable {
  return { trend: [], problem };
}

interface Columns {
  readonly date: number;
  readonly value: number;
}

function readRows(rows: Iterable<CsvRow>, columns: Columns): HistoryTable {
  const trend: number[] = [];
  let unreadable: string | undefined;
  let others = 0;
  let last: HistoryTable['last'];
  let count = 0;
  for (const row of rows) {
    if (row.isUnclosed === true) return nothing(`a quote that begins in line ${row.line} does not end`);
    if (row.fields.every(field => field.trim() === '')) continue;
    if (++count > maxRows) return nothing(`it has more than ${maxRows} rows`);
    const date = row.fields[columns.date]?.trim().slice(0, 200) ?? '';
    const value = row.fields[columns.value]?.trim().slice(0, 200);
    const isEmpty = value !== undefined && (isNoValue(value) || isPlaceholder(value));
    const quantity = value === undefined || isEmpty ? undefined : readQuantity(value);
    if (readDate(date) === undefined || (quantity === undefined && !isEmpty)) {
      if (unreadable === undefined)
        unreadable = `line ${row.line} is no day such as 2026-11-22 with a number such as 38%`;
      else others++;
    }
    last = value === undefined || isEmpty ? undefined : { text: value, ...(quantity && { quantity }) };
    if (quantity) trend.push(quantity.value);
    if (trend.length >= 2 * trendLength) trend.splice(0, trendLength);
  }
  const more = others === 0 ? '' : `, nor are ${others} more`;
  return {
    trend: trend.slice(-trendLength),
    ...(last && { last }),
    ...(unreadable !== undefined && { problem: unreadable + more }),
  };
}
