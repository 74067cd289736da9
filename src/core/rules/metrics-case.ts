import { resolveDrives, type Drive } from '../model/drives.ts';
import type { Located } from '../model/located.ts';
import { metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { Span } from '../text/span.ts';
import type { PartCase } from './part-case.ts';

/** A metrics hierarchy with its arrows. */
export interface MetricsCase extends PartCase<'metrics'> {
  readonly metrics: readonly TieredMetric[];
  readonly drives: readonly Drive[];
}

export function metricsCase(subject: PartCase<'metrics'>): MetricsCase {
  const metrics = metricsOf(subject.model);
  return { ...subject, metrics, drives: resolveDrives(metrics) };
}

/** Where a finding about a metric as a whole stands: a list item has no key, so at its name, else its id. */
export function metricPlace(metric: TieredMetric): Span {
  return (metric.metric.name ?? metric.metric.id ?? (metric.metric as Located)).span;
}
