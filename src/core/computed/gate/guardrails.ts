import { currentOf } from '../../model/current.ts';
import { verdictOf } from '../../model/verdict.ts';
import type { PlacedMetric } from '../guardrail-actions.ts';
import { metricSpan, quoted, short, type Reason } from '../reason.ts';
import type { RolloutCase } from '../rollout-case.ts';

/** Guardrails that are breached, that have no current value, or whose value can't be held against a threshold. */
export function guardrailHolds({ guardrails }: RolloutCase): readonly Reason[] {
  return guardrails.flatMap(holdsOf);
}

function holdsOf({ metric, file }: PlacedMetric): readonly Reason[] {
  const { threshold } = metric.metric;
  const current = currentOf(metric.metric);
  const name = quoted(metric.name);
  if (current === undefined)
    return [{ text: `The guardrail ${name} has no current value.`, file, span: metricSpan(metric) }];
  const verdict = verdictOf(metric);
  if (verdict === 'breached') {
    return [
      {
        text: `The guardrail ${name} is breached: it is at ${short(current.text)}, outside its threshold (${short(threshold?.text ?? '')}).`,
        file,
        span: current.span,
      },
    ];
  }
  if (verdict !== 'unknown') return [];
  if (threshold === undefined)
    return [{ text: `The guardrail ${name} has no threshold.`, file, span: metricSpan(metric) }];
  return [
    {
      text: `Whether the guardrail ${name} holds can't be told from ${short(current.text)} and ${short(threshold.text)}.`,
      file,
      span: current.span,
    },
  ];
}
