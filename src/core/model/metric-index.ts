import { metricKey, type TieredMetric } from './tiers.ts';

/** The metrics of one hierarchy by what they may be called. */
export interface MetricIndex {
  /** By id or name; ids are looked at before names. */
  readonly find: (reference: string) => TieredMetric | undefined;
  /** The same, else the only one whose id or name begins so: what a reference in Markdown may be (SPEC 8, "Ids and names"). */
  readonly findBegun: (reference: string) => TieredMetric | undefined;
}

const made = new WeakMap<readonly TieredMetric[], MetricIndex>();

/** Made once for each list, so that many questions cost no more than their number. */
export function metricIndex(metrics: readonly TieredMetric[]): MetricIndex {
  const known = made.get(metrics);
  if (known) return known;
  const index = indexOf(metrics);
  made.set(metrics, index);
  return index;
}

function indexOf(metrics: readonly TieredMetric[]): MetricIndex {
  const byKey = new Map<string, TieredMetric>();
  for (const metric of metrics) setOnce(byKey, metricKey(metric.id), metric);
  for (const metric of metrics) setOnce(byKey, metricKey(metric.name), metric);
  let sorted: readonly (readonly [key: string, metric: TieredMetric])[] | undefined;

  function begun(key: string): TieredMetric | undefined {
    if (key === '') return undefined;
    sorted ??= metrics
      .flatMap(metric => [metric.id, metric.name].map(name => [metricKey(name), metric] as const))
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    let found: TieredMetric | undefined;
    for (let at = firstFrom(sorted, key); sorted[at]?.[0].startsWith(key) === true; at++) {
      const metric = sorted[at]?.[1];
      if (found !== undefined && found !== metric) return undefined;
      found = metric;
    }
    return found;
  }

  return {
    find: reference => byKey.get(metricKey(reference)),
    findBegun: reference => byKey.get(metricKey(reference)) ?? begun(metricKey(reference)),
  };
}

function setOnce(map: Map<string, TieredMetric>, key: string, metric: TieredMetric): void {
  if (!map.has(key)) map.set(key, metric);
}

/** The first place in the order from which on nothing comes before the key. */
function firstFrom(sorted: readonly (readonly [key: string, metric: TieredMetric])[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
