import type { Metric } from './types.gen.ts';

/** Whether the number can be read: not said to be uninstrumented, and a source is named or it is said to be instrumented (SPEC 8, "Metrics"). */
export function isInstrumented(metric: Metric): boolean {
  return metric.instrumented?.boolean ?? metric.source !== undefined;
}
