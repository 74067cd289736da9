import { directionOfDrive, findCycles } from '../../model/drives.ts';
import { defineRule } from '../rule.ts';
import { withoutArrow } from '../arrow-fixes.ts';

export const cycle = defineRule({
  id: 'metrics/cycle',
  about: 'metrics',
  severity: 'error',
  summary: 'Metrics that drive each other in a circle.',
  why: 'In a circle nothing is cause and nothing is result: there is no metric to start with, and none to be judged by.',
  examples: [
    {
      good: false,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Search success\n    drives: [Clicks]\nleading:\n  - name: Clicks\n    drives: [«Search success»]\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Search success\nleading:\n  - name: Clicks\n    drives: [Search success]\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Core | Search success | Clicks |\n| Leading | Clicks | «Search success» |\n',
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
  check({ metrics, drives }) {
    return findCycles(metrics, drives).cycles.map(({ closing, drives: entries }) => {
      const names = [...entries.slice(0, 5).map(entry => entry.from.name), entries.length > 5 ? '…' : ''].filter(
        name => name !== '',
      );
      const circle = [...names, names[0]].map(name => (name ?? '').slice(0, 60)).join(' → ');
      const wrong = entries.find(({ from, to }) => to && directionOfDrive(from.tier, to.tier) === 'down') ?? closing;
      return {
        span: closing.entry.span,
        fixes: withoutArrow(wrong, metrics),
        message: `These metrics drive each other in a circle: ${circle}. Remove the arrow that is not a cause.`,
      };
    });
  },
});
