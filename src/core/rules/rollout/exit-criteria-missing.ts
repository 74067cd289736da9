import { anchorOf } from '../../model/located.ts';
import { gaIndex, hasStarted, stageTitle } from '../../model/stages.ts';
import { defineRule } from '../rule.ts';
import { writeIn, type Fix } from '../fix.ts';
import { usualExit } from '../usual-stages.ts';

export const exitCriteriaMissing = defineRule({
  id: 'rollout/exit-criteria-missing',
  about: 'rollout',
  severity: 'warning',
  lowered: true,
  summary: 'A stage before GA without exit criteria.',
  why: 'Without them a stage ends when its days are over, and the next one inherits what nobody looked at.',
  examples: [
    {
      good: false,
      files: { 'search.rollout.yaml': 'id: RO-005\nstages:\n  - stage: «beta»\n    audience: 10%\n  - stage: ga\n' },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nstages:\n  - stage: beta\n    audience: 10%\n    exit:\n      - No open P0 or P1 bugs\n  - stage: ga\n',
      },
    },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 1: «Beta» (10%)\n\n**Duration:** 2 weeks\n\n## Stage 2: GA\n\n**Duration:** Ongoing\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Stage 1: Beta (10%)\n\n**Duration:** 2 weeks\n\n**Exit criteria:**\n- [ ] No open P0 or P1 bugs\n\n## Stage 2: GA\n\n**Duration:** Ongoing\n',
      },
    },
  ],
  check({ part, model }, { today }) {
    const stages = model.stages?.items ?? [];
    return stages.slice(0, gaIndex(model) ?? stages.length).flatMap((stage, index) => {
      if ((stage.exit?.items.length ?? 0) > 0 || stage.blanks?.includes('exit') === true) return [];
      const span = stage.exit ? anchorOf(stage.exit) : (stage.stage ?? stage).span;
      const fix: Fix = {
        title: 'Add exit criteria',
        changes: [writeIn(part, ['stages', index], { exit: usualExit(stage) })],
      };
      // Criteria that are written when the stage is left already say what nobody looked at.
      const isLeft = stages.slice(index + 1).some(later => hasStarted(later, today));
      return [
        {
          fixes: isLeft ? [] : [fix],
          span,
          message: `Nothing says when stage "${stageTitle(stage, index).slice(0, 60)}" may be left. Add its exit criteria.`,
        },
      ];
    });
  },
});
