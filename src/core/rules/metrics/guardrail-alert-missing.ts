import { isAbsent } from '../../model/located.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, nameSomebody, writeIn } from '../fix.ts';

export const guardrailAlertMissing = defineRule({
  id: 'metrics/guardrail-alert-missing',
  about: 'metrics',
  severity: 'information',
  lowered: true,
  summary: 'A guardrail of which nobody is warned.',
  why: 'Guardrails are alerted on, not only reported: a breach that is found in next week’s report has cost a week.',
  examples: [
    {
      good: false,
      files: { 'search.metrics.yaml': 'id: MX-005\nguardrails:\n  - name: «Error rate»\n    threshold: < 2%\n' },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    alert:\n      method: Pager\n      to: Engineer on call\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    alertAt: 1.5%\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| «Error rate» | < 2% |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Guardrail metrics\n\n| Metric | Threshold | Alert at |\n|---|---|---|\n| Error rate | < 2% | 1.5% |\n',
      },
    },
  ],
  check: ({ part, model, metrics, bets }) =>
    metrics
      .filter(({ tier, metric }) => tier === 'guardrails' && isAbsent(metric, 'alert') && isAbsent(metric, 'alertAt'))
      .map(guardrail => ({
        span: metricPlace(guardrail),
        message: `Nobody is warned when "${guardrail.name.slice(0, 80)}" gets worse. Say with "alert" how, and who.`,
        fixes: nameSomebody(
          [guardrail.metric, model, ...bets.map(({ bet }) => bet)],
          name => `Page ${name} when it gets worse`,
          to => [writeIn(part, metricPath(model, guardrail), { alert: { method: 'page', to } })],
        ),
      })),
});
