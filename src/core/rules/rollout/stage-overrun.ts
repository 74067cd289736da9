import { currentStage, stageEnd, stageTitle } from '../../model/stages.ts';
import { daysBetween } from '../../model/values/date.ts';
import { endOf } from '../../model/values/duration.ts';
import { defineRule } from '../rule.ts';

export const stageOverrun = defineRule({
  id: 'rollout/stage-overrun',
  about: 'rollout',
  severity: 'warning',
  summary: 'The running stage lasts longer than its duration.',
  why: 'A stage that does not end is a decision that nobody takes: advance, hold with a reason, or roll back.',
  examples: [
    {
      good: false,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nstages:\n  - stage: beta\n    audience: 10%\n    duration: «1-2 weeks»\n    started: 2026-11-02\n',
      },
    },
    // Fourteen days from the 8th end on the 22nd: not over yet.
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nstages:\n  - stage: beta\n    audience: 10%\n    duration: 1-2 weeks\n    started: 2026-11-08\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml': 'id: RO-005\nstages:\n  - stage: ga\n    duration: ongoing\n    started: 2026-01-08\n',
      },
    },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 2: Beta (10%)\n\n**Started:** 2026-11-02\n**Duration:** «1-2 weeks»\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 2: Beta (10%)\n\n**Started:** 2026-11-08\n**Duration:** 1-2 weeks\n',
      },
    },
  ],
  check({ model }, { today }) {
    const current = currentStage(model, today);
    const started = current?.stage.started?.day;
    const duration = current?.stage.duration;
    if (current === undefined || started === undefined || duration?.duration === undefined) return [];
    const ended = stageEnd(model, current.index);
    if (ended !== undefined && ended <= today) return [];
    const end = endOf(started, duration.duration, 'longest');
    if (end === undefined || end >= today) return [];
    const days = daysBetween(end, today);
    const name = stageTitle(current.stage, current.index).slice(0, 60);
    return [
      {
        span: duration.span,
        message: `Stage "${name}" was to end ${days === 1 ? 'yesterday' : `${days} days ago`}. Advance, hold with a reason, or roll back.`,
      },
    ];
  },
});
