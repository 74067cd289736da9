import { isDisconnected, isVanity } from '../../model/connection.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';
import { metricPath, named, referenceTo, tierAbove, writeIn } from '../fix.ts';

export const disconnected = defineRule({
  id: 'metrics/disconnected',
  about: 'metrics',
  severity: 'warning',
  asksFor: 'metrics.drives',
  summary: 'A leading or core metric that drives nothing above it, though something stands there.',
  why: 'A number that leads nowhere is watched for its own sake. Say what it moves, or stop looking at it.',
  examples: [
    {
      good: false,
      files: { 'search.metrics.yaml': 'id: MX-005\ncore:\n  - name: Search success\nleading:\n  - name: «Clicks»\n' },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Search success\nleading:\n  - name: Clicks\n    drives: [Search success]\n',
      },
    },
    // Nothing stands above it.
    { good: true, files: { 'search.metrics.yaml': 'id: MX-005\ncore:\n  - name: Search success\n' } },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Core | Search success | |\n| Leading | «Clicks» | |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Core | Search success | |\n| Leading | Clicks | Search success |\n',
      },
    },
  ],
  check: ({ part, model, metrics, drives }) =>
    metrics
      .filter(metric => isDisconnected(metric, metrics) && !isVanity(metric, drives))
      .map(metric => ({
        span: metricPlace(metric),
        message: `"${metric.name.slice(0, 80)}" drives nothing above it. Say with "drives" which metric it moves.`,
        fixes: tierAbove(metrics, metric)
          .filter(above => !drives.some(({ from, to }) => from === above && to === metric))
          .slice(0, 5)
          .map(above => ({
            title: `It drives ${named(above.name)}`,
            changes: [writeIn(part, metricPath(model, metric), { drives: [referenceTo(above)] })],
            isAnswer: true as const,
          })),
      })),
});
