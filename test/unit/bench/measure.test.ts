import assert from 'node:assert/strict';
import { inTurn, median, percentile, ratioOfPairs, slope, timesOf } from '../../bench/measure.ts';

describe('bench: what is made of samples', () => {
  it('takes the smallest sample that is not exceeded by the share', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal(percentile(hundred, 0.95), 95);
    assert.equal(percentile(hundred, 1), 100);
    assert.equal(percentile([3, 1, 2], 0.95), 3);
    assert.equal(percentile([7], 0.5), 7);
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });

  it('takes the middle, or the mean of the two there', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 2, 100]), 3);
    assert.ok(Number.isNaN(median([])));
  });

  it('tells the runs, the middle, the 95th percentile and the worst, and leaves the samples as they were', () => {
    const samples = [5, 1, 3];
    assert.deepEqual(timesOf(samples), { runs: 3, p50: 3, p95: 5, max: 5 });
    assert.deepEqual(samples, [5, 1, 3]);
  });

  it('compares pair by pair, so that a slow moment of the machine counts for both', () => {
    assert.equal(ratioOfPairs([2, 20, 2.2], [1, 10, 1]), 2);
    assert.equal(ratioOfPairs([6, 8], [2, 2, 100]), 3.5);
  });

  it('finds the power with which a cost grows', () => {
    const points = (power: number) => [10, 100, 1000].map(size => ({ size, cost: 3 * size ** power }));
    for (const power of [0, 0.5, 1, 2]) assert.ok(Math.abs(slope(points(power)) - power) < 1e-9);
  });

  it('runs jobs in turn; one that has fewer runs has them early', () => {
    const order: string[] = [];
    const job = (name: string) => (run: number) => {
      order.push(`${name}${run}`);
      return run;
    };
    const samples = inTurn({ a: 3, b: 1 }, { a: job('a'), b: job('b') });
    assert.deepEqual(order, ['a0', 'b0', 'a1', 'a2']);
    assert.deepEqual(samples, { a: [0, 1, 2], b: [0] });
  });
});
