import { directionOfDrive, type Drive } from './drives.ts';
import { tiers, type TieredMetric } from './tiers.ts';

/** A leading or core metric that drives nothing above it, though something stands there. An arrow that is there and wrong is no missing one. */
export function isDisconnected(metric: TieredMetric, metrics: readonly TieredMetric[]): boolean {
  if (metric.tier !== 'core' && metric.tier !== 'leading') return false;
  if (metric.metric.blanks?.includes('drives') === true || (metric.metric.drives?.items.length ?? 0) > 0) return false;
  // The highest tier comes first.
  const [top] = metrics;
  return top !== undefined && tiers.indexOf(top.tier) < tiers.indexOf(metric.tier);
}

/** No path up to a lagging metric, and said not to be actionable or not attributable (SPEC 5, `metrics/vanity`). */
export function isVanity(metric: TieredMetric, drives: readonly Drive[]): boolean {
  if (metric.tier !== 'core' && metric.tier !== 'leading') return false;
  const { selection } = metric.metric;
  if (selection?.actionable?.boolean !== false && selection?.attributable?.boolean !== false) return false;
  return !reachesLagging(metric, drives);
}

function reachesLagging(start: TieredMetric, drives: readonly Drive[]): boolean {
  const seen = new Set([start]);
  const open = [start];
  for (let metric = open.pop(); metric !== undefined; metric = open.pop()) {
    for (const { from, to } of drives) {
      if (from !== metric || to === undefined || seen.has(to) || directionOfDrive(from.tier, to.tier) !== 'up')
        continue;
      if (to.tier === 'lagging') return true;
      seen.add(to);
      open.push(to);
    }
  }
  return false;
}
