import { isAbsent } from '../../model/located.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, writeIn } from '../fix.ts';
import { thresholdCandidates } from '../guardrail-candidates.ts';

export const guardrailThresholdMissing = defineRule({
  id: 'metrics/guardrail-threshold-missing',
  about: 'metrics',
  severity: 'warning',
  summary: 'A guardrail without a threshold.',
  why: 'A guardrail that says what to watch and not how far it may go is argued about on the day it is needed.',
  examples: [
    {
      good: false,
      files: {
        'search.metrics.yaml': 'id: MX-005\ncore:\n  - name: Search success\nguardrails:\n  - name: «Error rate»\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Search success\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Guardrail metrics\n\n| Metric | Current | Threshold |\n|---|---|---|\n| «Error rate» | 1.2% | |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Guardrail metrics\n\n| Metric | Current | Threshold |\n|---|---|---|\n| Error rate | 1.2% | < 2% |\n',
      },
    },
  ],
  check({ part, model, metrics }) {
    return metrics
      .filter(({ tier, metric }) => tier === 'guardrails' && isAbsent(metric, 'threshold'))
      .map(guardrail => ({
        span: metricPlace(guardrail),
        message: `The guardrail "${guardrail.name.slice(0, 80)}" has no threshold. Say where the line is, such as "< 2%".`,
        fixes: thresholdCandidates(guardrail).map(threshold => ({
          title: `Add a threshold: ${threshold}`,
          changes: [writeIn(part, metricPath(model, guardrail), { threshold })],
        })),
      }));
  },
});
