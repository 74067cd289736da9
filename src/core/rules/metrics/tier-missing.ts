import { tiers } from '../../model/tiers.ts';
import { defineRule } from '../rule.ts';

export const tierMissing = defineRule({
  id: 'metrics/tier-missing',
  about: 'metrics',
  severity: 'warning',
  lowered: true,
  asksFor: 'metrics.tiers',
  summary: 'A hierarchy without lagging, core or leading metrics.',
  why: 'Leading metrics tell you this week, core metrics tell you whether the bet was right, lagging metrics tell you whether it mattered. With a tier missing, one of these questions has no answer.',
  examples: [
    { good: false, files: { 'search.metrics.yaml': '«id»: MX-005\ncore:\n  - name: Search success\n' } },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nlagging:\n  - name: Retention\ncore:\n  - name: Search success\nleading:\n  - name: Clicks\n',
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
          '# Metrics: Search\n\n## Lagging metrics\n\n| Metric | Target |\n|---|---|\n| Retention | 80% |\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| Search success | 45% |\n\n## Leading metrics\n\n| Metric | Target |\n|---|---|\n| Clicks | 900 / day |\n',
      },
    },
  ],
  check({ part, metrics }) {
    const absent = tiers.filter(
      tier =>
        tier !== 'guardrails' &&
        !metrics.some(metric => metric.tier === tier) &&
        part.model.blanks?.includes(tier) !== true,
    );
    if (metrics.length === 0 || absent.length === 0) return [];
    return [
      {
        span: part.anchor,
        message: `There are no ${absent.join(' and no ')} metrics. Add what moves first, what the bet is to move, and what it is for.`,
      },
    ];
  },
});
