import { foldWord } from '../schema/words.ts';
import { remembered } from '../text/remembered.ts';
import type { Metric, Metrics } from './types.gen.ts';

/** The tiers from the business result down to what must not get worse (seed: Metrics Hierarchy). */
export const tiers = ['lagging', 'core', 'leading', 'guardrails'] as const;

export type Tier = (typeof tiers)[number];

/** A metric where it stands in its hierarchy. */
export interface TieredMetric {
  readonly tier: Tier;
  /** Its own id, else its name in kebab-case. */
  readonly id: string;
  /** Its own name, else its id. */
  readonly name: string;
  readonly metric: Metric;
}

const tiered = new WeakMap<Metrics, readonly TieredMetric[]>();

/** All metrics, the highest tier first. Made once for each hierarchy: every rule asks for them. */
export function metricsOf(metrics: Metrics): readonly TieredMetric[] {
  const known = tiered.get(metrics);
  if (known) return known;
  const made = tiers.flatMap(tier => (metrics[tier]?.items ?? []).map(metric => tieredMetric(tier, metric)));
  tiered.set(metrics, made);
  return made;
}

/** A metric with the id and the name that it goes by. */
export function tieredMetric(tier: Tier, metric: Metric): TieredMetric {
  const written = metric.id?.text.trim() ?? '';
  const name = metric.name?.text.trim() ?? '';
  const id = written === '' ? kebabCase(name) : written;
  return { tier, id, name: name === '' ? id : name, metric };
}

/** "First value action" → "first-value-action": the id of a metric that was given none. */
export const kebabCase = remembered((name: string): string =>
  name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '-')
    .replace(/^-|-$/g, ''),
);

/** What a reference and a metric are compared by: the id exactly in any case, or the name without case and blanks. */
export function metricKeys(metric: TieredMetric): readonly string[] {
  const byId = metricKey(metric.id);
  const byName = metricKey(metric.name);
  return byId === byName ? [byId] : [byId, byName];
}

export const metricKey = remembered((reference: string): string => foldWord(reference.trim().slice(0, 200)));

/** The metric of this hierarchy that an id or a name refers to; ids are looked at before names. */
export function findMetric(metrics: readonly TieredMetric[], reference: string): TieredMetric | undefined {
  const key = metricKey(reference);
  return metrics.find(metric => metricKey(metric.id) === key) ?? metrics.find(metric => metricKey(metric.name) === key);
}

/** The metric that decides the bet: said so, else the only core metric (SPEC 8, "Metrics"). */
export function isPrimary(metric: TieredMetric, all: readonly TieredMetric[]): boolean {
  if (metric.metric.primary) return metric.metric.primary.boolean;
  if (metric.tier !== 'core') return false;
  let cores = 0;
  // Stops at the second: asked of each of many core metrics.
  return all.every(other => other.tier !== 'core' || ++cores < 2) && cores === 1;
}
