import type { TieredMetric } from './tiers.ts';
import { directionOf } from './metric-reading.ts';
import type { QuantityValue } from './located.ts';
import { applyRelative, compareQuantities, type Quantity } from './values/quantity.ts';
import { progressBetween } from './progress.ts';
import { checkThreshold, type Threshold } from './values/threshold.ts';

export type Verdict = 'hit' | 'close' | 'missed' | 'within' | 'alert' | 'breached' | 'unknown';

/** How a metric stands by its own numbers (SPEC 6). What can't be read or compared is unknown, never a pass. */
export function verdictOf(metric: TieredMetric): Verdict {
  return metric.tier === 'guardrails' ? guardrailVerdict(metric) : targetVerdict(metric);
}

function guardrailVerdict({ metric }: TieredMetric): Verdict {
  const current = metric.current?.quantity;
  const threshold = metric.threshold?.threshold;
  if (current === undefined || threshold === undefined) return 'unknown';
  const baseline = metric.baseline?.quantity;
  const actual = absolute(current, baseline);
  if (actual === undefined) return 'unknown';
  const held = checkThreshold(threshold, actual, baseline);
  if (held === undefined) return 'unknown';
  if (held === 'broken') return 'breached';
  const alert = metric.alertAt?.threshold;
  return alert !== undefined && isPastAlert(alert, threshold, checkThreshold(alert, actual, baseline))
    ? 'alert'
    : 'within';
}

/** `alertAt: "< 1.5%"` beside `< 2%` is a line to hold; `alertAt: "> 1.5%"` says itself when somebody is warned. */
function isPastAlert(alert: Threshold, threshold: Threshold, held: 'holds' | 'broken' | undefined): boolean {
  const sameSide = alert.op.startsWith(threshold.op.slice(0, 1));
  return held === (sameSide ? 'broken' : 'holds');
}

function targetVerdict({ metric }: TieredMetric): Verdict {
  const current = metric.current?.quantity;
  const target = metric.target?.quantity;
  if (current === undefined || target === undefined) return 'unknown';
  const baseline = metric.baseline?.quantity;
  const aim = absolute(target, baseline);
  const actual = absolute(current, baseline);
  const direction = directionOf({ ...metric });
  if (aim === undefined || actual === undefined || direction === undefined) return 'unknown';
  const order = compareQuantities(actual, aim);
  if (order === undefined) return 'unknown';
  if (direction === 'increase' ? order >= 0 : order <= 0) return 'hit';
  if (baseline === undefined) return 'missed';
  const progress = progressBetween(baseline, aim, actual);
  return progress?.isClose === true ? 'close' : 'missed';
}

/** 0 to 1: how far of the way from baseline to target; undefined where that can't be said. */
export function progressOf(metric: {
  readonly baseline?: QuantityValue;
  readonly target?: QuantityValue;
  readonly current?: QuantityValue;
}): number | undefined {
  const baseline = metric.baseline?.quantity;
  const target = metric.target?.quantity;
  const current = metric.current?.quantity;
  if (!baseline || !target || !current) return undefined;
  const aim = absolute(target, baseline);
  const actual = absolute(current, baseline);
  if (!aim || !actual) return undefined;
  return progressBetween(baseline, aim, actual)?.share;
}

/** `+5pp` is relative to the baseline where there is one. */
function absolute(quantity: Quantity, baseline: Quantity | undefined): Quantity | undefined {
  if (quantity.relative !== true) return quantity;
  return baseline === undefined ? undefined : applyRelative(baseline, quantity);
}
