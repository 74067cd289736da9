import { currentOf } from '../../model/current.ts';
import { verdictOf } from '../../model/verdict.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';

export const guardrailBreached = defineRule({
  id: 'metrics/guardrail-breached',
  about: 'metrics',
  severity: 'error',
  summary: 'The current value of a guardrail breaks its threshold.',
  why: 'This is the moment the guardrail was written for: stop, roll back or find out why, before more customers pay for it.',
  examples: [
    {
      good: false,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    current: «2.4%»\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    current: 1.9%\n',
      },
    },
    // What can't be read is reported as such, and is neither a breach nor a pass.
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    current: quite high\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Guardrail metrics\n\n| Metric | Current | Threshold |\n|---|---|---|\n| Error rate | «2.4%» | < 2% |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Guardrail metrics\n\n| Metric | Current | Threshold |\n|---|---|---|\n| Error rate | 1.9% | < 2% |\n',
      },
    },
  ],
  check({ part, metrics }) {
    return metrics
      .filter(metric => metric.tier === 'guardrails' && verdictOf(metric) === 'breached')
      .map(guardrail => {
        const { threshold } = guardrail.metric;
        const current = currentOf(guardrail.metric);
        return {
          span: current?.span ?? metricPlace(guardrail),
          message: `The guardrail "${guardrail.name.slice(0, 80)}" is breached: ${current?.text ?? ''} is not ${threshold?.text ?? ''}.`,
          lens: `Guardrail breached: ${guardrail.name.slice(0, 40)} ${current?.text.slice(0, 20) ?? ''}`,
          ...(threshold && { related: [{ file: part.file, span: threshold.span, message: 'the threshold' }] }),
        };
      });
  },
});
