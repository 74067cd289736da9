import type { Block, TableBlock } from '../../parse/markdown/blocks.ts';
import { tickIn } from './choice.ts';
import { cellOf, columnsOf, hasColumns, itemRows } from './lists.ts';
import type { Reading } from './reading.ts';

/** How much of a list is done; a total of 0 is not "all done". */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Every task item once, parents and nested ones alike; boxes in the cells of a checklist too. */
export function boxesIn(reading: Reading, blocks: readonly Block[]): Progress {
  let done = 0;
  let total = 0;
  const count = (isDone: boolean): void => {
    total++;
    if (isDone) done++;
  };
  const walk = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.type === 'quote') walk(block.blocks);
      else if (block.type === 'list')
        for (const item of block.items) {
          if (item.box) count(item.box.state === 'done');
          walk(item.blocks);
        }
      else if (block.type === 'table' && hasColumns(reading, block, 'item', ['text']))
        for (const box of cellBoxes(reading, block)) count(box);
    }
  };
  walk(blocks);
  return { done, total };
}

/** Rows of checklists in tables that have a status; those that are not needed do not count. */
export function rowsIn(reading: Reading, blocks: readonly Block[]): Progress {
  let done = 0;
  let total = 0;
  for (const block of blocks) {
    if (block.type !== 'table' || !hasColumns(reading, block, 'item', ['text', 'done'])) continue;
    for (const row of itemRows({ ...reading, unknown: [] }, block)) {
      if (row.state === 'notNeeded') continue;
      total++;
      if (row.state === 'done') done++;
    }
  }
  return { done, total };
}

/** Boxes before an item's text or alone as its status; `[X]` in any other column is a placeholder. */
function cellBoxes(reading: Reading, table: TableBlock): readonly boolean[] {
  const columns = columnsOf({ ...reading, unknown: [] }, table, 'item');
  return table.rows.flatMap(row => {
    const box = ['text', 'done'].flatMap(column => {
      const cell = cellOf(row, columns, column);
      return (cell && tickIn(cell)) ?? [];
    })[0];
    return box ? [box.done] : [];
  });
}
