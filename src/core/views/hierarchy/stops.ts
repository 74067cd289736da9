import { columnCount, columnWidth } from './columns.ts';
import type { TierGrid } from './grid.ts';
import { COLUMN_GAP, LANE, LANE_MARGIN } from './measures.ts';
import type { Model, Net, TierOrder } from './nets.ts';
import { spread } from './spread.ts';

/** A net on its way up or down beside the cards of a tier; all its drives that go there share it. */
export interface Run {
  readonly net: number;
  readonly tier: number;
  /** Gap 0 is left of the first column. */
  readonly gap: number;
  /** Where in its gap it would like to be: near the cards on one side, or, where it only passes, straight under its target. */
  readonly near: 'left' | 'right' | 'target';
  x: number;
}

/** Where a net leaves or reaches a card: at its top or bottom where that is free, else at its side, from a run in the gap there. */
export interface Stop {
  readonly net: number;
  readonly node: number;
  readonly side: 'top' | 'bottom';
  readonly run: Run | undefined;
  /** Which side of the card the run is on. */
  readonly flank: 'left' | 'right' | undefined;
  /** Where it stands in the channel between the tiers. */
  x: number;
  /** Where it meets the side of the card, from the card's top; only with a run. */
  y: number;
}

export interface NetStops {
  readonly target: Stop;
  readonly sources: readonly Stop[];
  /** By tier: where the net passes a tier that it skips. */
  readonly passes: ReadonlyMap<number, Run>;
}

export interface Stops {
  readonly ofNet: readonly NetStops[];
  /** By tier and gap. */
  readonly runs: readonly (readonly (readonly Run[])[])[];
}

export interface Cells {
  readonly columnOf: readonly number[];
  readonly rowOf: readonly number[];
}

/** Decides which gaps the nets take; `middles` are where the columns will stand about. */
export function findStops(
  model: Model,
  order: TierOrder,
  grids: readonly TierGrid[],
  cells: Cells,
  middles: readonly (readonly number[])[],
): Stops {
  const { tierOf, nets } = model;
  const runs = grids.map(grid => Array.from({ length: columnCount(grid) + 1 }, (): Run[] => []));
  const middleOf = (node: number): number => middles[tierOf[node] ?? 0]?.[cells.columnOf[node] ?? 0] ?? 0;

  const takeRun = (net: number, tier: number, gap: number, near: Run['near']): Run => {
    const inGap = runs[tier]?.[gap];
    const known = inGap?.find(run => run.net === net);
    if (known !== undefined) return known;
    const run = { net, tier, gap, near, x: 0 };
    inGap?.push(run);
    return run;
  };
  const stopAt = (net: number, node: number, side: 'top' | 'bottom', toward: number): Stop => {
    const tier = tierOf[node] ?? 0;
    const column = cells.columnOf[node] ?? 0;
    const last = (grids[tier]?.columns[column]?.length ?? 1) - 1;
    if (cells.rowOf[node] === (side === 'top' ? 0 : last))
      return { net, node, side, run: undefined, flank: undefined, x: middleOf(node), y: 0 };
    const isLeft = toward <= middleOf(node);
    const run = takeRun(net, tier, isLeft ? column : column + 1, isLeft ? 'right' : 'left');
    return { net, node, side, run, flank: isLeft ? 'left' : 'right', x: 0, y: 0 };
  };

  const ofNet = nets.map((net, index): NetStops => {
    const passes = new Map<number, Run>();
    for (const [tier, after] of order.passedAfter[index] ?? []) {
      const gap = passedGap(grids[tier], after, middles[tier] ?? [], middleOf(net.target));
      passes.set(tier, takeRun(index, tier, gap, 'target'));
    }
    const [leaves, reaches] = SIDES[net.direction];
    const step = net.direction === 'up' ? -1 : 1;
    const sources = net.sources.map(source => {
      const pass = passes.get((tierOf[source] ?? 0) + step);
      const toward =
        pass === undefined ? middleOf(net.target) : gapMiddle(grids[pass.tier], pass.gap, middles[pass.tier] ?? []);
      return stopAt(index, source, leaves, toward);
    });
    const mean = net.sources.reduce((sum, source) => sum + middleOf(source), 0) / net.sources.length;
    return { target: stopAt(index, net.target, reaches, mean), sources, passes };
  });
  return { ofNet, runs };
}

