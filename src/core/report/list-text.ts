import type { Entry } from './entry.ts';
import { count } from './findings-text.ts';
import type { Palette } from './palette.ts';
import { cellsOf, cutTo, padTo, visible } from './visible.ts';

const longestCell = 60;

/** One line an artifact, in columns. Ends with a line feed. */
export function listText(entries: readonly Entry[], palette: Palette): string {
  const rows = entries.map(({ id, kind, status = '', title, owner = '', file }) =>
    [id, kind, status, title, owner, file].map(cell => cutTo(longestCell, visible(cell))),
  );
  const heads = ['ID', 'KIND', 'STATUS', 'TITLE', 'OWNER', 'FILE'];
  const used = heads.map((_, column) => rows.some(row => row[column] !== ''));
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(row => cellsOf(row[column] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .flatMap((cell, column) => (used[column] === true ? [padTo(widths[column] ?? 0, cell)] : []))
      .join('  ')
      .trimEnd();
  if (rows.length === 0) return 'No artifacts\n';
  const body = rows.map(row => `${line(row)}\n`).join('');
  return `${palette.dim(line(heads))}\n${body}\n${palette.dim(count(rows.length, 'artifact'))}\n`;
}
