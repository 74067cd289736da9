import type { ListValue, Located } from '../../model/located.ts';
import { columnsOf } from '../../model/markdown/lists.ts';
import { newReading } from '../../model/markdown/reading.ts';
import { vocabulary } from '../../model/markdown/vocabulary.ts';
import type { TableBlock } from '../../parse/markdown/blocks.ts';
import { touches } from '../../text/span.ts';
import { addRow, setCells } from '../refactor/body-table.ts';
import { cell } from '../refactor/markdown-text.ts';
import type { Spot } from '../refactor/place.ts';
import { isFields, isList, textOfValue, type Fields, type Value } from '../refactor/value.ts';
import type { Sheet } from '../refactor/yaml-sheet.ts';

/**
 * Writes new metrics behind the last of their tier, where that stands in a table. What the table has no column for is left out,
 * but for what a metric is nothing without.
 */
export function addRows(sheet: Sheet, list: ListValue<Located>, tier: string, items: readonly Value[]): boolean {
  const columnTable = columnTables[tier];
  const { markdown, text } = sheet.parsed;
  const last = list.items.at(-1);
  const at = last && (last.key?.start ?? last.span.end);
  const table = markdown?.blocks.find(
    (block): block is TableBlock =>
      block.type === 'table' && at !== undefined && block.rows.some(({ span }) => touches(span, at)),
  );
  if (table === undefined || at === undefined || columnTable !== 'metric') return false;
  const columns = columnsOf(newReading(vocabulary), table, columnTable);
  // In a table of several tiers a row says its own.
  const own = columns.has('tier') ? [['tier', tierWords[tier] ?? tier] as const] : [];
  for (const item of items) {
    if (!isFields(item)) return false;
    const cells = new Map([...own, ...flat(item).map(([name, value]) => [name, cellText(value) ?? ''] as const)]);
    if (['name', 'threshold'].some(name => cells.has(name) && !columns.has(name))) return false;
    const known = new Map([...cells].filter(([name]) => columns.has(name)));
    const edit = addRow(text, table, columnTable, known, table.rows.at(-1)?.span.start ?? at);
    if (edit === undefined) return false;
    sheet.edits.push(edit);
  }
  return true;
}

const tierWords: Readonly<Record<string, string>> = {
  lagging: 'Lagging',
  core: 'Core',
  leading: 'Leading',
  guardrails: 'Guardrail',
};

/** Writes fields of what stands in one row of a table; `absent` where it stands in none, `full` where a row can't say it. */
export function writeRow(sheet: Sheet, spot: Spot, fields: Fields): 'written' | 'absent' | 'full' {
  const columnTable = columnTableOf(spot);
  const { markdown, text } = sheet.parsed;
  // A value's key may be the head of its column: the end is in the row.
  const at = spot.model?.key?.start ?? spot.model?.span.end;
  if (columnTable === undefined || markdown === undefined || at === undefined) return 'absent';
  for (const block of markdown.blocks) {
    if (block.type !== 'table') continue;
    const index = block.rows.findIndex(({ span }) => touches(span, at));
    if (index === -1) continue;
    const cells = cellsOf(fields);
    if (cells === undefined || !isTableOf(block, columnTable)) return 'full';
    sheet.edits.push(...setCells(text, block, columnTable, index, cells));
    return 'written';
  }
  return 'absent';
}

function isTableOf(table: TableBlock, columnTable: string): boolean {
  const columns = columnsOf(newReading(vocabulary), table, columnTable);
  return firstColumns[columnTable]?.some(name => columns.has(name)) === true;
}

const firstColumns: Readonly<Record<string, readonly string[]>> = {
  metric: ['name', 'id'],
  component: ['component'],
  item: ['text'],
  result: ['metric'],
  allocation: ['role'],
};

function columnTableOf({ path }: Spot): string | undefined {
  const list = path.at(-2);
  if (typeof list !== 'string') return undefined;
  return columnTables[list];
}

const columnTables: Readonly<Record<string, string>> = {
  lagging: 'metric',
  core: 'metric',
  leading: 'metric',
  guardrails: 'metric',
  metrics: 'result',
  components: 'component',
  allocation: 'allocation',
  nextSteps: 'item',
};

const titles: Readonly<Record<string, string>> = {
  id: 'ID',
  primary: 'Primary',
  threshold: 'Threshold',
  alertAt: 'Alert at',
  onBreach: 'Action if breached',
  drives: 'Drives',
  source: 'Source',
  instrumented: 'Instrumented',
  owner: 'Owner',
  status: 'Status',
  'alert.method': 'Alert method',
  'alert.to': 'Recipient',
};

type Cells = Map<string, { readonly title: string; readonly cell: string }>;

function cellsOf(fields: Fields): Cells | undefined {
  const cells: Cells = new Map();
  for (const [name, value] of flat(fields)) {
    const title = titles[name];
    const written = cellText(value);
    if (title === undefined || written === undefined) return undefined;
    cells.set(name, { title, cell: written });
  }
  return cells;
}

function flat(fields: Fields): readonly (readonly [string, Value])[] {
  return [...fields].flatMap(([name, value]): (readonly [string, Value])[] =>
    isFields(value) ? [...value].map(([inner, each]) => [`${name}.${inner}`, each]) : [[name, value]],
  );
}

function cellText(value: Value): string | undefined {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (isList(value)) {
    const texts = value.flatMap(each => cell(each) ?? []);
    return texts.length === value.length ? texts.join(', ') : undefined;
  }
  return textOfValue(value) === undefined ? undefined : cell(value);
}
