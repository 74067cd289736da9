import { tiers } from '../../model/tiers.ts';
import { defineRule } from '../rule.ts';

export const tierMissing = defineRule({
  id: 'metrics/tier-missing',
  about: 'metrics',
  severity: 'warning',
  lowered: true,
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
