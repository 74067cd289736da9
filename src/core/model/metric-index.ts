import { nameIndex } from './name-index.ts';
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
  const ids = metrics.map(metric => [metricKey(metric.id), metric] as const);
  const names = metrics.map(metric => [metricKey(metric.name), metric] as const);
  const index = nameIndex([...ids, ...names]);
  return {
    find: reference => index.find(metricKey(reference)),
    findBegun: reference => index.findBegun(metricKey(reference)),
  };
}
