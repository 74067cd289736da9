import type { MetricCard } from './graph.ts';
import { plainText } from '../markup/plain-text.ts';

/**
 * The metric as it may be shown: every text made plain, what has nothing to see left out, and a name in any case.
 * Everything behind this point reads only such metrics, so no text can be forgotten.
 */
export function shownMetric(metric: MetricCard): MetricCard {
  const key = plainText(metric.key);
  const id = plainText(metric.id);
  const shown: { -readonly [Field in keyof MetricCard]: MetricCard[Field] } = {
    key,
    id,
    name: plainText(metric.name) || id || key || 'Metric without a name',
    tier: metric.tier,
    primary: metric.primary,
    verdict: metric.verdict,
    problems: metric.problems,
    span: metric.span,
  };
  for (const field of TEXT_FIELDS) {
    const text = plainText(metric[field] ?? '');
    if (text !== '') shown[field] = text;
  }
  if (shown.cadence === 'realTime') shown.cadence = 'real time';
  if (metric.progress !== undefined && !Number.isNaN(metric.progress)) shown.progress = metric.progress;
  if (metric.history !== undefined) shown.history = metric.history;
  if (metric.branch !== undefined) shown.branch = metric.branch;
  return shown;
}

const TEXT_FIELDS = ['baseline', 'current', 'target', 'threshold', 'cadence', 'owner', 'source'] as const;
