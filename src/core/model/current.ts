import { lastReadingOf } from './history.ts';
import type { QuantityValue } from './located.ts';
import type { Metric } from './types.gen.ts';

/**
 * The value a metric has now: `current`, else the last row of its `history`, written there or in a file (SPEC 2, metrics).
 * What can't be read is still the current value: it is there, and nobody knows what it is.
 */
export function currentOf(metric: Metric): QuantityValue | undefined {
  return metric.current ?? lastReadingOf(metric);
}
