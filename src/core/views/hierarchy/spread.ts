/** What is to stand in a row: where each would like to stand, how strongly, and how far it must be from the one before. */
export interface SpreadInput {
  readonly wanted: readonly number[];
  readonly weight: readonly number[];
  /** `apart[i]` is the least distance from place i to place i + 1. */
  readonly apart: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * The places in the given order, as near as can be to what is wanted (least squares), and between `from` and `to` where that is wide enough:
 * pooling of adjacent violators, exact and linear.
 */
export function spread({ wanted, weight, apart, from, to }: SpreadInput): readonly number[] {
  const shift: number[] = [];
  let total = 0;
  for (let index = 0; index < wanted.length; index++) {
    shift.push(total);
    if (index + 1 < wanted.length) total += apart[index] ?? 0;
  }
  const pools: { sum: number; weight: number; count: number }[] = [];
  wanted.forEach((place, index) => {
    const share = weight[index] ?? 1;
    let pool = { sum: (place - (shift[index] ?? 0)) * share, weight: share, count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.weight >= pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
    }
    pools.push(pool);
  });
  const highest = Math.max(from, to - total);
  const places: number[] = [];
  for (const pool of pools) {
    const start = Math.min(Math.max(pool.sum / pool.weight, from), highest);
    for (let count = 0; count < pool.count; count++) places.push(start + (shift[places.length] ?? 0));
  }
  return places;
}
