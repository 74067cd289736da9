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

const reaching = new WeakMap<readonly Drive[], ReadonlySet<TieredMetric>>();

function reachesLagging(metric: TieredMetric, drives: readonly Drive[]): boolean {
  let known = reaching.get(drives);
  if (known === undefined) {
    known = reachingLagging(drives);
    reaching.set(drives, known);
  }
  return known.has(metric);
}

/** All metrics from which arrows lead up to a lagging one, found from its end: once for all that ask. */
function reachingLagging(drives: readonly Drive[]): ReadonlySet<TieredMetric> {
  const incoming = new Map<TieredMetric, TieredMetric[]>();
  const open = new Set<TieredMetric>();
  for (const { from, to } of drives) {
    if (to === undefined || directionOfDrive(from.tier, to.tier) !== 'up') continue;
    const known = incoming.get(to);
    if (known) known.push(from);
    else incoming.set(to, [from]);
    if (to.tier === 'lagging') open.add(to);
  }
  // A set goes on with what is added to it on the way.
  for (const metric of open) for (const below of incoming.get(metric) ?? []) open.add(below);
  return open;
}
