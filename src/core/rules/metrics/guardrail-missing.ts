import { anchorOf } from '../../model/located.ts';
import { isFrom } from '../../model/status.ts';
import { writeIn } from '../fix.ts';
import { guardrailCandidates } from '../guardrail-candidates.ts';
import { defineRule } from '../rule.ts';

export const guardrailMissing = defineRule({
  id: 'metrics/guardrail-missing',
  about: 'metrics',
  severity: 'error',
  summary: 'Metrics, but no guardrail among them. A warning before the rollout begins.',
  why: 'Any number can be bought with another one. A guardrail is what you refuse to pay: errors, speed, support tickets. Without one nothing tells you to stop.',
  examples: [
    {
      good: false,
      files: {
        'search.bet.yaml': 'id: BET-005\nstatus: rollingOut\n«metrics»:\n  core:\n    - name: Search success\n',
      },
    },
    { good: false, files: { 'search.metrics.yaml': '«id»: MX-005\ncore:\n  - name: Search success\n' } },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\nstatus: rollingOut\nmetrics:\n  core:\n    - name: Search success\n  guardrails:\n    - name: Error rate\n      threshold: < 2%\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# «Metrics: Search»\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| Search success | 45% |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| Search success | 45% |\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | < 2% |\n',
      },
    },
  ],
  check({ part, metrics, bets }) {
    if (
      metrics.length === 0 ||
      metrics.some(metric => metric.tier === 'guardrails') ||
      part.model.blanks?.includes('guardrails') === true
    )
      return [];
    const early = bets.length > 0 && bets.every(bet => !isFrom(bet.status, 'rollingOut'));
    const written = part.model.guardrails;
    return [
      {
        span: written === undefined ? part.anchor : anchorOf(written),
        message: 'Nothing guards this: no guardrail says what must not get worse while the other numbers get better.',
        lens: 'No guardrails',
        ...(early && { severity: 'warning' as const }),
        fixes: [
          {
            title: 'Add guardrails',
            changes: [writeIn(part, [], { guardrails: guardrailCandidates(metrics, bets) })],
          },
        ],
      },
    ];
  },
});
