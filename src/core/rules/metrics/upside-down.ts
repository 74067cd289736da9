import { directionOfDrive, findCycles } from '../../model/drives.ts';
import { defineRule } from '../rule.ts';
import { isOnlyArrow, withoutArrow } from '../arrow-fixes.ts';
import { metricPath, referenceTo, writeIn, type Fix } from '../fix.ts';

const tierNames = { lagging: 'a lagging', core: 'a core', leading: 'a leading', guardrails: 'a guardrail' } as const;

export const upsideDown = defineRule({
  id: 'metrics/upside-down',
  about: 'metrics',
  severity: 'error',
  summary: 'A metric drives one of a lower tier, or of its own. Between lagging metrics, sideways is allowed.',
  why: 'Leading metrics move core metrics, and these move lagging ones. Turned round, the early signal would come last.',
  examples: [
    {
      good: false,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nlagging:\n  - name: Retention\n    drives: [«Clicks»]\nleading:\n  - name: Clicks\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\nlagging:\n  - name: Retention\n    drives: [Revenue]\n  - name: Revenue\nleading:\n  - name: Clicks\n    drives: [Retention]\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Lagging | Retention | «Clicks» |\n| Leading | Clicks | |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Lagging | Retention | |\n| Leading | Clicks | Retention |\n',
      },
    },
  ],
  check({ part, model, metrics, drives }) {
    const inCycle = findCycles(metrics, drives).drives;
    return drives.flatMap(drive => {
      if (drive.to === undefined || inCycle.has(drive)) return [];
      const direction = directionOfDrive(drive.from.tier, drive.to.tier);
      if (direction === 'up' || (direction === 'sideways' && drive.from.tier === 'lagging')) return [];
      const message = `This arrow points ${direction}: ${tierNames[drive.from.tier]} metric can't drive ${tierNames[drive.to.tier]} one. Turn it round, or move one of them to another tier.`;
      const { from, to } = drive;
      const turned: Fix = {
        title: 'Turn the arrow round',
        changes: [
          { type: 'removeValue', span: drive.entry.span },
          writeIn(part, metricPath(model, to), { drives: [referenceTo(from)] }),
        ],
      };
      const canTurn = direction === 'down' && !isOnlyArrow(drive, metrics);
      const fixes = [...(canTurn ? [turned] : []), ...withoutArrow(drive, metrics)];
      return [{ span: drive.entry.span, message, fixes }];
    });
  },
});
