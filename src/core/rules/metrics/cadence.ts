import type { Tier } from '../../model/tiers.ts';
import { defineRule } from '../rule.ts';

const cadences = ['realTime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

/** The slowest look at each tier that is still in time (seed: Metrics Hierarchy, Dashboard Design). */
const slowest: Readonly<Record<Tier, (typeof cadences)[number]>> = {
  guardrails: 'daily',
  leading: 'daily',
  core: 'weekly',
  lagging: 'quarterly',
};

export const cadence = defineRule({
  id: 'metrics/cadence',
  about: 'metrics',
  severity: 'information',
  summary:
    'A tier that is looked at too rarely: leading or a guardrail slower than daily, core slower than weekly, lagging slower than quarterly.',
  why: 'A signal that is seen after the decision it was meant for has informed nobody.',
  examples: [
    {
      good: false,
      files: { 'search.metrics.yaml': 'id: MX-005\nleading:\n  - name: Clicks\n    cadence: «weekly»\n' },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nlagging:\n  - name: Retention\n    cadence: quarterly\nleading:\n  - name: Clicks\n    cadence: daily\n',
      },
    },
    { good: true, files: { 'search.metrics.yaml': 'id: MX-005\nleading:\n  - name: Clicks\n' } },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Leading metrics\n\n| Metric | Target | Cadence |\n|---|---|---|\n| Clicks | 900 / day | «Weekly» |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Leading metrics\n\n| Metric | Target | Cadence |\n|---|---|---|\n| Clicks | 900 / day | Daily |\n',
      },
    },
  ],
  check: ({ metrics }) =>
    metrics.flatMap(({ tier, metric, name }) => {
      const written = metric.cadence;
      if (written === undefined || cadences.indexOf(written.word) <= cadences.indexOf(slowest[tier])) return [];
      const wanted =
        slowest[tier] === 'daily' ? 'every day' : slowest[tier] === 'weekly' ? 'every week' : 'every quarter';
      return [
        {
          span: written.span,
          message: `"${name.slice(0, 80)}" is looked at too rarely for its tier: at least ${wanted}.`,
          fixes: [
            {
              title: `Look at it ${wanted}`,
              changes: [{ type: 'replace' as const, span: written.span, text: slowest[tier] }],
            },
          ],
        },
      ];
    }),
});
