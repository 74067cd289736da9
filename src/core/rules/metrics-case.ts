import { resolveDrives, type Drive } from '../model/drives.ts';
import type { Located } from '../model/located.ts';
import { metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { Span } from '../text/span.ts';
import { betsOf, type BetCase } from '../workspace/bet-case.ts';
import type { Lookup } from '../workspace/lookup.ts';
import type { Part } from '../workspace/part.ts';
import type { Settings } from '../workspace/settings.ts';

/** A metrics hierarchy with the bets that are judged by it. */
export interface MetricsCase {
  readonly part: Part<'metrics'>;
  readonly metrics: readonly TieredMetric[];
  readonly drives: readonly Drive[];
  readonly bets: readonly BetCase[];
}

export function metricsCase(part: Part<'metrics'>, lookup: Lookup, settings: Settings): MetricsCase {
  const metrics = metricsOf(part.model);
  return { part, metrics, drives: resolveDrives(metrics), bets: betsOf(part, lookup, settings) };
}

/** Where a finding about a metric as a whole stands: a list item has no key, so at its name, else its id. */
export function metricPlace(metric: TieredMetric): Span {
  return (metric.metric.name ?? metric.metric.id ?? (metric.metric as Located)).span;
}
