import { isAbsent } from '../../model/located.ts';
import { tiers } from '../../model/tiers.ts';
import { metricPlace } from '../metrics-case.ts';
import { defineRule } from '../rule.ts';

export const disconnected = defineRule({
  id: 'metrics/disconnected',
  about: 'metrics',
  severity: 'warning',
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
  ],
  check({ metrics }) {
    return metrics.flatMap(metric => {
      if (metric.tier !== 'core' && metric.tier !== 'leading') return [];
      const above = tiers.slice(0, tiers.indexOf(metric.tier));
      // An arrow that is there and wrong is reported as that.
      const hasArrow = (metric.metric.drives?.items.length ?? 0) > 0 || !isAbsent(metric.metric, 'drives');
      if (metric.metric.drives?.items.length !== 0 && hasArrow) return [];
      if (!metrics.some(other => above.includes(other.tier))) return [];
      return [
        {
          span: metricPlace(metric),
          message: `"${metric.name.slice(0, 80)}" drives nothing above it. Say with "drives" which metric it moves.`,
        },
      ];
    });
  },
});
