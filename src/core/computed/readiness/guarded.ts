import { metricsOf, type TieredMetric } from '../../model/tiers.ts';
import { triggersOf } from '../../workspace/rollback.ts';
import { guardrailActions } from '../guardrail-actions.ts';
import { metricSpan, quoted, short, type Reason } from '../reason.ts';
import { fieldPlace, metUnless, notMet, partMissing, type PointCheck } from './point.ts';

/** Every guardrail has a threshold, and a trigger or `onBreach` (SPEC 8). */
export const guarded: PointCheck = bet => {
  const part = bet.metrics;
  if (part === undefined) return partMissing(bet, 'metrics', 'There are no metrics, and so no guardrails.');
  const guardrails = metricsOf(part.model).filter(({ tier }) => tier === 'guardrails');
  if (guardrails.length === 0)
    return notMet({ text: 'There is no guardrail.', ...fieldPlace(part, part.model.guardrails) });
  const actions = guardrailActions(
    guardrails.map(metric => ({ metric, file: part.file })),
    triggersOf(bet.rollout, [bet]),
  );
  const against = guardrails.flatMap(guardrail => [
    ...thresholdFaults(guardrail, part.file),
    ...(actions.get(guardrail)?.length === 0
      ? [
          {
            text: `Nothing happens when ${quoted(guardrail.name)} is breached: no trigger and no action.`,
            file: part.file,
            span: metricSpan(guardrail),
          },
        ]
      : []),
  ]);
  const text = 'Every guardrail has a threshold, and a trigger or an action.';
  return metUnless(against, () => ({ text, ...fieldPlace(part, part.model.guardrails) }));
};

/** A threshold that can't be read guards nothing. */
function thresholdFaults(guardrail: TieredMetric, file: string): readonly Reason[] {
  const { threshold } = guardrail.metric;
  if (threshold === undefined)
    return [{ text: `${quoted(guardrail.name)} has no threshold.`, file, span: metricSpan(guardrail) }];
  if (threshold.threshold) return [];
  return [
    {
      text: `The threshold of ${quoted(guardrail.name)} can't be read: ${short(threshold.text)}.`,
      file,
      span: threshold.span,
    },
  ];
}
