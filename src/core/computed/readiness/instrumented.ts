import { isInstrumented } from '../../model/instrumented.ts';
import { metricsOf, tiers, type Tier } from '../../model/tiers.ts';
import { metricSpan, quoted } from '../reason.ts';
import { fieldPlace, metUnless, partMissing, type PointCheck } from './point.ts';

const measured: ReadonlySet<Tier> = new Set(['leading', 'core', 'lagging']);

/** Leading, core and lagging can be measured: each tier has metrics, and each of them can be read. */
export const instrumented: PointCheck = bet => {
  const part = bet.metrics;
  if (part === undefined) return partMissing(bet, 'metrics', 'There are no metrics.');
  const metrics = metricsOf(part.model).filter(({ tier }) => measured.has(tier));
  const empty = tiers.filter(tier => measured.has(tier) && !metrics.some(metric => metric.tier === tier));
  const against = [
    ...empty.map(tier => ({ text: `There is no ${tier} metric.`, ...fieldPlace(part, part.model[tier]) })),
    ...metrics
      .filter(({ metric }) => !isInstrumented(metric))
      .map(metric => ({
        text: `${quoted(metric.name)} can't be measured yet: ${metric.metric.instrumented ? 'it is not instrumented' : 'no source is named'}.`,
        file: part.file,
        span: metric.metric.instrumented?.span ?? metricSpan(metric),
      })),
  ];
  return metUnless(against, () => ({
    text: 'Every leading, core and lagging metric can be measured.',
    file: part.file,
    span: part.anchor,
  }));
};
