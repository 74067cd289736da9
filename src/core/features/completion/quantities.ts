import { metricKey } from '../../model/tiers.ts';
import { printQuantity, readQuantity, type Quantity } from '../../model/values/quantity.ts';
import { readThreshold } from '../../model/values/threshold.ts';
import type { SeenMetric } from './surroundings.ts';
import type { Candidate, ValueQuestion } from './values.ts';

/** Limits by example: made of the metric's own baseline where there is one, else such as its unit suggests. */
export function thresholdCandidates(question: ValueQuestion): readonly Candidate[] {
  const { field, beside } = question;
  const row = rowMetric(question);
  if (row?.threshold !== undefined) return [example(row.threshold, `as ${row.id} has it`)];
  if (field === 'alertAt') return alertCandidates(beside('threshold'));
  const baseline = readQuantity(beside('baseline') ?? '') ?? readQuantity(beside('current') ?? '');
  if (baseline === undefined) return general.map(text => example(text));
  const least = beside('direction') === 'increase';
  const written = baseline.text;
  const around = [
    example(`<= ${written}`, 'no worse than the baseline'),
    example(`>= ${written}`, 'no worse than the baseline'),
  ];
  const isShare = baseline.unit === '%';
  return [
    ...(least ? [...around].reverse() : around),
    ...(isShare ? [example('<= baseline + 1pp'), example('>= baseline - 1pp')] : []),
    example('within 5% of baseline'),
    ...(baseline.unit === 'ms' || baseline.unit === 's' ? [example(`P95 < ${written}`)] : []),
  ];
}

const general = ['< 2%', '>= 99.5%', '<= baseline + 1pp', 'within 5% of baseline', 'P95 < 300ms'];

/** A fifth before the limit. */
function alertCandidates(written: string | undefined): readonly Candidate[] {
  const threshold = written === undefined ? undefined : readThreshold(written);
  if (threshold === undefined || threshold.of !== undefined || threshold.op === 'within') return [];
  const isUpper = threshold.op === '<' || threshold.op === '<=';
  const value = Number((threshold.value * (isUpper ? 0.8 : 1.2)).toPrecision(3));
  const text = printQuantity({ value, ...(threshold.unit !== undefined && { unit: threshold.unit }) });
  return threshold.unit === '%' && value > 100 ? [] : [example(text, `before ${threshold.text} is broken`)];
}

/** Numbers that are known already: a retro's row repeats what its metric says, a target starts from the baseline. */
export function quantityCandidates(question: ValueQuestion): readonly Candidate[] {
  const { field, beside } = question;
  const row = rowMetric(question);
  if (row !== undefined) {
    const known = field === 'actual' ? row.current : field === 'baseline' ? row.baseline : row.target;
    return known === undefined ? [] : [example(known, `as ${row.id} has it`)];
  }
  const baseline = readQuantity(beside('baseline') ?? '');
  if (baseline === undefined || field === 'baseline' || question.object !== 'Metric') return [];
  return field === 'target' ? targets(baseline) : [example(baseline.text, 'the baseline')];
}

function targets(baseline: Quantity): readonly Candidate[] {
  return baseline.unit === '%'
    ? [example('+5pp', 'from the baseline'), example('+10pp', 'from the baseline')]
    : [example('+10%', 'from the baseline'), example('-10%', 'from the baseline')];
}

/** The metric that a row of a retro is about. */
function rowMetric({ object, around, beside }: ValueQuestion): SeenMetric | undefined {
  const metric = object === 'MetricResult' ? beside('metric') : undefined;
  if (metric === undefined) return undefined;
  const key = metricKey(metric);
  return around.metrics.find(({ id, name }) => metricKey(id) === key || metricKey(name) === key);
}

function example(text: string, detail?: string): Candidate {
  return { text, kind: 'value', ...(detail !== undefined && { detail }) };
}
