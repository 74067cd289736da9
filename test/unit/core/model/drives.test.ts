import assert from 'node:assert/strict';
import { findCycles, type Drive } from '../../../../src/core/model/drives.ts';
import type { TieredMetric } from '../../../../src/core/model/tiers.ts';
import { randomFrom, type Random } from '../../../support/random.ts';

function someMetrics(count: number): readonly TieredMetric[] {
  const span = { start: 0, end: 0 };
  return Array.from({ length: count }, (_, i) => ({
    tier: 'lagging' as const,
    id: `m${i}`,
    name: `m${i}`,
    metric: { type: 'object' as const, span },
  }));
}

function someDrives(metrics: readonly TieredMetric[], random: Random): readonly Drive[] {
  const span = { start: 0, end: 0 };
  const ends = Array.from(
    { length: random.below(2 * metrics.length) },
    () => [random.pick(metrics), random.pick(metrics)] as const,
  );
  return ends
    .map(([from, to]): Drive => ({ from, to, entry: { type: 'reference', span, id: to.id, target: 'metric' } }))
    .sort((a, b) => metrics.indexOf(a.from) - metrics.indexOf(b.from));
}

/** The same walk by recursion, with the whole circle written down each time. */
function slowCycles(metrics: readonly TieredMetric[], drives: readonly Drive[]): readonly (readonly Drive[])[] {
  const cycles: (readonly Drive[])[] = [];
  const done = new Set<TieredMetric>();
  function visit(metric: TieredMetric, path: readonly TieredMetric[], by: readonly Drive[]): void {
    for (const drive of drives.filter(({ from }) => from === metric)) {
      if (drive.to === undefined) continue;
      const at = path.indexOf(drive.to);
      if (at !== -1) cycles.push([...by.slice(at), drive]);
      else if (!done.has(drive.to)) visit(drive.to, [...path, drive.to], [...by, drive]);
    }
    done.add(metric);
  }
  for (const metric of metrics) if (!done.has(metric)) visit(metric, [metric], []);
  return cycles;
}

describe('model/drives', () => {
  it('finds the circles, and all that lies on them, as a slower walk does', () => {
    const random = randomFrom(3);
    let found = 0;
    for (let round = 0; round < 400; round++) {
      const metrics = someMetrics(1 + random.below(9));
      const drives = someDrives(metrics, random);
      const wanted = slowCycles(metrics, drives);
      const { cycles, drives: inCycles } = findCycles(metrics, drives);
      assert.deepEqual(
        cycles.map(({ closing }) => closing),
        wanted.map(cycle => cycle.at(-1)),
      );
      assert.deepEqual(
        cycles.map(cycle => cycle.drives),
        wanted,
      );
      assert.deepEqual(inCycles, new Set(wanted.flat()));
      found += wanted.length;
    }
    assert.ok(found > 200);
  });
});
