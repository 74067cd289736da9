import { CARD_WIDTH, COLUMN_GAP, RAIL_WIDTH } from './measures.ts';

/** The cards of one tier: columns from left to right, each from top to bottom. */
export interface TierGrid {
  readonly columns: readonly (readonly number[])[];
  readonly rows: number;
}

const NEVER_WRAPPED = 5;
const MOST_COLUMNS = 120;
const WIDTH_TO_HEIGHT = 1.5;
const USUAL_ROW = 128;
const USUAL_BAND = 96;

/**
 * How many columns a tier may have before it goes on in a second row: the number that brings the whole picture nearest to three wide by
 * two high, which fills a preview beside the text as well as a page. Up to five metrics always stand in one row.
 */
export function mostColumns(sizes: readonly number[]): number {
  const widest = Math.min(Math.max(...sizes), MOST_COLUMNS);
  let best = Math.max(widest, 1);
  let bestMisfit = Infinity;
  for (let columns = Math.min(NEVER_WRAPPED, best); columns <= widest; columns++) {
    const width = RAIL_WIDTH + columns * (CARD_WIDTH + COLUMN_GAP);
    const height = sizes.reduce((sum, size) => sum + Math.ceil(size / columns) * USUAL_ROW + USUAL_BAND, 0);
    const misfit = Math.abs(Math.log(width / height / WIDTH_TO_HEIGHT));
    if (misfit >= bestMisfit) continue;
    best = columns;
    bestMisfit = misfit;
  }
  return best;
}

/** Fills column by column, so that neighbours in the order, which lead to the same place, stand over each other and share a way up. */
export function wrapTier(order: readonly number[], most: number): TierGrid {
  const rows = Math.max(1, Math.ceil(order.length / most));
  const count = Math.ceil(order.length / rows);
  const columns: number[][] = [];
  let next = 0;
  for (let column = 0; column < count; column++) {
    const size = Math.ceil((order.length - next) / (count - column));
    columns.push(order.slice(next, next + size));
    next += size;
  }
  return { columns, rows };
}