const SIDES: Readonly<Record<Net['direction'], readonly ['top' | 'bottom', 'top' | 'bottom']>> = {
  up: ['top', 'bottom'],
  down: ['bottom', 'top'],
  across: ['top', 'top'],
};

function passedGap(grid: TierGrid | undefined, after: number, middles: readonly number[], toward: number): number {
  if (grid === undefined || grid.columns.length === 0) return toward <= (middles[0] ?? 0) ? 0 : 1;
  let before = 0;
  for (let column = 0; column < grid.columns.length; column++) {
    if (after <= before) return column;
    before += grid.columns[column]?.length ?? 0;
    if (after < before) return toward <= (middles[column] ?? 0) ? column : column + 1;
  }
  return grid.columns.length;
}

function gapMiddle(grid: TierGrid | undefined, gap: number, middles: readonly number[]): number {
  const aside = ((grid === undefined ? 0 : columnWidth(grid)) + COLUMN_GAP) / 2;
  return gap === 0 ? (middles[0] ?? 0) - aside : (middles[gap - 1] ?? 0) + aside;
}

const WIDEST_GAP = 160;

/** How wide each gap of a tier must be for what runs in it. */
export function gapWidths(runs: Stops['runs']): readonly (readonly number[])[] {
  return runs.map(gaps =>
    gaps.map(({ length }, gap) => {
      const isOuter = gap === 0 || gap === gaps.length - 1;
      if (length === 0) return isOuter ? 0 : COLUMN_GAP;
      const lanes = Math.min((length - 1) * LANE, WIDEST_GAP);
      return isOuter ? lanes + LANE_MARGIN + LANE : Math.max(COLUMN_GAP, lanes + 2 * LANE_MARGIN);
    }),
  );
}

/** Gives every run its x: beside its cards, or, where it only passes, as straight under its target as the gap allows. */
export function placeRuns(
  stops: Stops,
  grids: readonly TierGrid[],
  middles: readonly (readonly number[])[],
  width: number,
  targetX: (net: number) => number,
): void {
  stops.runs.forEach((gaps, tier) => {
    const grid = grids[tier];
    const row = middles[tier] ?? [];
    if (grid === undefined) return;
    const half = columnWidth(grid) / 2;
    gaps.forEach((runs, gap) => {
      if (runs.length === 0) return;
      const left = gap === 0 ? 0 : (row[gap - 1] ?? 0) + half;
      const right = gap === gaps.length - 1 ? width : (row[gap] ?? 0) - half;
      const wantedX = (run: Run): number => {
        if (run.near === 'target') return targetX(run.net);
        // Half a lane aside in every other tier, so that what comes up below and what goes on above stay apart in the channel between.
        const aside = LANE_MARGIN + (tier % 2) * (LANE / 2);
        return run.near === 'right' ? right - aside : left + aside;
      };
      const sorted = [...runs].sort(
        (a, b) => wantedX(a) - wantedX(b) || targetX(a.net) - targetX(b.net) || a.net - b.net,
      );
      const from = gap === 0 ? LANE / 2 : left + LANE_MARGIN;
      const to = gap === gaps.length - 1 ? width - LANE / 2 : right - LANE_MARGIN;
      const apart = Math.min(LANE, Math.max(0, to - from) / Math.max(1, runs.length - 1));
      const places = spread({
        wanted: sorted.map(wantedX),
        weight: sorted.map(() => 1),
        apart: sorted.slice(1).map(() => apart),
        from,
        to,
      });
      sorted.forEach((run, index) => (run.x = places[index] ?? 0));
    });
  });
}
