import type { QuantityValue, ThresholdValue, WordValue } from './located.ts';
import type { ModelObject, Report } from './read.ts';
import { inferDirection } from './values/direction.ts';
import { readQuantity } from './values/quantity.ts';
import { readAlertAt, readThreshold } from './values/threshold.ts';

/** What of a metric can only be read once all of it is there: a bare threshold takes its side from the direction. */
export function finishMetric(metric: ModelObject, report: Report): ModelObject {
  const threshold = metric['threshold'] as ThresholdValue | undefined;
  const alertAt = metric['alertAt'] as ThresholdValue | undefined;
  if (threshold && !threshold.threshold) metric['threshold'] = completeThreshold(metric, threshold, report);
  if (alertAt && !alertAt.threshold) metric['alertAt'] = completeAlert(metric, alertAt, report);
  return metric;
}

/** The direction that is written, else the one that baseline and target, or the threshold, show. */
export function directionOf(metric: Readonly<Record<string, unknown>>): 'increase' | 'decrease' | undefined {
  const written = (metric['direction'] as WordValue<'increase' | 'decrease'> | undefined)?.word;
  if (written) return written;
  const baseline = (metric['baseline'] as QuantityValue | undefined)?.quantity;
  const target = (metric['target'] as QuantityValue | undefined)?.quantity;
  const threshold = (metric['threshold'] as ThresholdValue | undefined)?.threshold;
  return inferDirection({ ...(baseline && { baseline }), ...(target && { target }), ...(threshold && { threshold }) });
}

function completeThreshold(metric: ModelObject, value: ThresholdValue, report: Report): ThresholdValue {
  const threshold = readThreshold(value.text, directionOf(metric));
  if (threshold) return { ...value, threshold };
  const message = `The threshold "${value.text.slice(0, 80)}" can't be read. Write a comparison such as "< 2%", or say with "direction" which side is good.`;
  report({ code: 'unreadable', message, span: value.span });
  return value;
}

function completeAlert(metric: ModelObject, value: ThresholdValue, report: Report): ThresholdValue {
  const own = (metric['threshold'] as ThresholdValue | undefined)?.threshold;
  const threshold = readAlertAt(value.text, own);
  if (threshold) return { ...value, threshold };
  // A bare number takes its side from the threshold: where that is missing or can't be read, it is what is to be mended.
  if (own === undefined && readQuantity(value.text)) return value;
  report({
    code: 'unreadable',
    message: `The alert "${value.text.slice(0, 80)}" can't be read. Write a comparison such as "> 1.5%".`,
    span: value.span,
  });
  return value;
}
