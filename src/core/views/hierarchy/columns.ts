import type { TierGrid } from './grid.ts';
import { CARD_WIDTH, EMPTY_WIDTH } from './measures.ts';
import type { Model } from './nets.ts';
import { spread } from './spread.ts';

/** Where the columns of each tier stand: the x of their middles, from the left edge of the content. */
export interface ColumnPlaces {
  readonly middles: readonly (readonly number[])[];
  readonly width: number;
}

/** An empty tier has one wide column, so that arrows go around its words as they go around cards. */
export function columnWidth(grid: TierGrid): number {
  return grid.columns.length === 0 ? EMPTY_WIDTH : CARD_WIDTH;
}

export function columnCount(grid: TierGrid): number {
  return Math.max(1, grid.columns.length);
}

const LEAST_WIDTH = EMPTY_WIDTH + 40;
const HARDLY = 0.001;

/**
 * The widest linked tier stands closely packed; every column of the others stands as near to the middle of what it is linked with
 * as its neighbours allow. `gaps` gives the width of the gap before each column and after the last, a tier.
 */
export function placeColumns(
  model: Model,
  grids: readonly TierGrid[],
  columnOf: readonly number[],
  gaps: readonly (readonly number[])[],
): ColumnPlaces {
  const widths = grids.map(
    (grid, tier) => columnCount(grid) * columnWidth(grid) + (gaps[tier] ?? []).reduce((sum, gap) => sum + gap, 0),
  );
  const width = Math.max(LEAST_WIDTH, ...widths);
  const packed = grids.map((grid, tier) => packedMiddles(grid, gaps[tier] ?? [], (width - (widths[tier] ?? 0)) / 2));
  const links = linkedColumns(model, grids, columnOf);
  const linkedTiers = grids.map((_, tier) => tier).filter(tier => links[tier]?.some(column => column.length > 0));
  const anchor = widestOf(linkedTiers.length > 0 ? linkedTiers : grids.map((_, tier) => tier), widths);
  const middles: (readonly number[] | undefined)[] = grids.map(() => undefined);
  middles[anchor] = packed[anchor];

  const settle = (tier: number): void => {
    const grid = grids[tier];
    const gap = gaps[tier] ?? [];
    if (grid === undefined) return;
    const half = columnWidth(grid) / 2;
    const wanted: number[] = [];
    const weight: number[] = [];
    for (let column = 0; column < columnCount(grid); column++) {
      let sum = 0;
      let count = 0;
      for (const link of links[tier]?.[column] ?? []) {
        const middle = middles[link.tier]?.[link.column];
        if (middle === undefined) continue;
        sum += middle;
        count++;
      }
      wanted.push(count > 0 ? sum / count : (packed[tier]?.[column] ?? 0));
      weight.push(count > 0 ? count : HARDLY);
    }
    middles[tier] = spread({
      wanted,
      weight,
      apart: gap.slice(1, -1).map(between => columnWidth(grid) + between),
      from: (gap[0] ?? 0) + half,
      to: width - (gap.at(-1) ?? 0) - half,
    });
  };
  const others = grids.map((_, tier) => tier).filter(tier => tier !== anchor);
  others.sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor) || a - b);
  for (const tier of [...others, anchor, ...others]) settle(tier);
  return { middles: middles.map(places => places ?? []), width };
}

function packedMiddles(grid: TierGrid, gap: readonly number[], start: number): readonly number[] {
  const middles: number[] = [];
  let x = start;
  for (let column = 0; column < columnCount(grid); column++) {
    x += gap[column] ?? 0;
    middles.push(x + columnWidth(grid) / 2);
    x += columnWidth(grid);
  }
  return middles;
}

function widestOf(tiers: readonly number[], widths: readonly number[]): number {
  return tiers.reduce((widest, tier) => ((widths[tier] ?? 0) > (widths[widest] ?? 0) ? tier : widest), tiers[0] ?? 0);
}

type Links = readonly (readonly (readonly { readonly tier: number; readonly column: number }[])[])[];

function linkedColumns({ tierOf, nets }: Model, grids: readonly TierGrid[], columnOf: readonly number[]): Links {
  const links = grids.map(grid =>
    Array.from({ length: columnCount(grid) }, (): { tier: number; column: number }[] => []),
  );
  for (const { target, sources, direction } of nets) {
    if (direction === 'across') continue;
    const upper = { tier: tierOf[target] ?? 0, column: columnOf[target] ?? 0 };
    for (const source of sources) {
      const lower = { tier: tierOf[source] ?? 0, column: columnOf[source] ?? 0 };
      links[upper.tier]?.[upper.column]?.push(lower);
      links[lower.tier]?.[lower.column]?.push(upper);
    }
  }
  return links;
}
