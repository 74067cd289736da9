import { metricsOf } from '../../model/tiers.ts';
import type { Metric, Metrics } from '../../model/types.gen.ts';
import { inUnitOf, levelOf, printQuantity, type Amount } from '../../model/values/quantity.ts';
import { limitsOf } from '../../model/values/threshold.ts';
import type { InlayHint } from './inlay-hint.ts';

/** What a value that counts from the baseline comes to, and times in the unit of the goal beside them. */
export function metricHints(metrics: Metrics): readonly InlayHint[] {
  return metricsOf(metrics).flatMap(({ metric }) => hintsOf(metric));
}

function hintsOf(metric: Metric): readonly InlayHint[] {
  const baseline = metric.baseline?.quantity;
  const goal = metric.target?.quantity ?? metric.threshold?.threshold ?? baseline;
  const quantities = [metric.baseline, metric.current, metric.target].flatMap(value => {
    if (value?.quantity === undefined) return [];
    const { quantity } = value;
    const other = quantity.relative ? fromBaseline(quantity, baseline) : goal && inUnitOf(quantity, goal);
    return other === undefined ? [] : [valueHint(value.span.end, `= ${printQuantity(other)}`)];
  });
  const thresholds = [metric.threshold, metric.alertAt].flatMap(value => {
    const threshold = value?.threshold;
    if (value === undefined || threshold?.of === undefined || baseline === undefined) return [];
    const limits = limitsOf(threshold, baseline);
    if (limits === undefined) return [];
    const [low, high] = limits.map(printQuantity);
    const label = high === undefined ? `${threshold.op} ${low ?? ''}` : `${low ?? ''} to ${high}`;
    return [valueHint(value.span.end, label)];
  });
  return [...quantities, ...thresholds];
}

/** Undefined where the change can't be counted from the baseline: then it stays a change. */
function fromBaseline(change: Amount, baseline: Amount | undefined): Amount | undefined {
  if (baseline === undefined || baseline.relative === true) return undefined;
  const level = levelOf(change, baseline);
  return level.unit === change.unit && change.unit !== baseline.unit ? undefined : level;
}

function valueHint(offset: number, label: string): InlayHint {
  return { sort: 'values', offset, label };
}
