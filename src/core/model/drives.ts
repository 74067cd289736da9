import type { ReferenceValue } from './located.ts';
import { metricKey, tiers, type Tier, type TieredMetric } from './tiers.ts';

/** One entry of `drives`. */
export interface Drive {
  readonly from: TieredMetric;
  /** The metric of the same hierarchy that is meant; absent where none is. */
  readonly to: TieredMetric | undefined;
  readonly entry: ReferenceValue;
}

export function resolveDrives(metrics: readonly TieredMetric[]): readonly Drive[] {
  const byKey = new Map<string, TieredMetric>();
  for (const metric of metrics) setOnce(byKey, metricKey(metric.id), metric);
  for (const metric of metrics) setOnce(byKey, metricKey(metric.name), metric);
  return metrics.flatMap(from =>
    (from.metric.drives?.items ?? []).map(entry => ({ from, to: byKey.get(metricKey(entry.id)), entry })),
  );
}

function setOnce(map: Map<string, TieredMetric>, key: string, metric: TieredMetric): void {
  if (!map.has(key)) map.set(key, metric);
}

/** `up` is how the hierarchy is meant; sideways is allowed between lagging metrics only. */
export function directionOfDrive(from: Tier, to: Tier): 'up' | 'sideways' | 'down' {
  const step = tiers.indexOf(from) - tiers.indexOf(to);
  return step > 0 ? 'up' : step === 0 ? 'sideways' : 'down';
}

/** A circle of `drives`: the entry that closes it, and the first entries on it; of a long circle not all. */
export interface Cycle {
  readonly closing: Drive;
  readonly drives: readonly Drive[];
}

export interface Cycles {
  /** Each circle once, at the entry that closes it when the metrics are followed in the order of the file. */
  readonly cycles: readonly Cycle[];
  /** Every entry that lies on one of them. */
  readonly drives: ReadonlySet<Drive>;
}

/** Entries of one circle that are told: a message names no more, and all of them of every circle would be the square of the file. */
const maxToldDrives = 10;

/** Finds the circles in one walk over the arrows, however many metrics lie on each. */
export function findCycles(metrics: readonly TieredMetric[], drives: readonly Drive[]): Cycles {
  const outgoing = new Map<TieredMetric, Drive[]>();
  for (const drive of drives) {
    const known = outgoing.get(drive.from);
    if (known) known.push(drive);
    else outgoing.set(drive.from, [drive]);
  }
  const cycles: Cycle[] = [];
  const inCycles = new Set<Drive>();
  const done = new Set<TieredMetric>();
  // Depth first with a stack of our own: chains of many thousand metrics must not overflow the call stack.
  for (const root of metrics) {
    if (done.has(root)) continue;
    // `back` is the earliest step of the path to which an arrow from here, or from further on, leads back.
    const path: { metric: TieredMetric; next: number; by: Drive | undefined; back: number }[] = [
      { metric: root, next: 0, by: undefined, back: Infinity },
    ];
    const onPath = new Map<TieredMetric, number>([[root, 0]]);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const drive = outgoing.get(step.metric)?.[step.next++];
      if (drive === undefined) {
        path.pop();
        onPath.delete(step.metric);
        done.add(step.metric);
        const before = path.at(-1);
        if (before === undefined) continue;
        before.back = Math.min(before.back, step.back);
        if (step.by !== undefined && step.back < path.length) inCycles.add(step.by);
      } else if (drive.to !== undefined) {
        const at = onPath.get(drive.to);
        if (at !== undefined) {
          const told = path.slice(at + 1, at + maxToldDrives).flatMap(visited => visited.by ?? []);
          cycles.push({ closing: drive, drives: [...told, drive] });
          inCycles.add(drive);
          step.back = Math.min(step.back, at);
        } else if (!done.has(drive.to)) {
          onPath.set(drive.to, path.length);
          path.push({ metric: drive.to, next: 0, by: drive, back: Infinity });
        }
      }
    }
  }
  return { cycles, drives: inCycles };
}
