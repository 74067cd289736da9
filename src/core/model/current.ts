import type { QuantityValue } from './located.ts';
import type { Metric } from './types.gen.ts';

/**
 * The value a metric has now: `current`, else the last row of a written `history` (SPEC 2, metrics). What can't be
 * read is still the current value: it is there, and nobody knows what it is.
 */
export function currentOf(metric: Metric): QuantityValue | undefined {
  if (metric.current) return metric.current;
  return metric.history?.type === 'list' ? metric.history.items.at(-1)?.value : undefined;
}
