import type { TableBlock } from '../../parse/markdown/blocks.ts';
import { columnsOf } from '../../model/markdown/lists.ts';
import { newReading } from '../../model/markdown/reading.ts';
import { vocabulary } from '../../model/markdown/vocabulary.ts';
import { lineEnding, type TextEdit } from '../edits.ts';
import { endOfLine } from './comments.ts';

/** A new row behind this place of a table; undefined where the table has no column for one of the cells. */
export function addRow(
  text: string,
  table: TableBlock,
  columnTable: string,
  cells: ReadonlyMap<string, string>,
  behind: number,
): TextEdit | undefined {
  const columns = columnsOf(newReading(vocabulary), table, columnTable);
  if ([...cells.keys()].some(name => !columns.has(name))) return undefined;
  const width = table.header.cells.length;
  const byIndex = new Map([...cells].map(([name, cell]) => [columns.get(name) ?? 0, cell]));
  const row = Array.from({ length: width }, (_, index) => byIndex.get(index) ?? '');
  const at = endOfLine(text, behind);
  const line = `${indentAt(text, table.header.span.start)}| ${row.join(' | ')} |`;
  return { span: { start: at, end: at }, newText: lineEnding(text) + line.replace(/ {2,}\|/g, ' |') };
}

/** Sets cells of a row; a column that the table lacks is added to it under this title. */
export function setCells(
  text: string,
  table: TableBlock,
  columnTable: string,
  rowIndex: number,
  cells: ReadonlyMap<string, { readonly title: string; readonly cell: string }>,
): readonly TextEdit[] {
  const columns = columnsOf(newReading(vocabulary), table, columnTable);
  const row = table.rows[rowIndex];
  if (row === undefined) return [];
  const edits: TextEdit[] = [];
  for (const [name, { title, cell }] of cells) {
    const index = columns.get(name);
    const place = index === undefined ? undefined : cellsOf(text, row.span.start)[index];
    if (place) edits.push({ span: place, newText: ` ${cell} ` });
    else {
      for (const [other, { span }] of [table.header, ...table.rows].entries())
        edits.push(endCell(text, span.start, other === 0 ? title : other - 1 === rowIndex ? cell : ''));
      const delimiter = endOfLine(text, table.header.span.start);
      edits.push(endCell(text, afterBreak(text, delimiter), '---'));
    }
  }
  return edits;
}

/** The cells of a table's line, between its bars. */
function cellsOf(text: string, start: number): readonly { readonly start: number; readonly end: number }[] {
  const end = endOfLine(text, start);
  const bars: number[] = [];
  for (let at = start; at < end; at++) if (text[at] === '|' && text[at - 1] !== '\\') bars.push(at);
  const isOpen = text.slice(start, bars[0] ?? end).trim() !== '';
  const edges = [...(isOpen ? [start - 1] : []), ...bars];
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1] ?? (text.slice(edge + 1, end).trim() === '' ? undefined : end);
    return next === undefined ? [] : [{ start: edge + 1, end: next }];
  });
}

function endCell(text: string, lineStart: number, cell: string): TextEdit {
  let at = endOfLine(text, lineStart);
  while (at > lineStart && /[ \t]/.test(text[at - 1] ?? '')) at--;
  const closed = text[at - 1] === '|';
  return {
    span: { start: at, end: at },
    newText: closed ? (cell === '---' ? '---|' : `${cell === '' ? '' : ` ${cell}`} |`) : ` | ${cell}`,
  };
}

function afterBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

function indentAt(text: string, at: number): string {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}
