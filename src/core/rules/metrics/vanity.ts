import { isVanity } from '../../model/connection.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, named, referenceTo, writeIn } from '../fix.ts';

export const vanity = defineRule({
  id: 'metrics/vanity',
  about: 'metrics',
  severity: 'warning',
  summary:
    'A leading or core metric without a path up to a lagging one that is also said not to be actionable or not attributable.',
  why: 'A number that leads nowhere and that nobody can move is decoration. It goes up with the weather and is shown in good weeks.',
  examples: [
    {
      good: false,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nlagging:\n  - name: Retention\ncore:\n  - name: Search success\n    drives: [Retention]\nleading:\n  - name: «Page views»\n    selection:\n      actionable: false\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nlagging:\n  - name: Retention\ncore:\n  - name: Search success\n    drives: [Retention]\nleading:\n  - name: Page views\n    drives: [Search success]\n    selection:\n      actionable: false\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '---\nleading:\n  - name: «Page views»\n    selection: { actionable: false }\n---\n\n# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Lagging | Retention | |\n| Core | Search success | Retention |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '---\nleading:\n  - name: Page views\n    drives: [Search success]\n    selection: { actionable: false }\n---\n\n# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Lagging | Retention | |\n| Core | Search success | Retention |\n',
      },
    },
  ],
  check: ({ part, model, metrics, drives }) =>
    metrics
      .filter(metric => isVanity(metric, drives))
      .map(metric => ({
        span: metricPlace(metric),
        message: `"${metric.name.slice(0, 80)}" leads to no business result, and can’t be moved or traced to the bet. Leave it out, or say what it drives.`,
        fixes: metrics
          .filter(({ tier }) => tier === 'lagging')
          .filter(above => !drives.some(({ from, to }) => from === above && to === metric))
          .slice(0, 5)
          .map(above => ({
            title: `It drives ${named(above.name)}`,
            changes: [writeIn(part, metricPath(model, metric), { drives: [referenceTo(above)] })],
            isAnswer: true as const,
          })),
      })),
});
