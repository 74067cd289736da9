import { currentOf } from './current.ts';
import type { QuantityValue } from './located.ts';
import { directionOf } from './metric-reading.ts';
import { progressBetween } from './progress.ts';
import type { TieredMetric } from './tiers.ts';
import type { Metric } from './types.gen.ts';
import { applyRelative, compareQuantities, type Quantity } from './values/quantity.ts';
import { checkThreshold, isPastAlert } from './values/threshold.ts';

export type Verdict = 'hit' | 'close' | 'missed' | 'within' | 'alert' | 'breached' | 'unknown';

/** How a metric stands by its own numbers (SPEC 6). What can't be read or compared is unknown, never a pass. */
export function verdictOf(metric: TieredMetric): Verdict {
  const known = verdicts.get(metric);
  if (known !== undefined) return known;
  const verdict = metric.tier === 'guardrails' ? guardrailVerdict(metric) : targetVerdict(metric);
  verdicts.set(metric, verdict);
  return verdict;
}

/** Several rules ask of each metric. */
const verdicts = new WeakMap<TieredMetric, Verdict>();

function guardrailVerdict({ metric }: TieredMetric): Verdict {
  const current = currentOf(metric)?.quantity;
  const threshold = metric.threshold?.threshold;
  if (current === undefined || threshold === undefined) return 'unknown';
  const baseline = metric.baseline?.quantity;
  const actual = fromBaseline(current, baseline);
  // A change from a baseline that nobody wrote is not a level, and a threshold is about levels.
  if (actual === undefined || actual.relative === true) return 'unknown';
  const held = checkThreshold(threshold, actual, baseline);
  if (held === undefined) return 'unknown';
  if (held === 'broken') return 'breached';
  const alertAt = metric.alertAt?.threshold;
  return alertAt !== undefined && isPastAlert(alertAt, threshold, actual, baseline) === true ? 'alert' : 'within';
}

function targetVerdict({ metric }: TieredMetric): Verdict {
  const current = currentOf(metric)?.quantity;
  const target = metric.target?.quantity;
  if (current === undefined || target === undefined) return 'unknown';
  const baseline = metric.baseline?.quantity;
  const aim = fromBaseline(target, baseline);
  const actual = fromBaseline(current, baseline);
  const direction = directionOf({ ...metric });
  if (aim === undefined || actual === undefined || direction === undefined) return 'unknown';
  const order = compareQuantities(actual, aim);
  if (order === undefined) return 'unknown';
  if (direction === 'increase' ? order >= 0 : order <= 0) return 'hit';
  // Without a baseline there is no way that could be 90 % gone; with one that can't be read or compared, nobody knows.
  if (metric.baseline === undefined) return 'missed';
  if (baseline === undefined || compareQuantities(baseline, aim) === undefined) return 'unknown';
  return progressBetween(baseline, aim, actual)?.isClose === true ? 'close' : 'missed';
}

/** 0 to 1: how far of the way from baseline to target; undefined where that can't be said. */
export function progressOf(metric: {
  readonly baseline?: QuantityValue;
  readonly target?: QuantityValue;
  readonly current?: QuantityValue;
}): number | undefined {
  const baseline = metric.baseline?.quantity;
  const target = metric.target?.quantity;
  const current = currentOf(metric as Metric)?.quantity;
  if (!baseline || !target || !current) return undefined;
  const aim = fromBaseline(target, baseline);
  const actual = fromBaseline(current, baseline);
  if (!aim || !actual) return undefined;
  return progressBetween(baseline, aim, actual)?.share;
}

/** Whether a metric has moved from its baseline, and which way; unknown where value, baseline or direction is. */
export function movementOf(metric: Metric): 'better' | 'none' | 'worse' | 'unknown' {
  const baseline = metric.baseline?.quantity;
  const current = currentOf(metric)?.quantity;
  const direction = directionOf({ ...metric });
  if (baseline === undefined || current === undefined || direction === undefined) return 'unknown';
  const actual = fromBaseline(current, baseline);
  const order = actual && compareQuantities(actual, baseline);
  if (order === undefined) return 'unknown';
  if (order === 0) return 'none';
  return order > 0 === (direction === 'increase') ? 'better' : 'worse';
}

/**
 * `+5pp` is relative to the baseline where there is one. Without one a change stays a change: it compares with
 * changes, and with no level.
 */
function fromBaseline(quantity: Quantity, baseline: Quantity | undefined): Quantity | undefined {
  if (quantity.relative !== true || baseline === undefined) return quantity;
  return applyRelative(baseline, quantity);
}
