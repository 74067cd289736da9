import { anchorOf } from '../../model/located.ts';
import { isFrom } from '../../model/status.ts';
import { metricsOf } from '../../model/tiers.ts';
import { defineRule } from '../rule.ts';

export const missing = defineRule({
  id: 'metrics/missing',
  about: 'bet',
  severity: 'error',
  asksFor: 'metrics',
  summary: 'A bet from building on without any metric.',
  why: 'What is built without a number to move can only be shipped; whether the bet was right stays a matter of taste.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\nstatus: building\n' } },
    {
      good: true,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\nmetrics:\n  core:\n    - name: Search success\n' },
    },
    // Before delivery begins, there is time.
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: shaping\n' } },
    { good: false, files: { 'search.bet.md': '# «BET-005: Search as you type»\n\n**Status:** Building\n' } },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Status:** Building\n\n## Success metrics\n\n### Primary metric\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Search success | 38% | 45% |\n',
      },
    },
  ],
  check({ bet, artifact, metrics, status }) {
    if (!isFrom(status, 'building')) return [];
    if (bet.blanks?.includes('metrics') === true || (bet.metrics?.type === 'reference' && metrics === undefined))
      return [];
    if (metrics !== undefined && metricsOf(metrics.model).length > 0) return [];
    const span =
      metrics === undefined ? artifact.anchor : metrics.embedded ? metrics.anchor : anchorOf(bet.metrics ?? bet);
    return [
      { span, message: 'This bet is being built without a metric. Name at least the core metric that it is to move.' },
    ];
  },
});
