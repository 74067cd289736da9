import { anchorOf, isAbsent } from '../../model/located.ts';
import { hasRollbackOwner } from '../../workspace/rollback.ts';
import { defineRule } from '../rule.ts';
import { nameSomebody, writeIn } from '../fix.ts';

export const rollbackOwnerMissing = defineRule({
  id: 'rollout/rollback-owner-missing',
  about: 'rollout',
  severity: 'warning',
  lowered: true,
  summary: 'A rollout in which nobody owns the rollback.',
  why: 'At night somebody has to be allowed to switch it off without asking.',
  examples: [
    {
      good: false,
      files: { 'search.rollout.yaml': 'id: RO-005\n«rollback»:\n  triggers:\n    - when: Error rate above 2%\n' },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nrollback:\n  owner: Tom Reyes\n  triggers:\n    - when: Error rate above 2%\n',
      },
    },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Rollback plan\n\n**«Rollback triggers:»**\n- Error rate above 2%\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Rollback plan\n\n**Rollback owner:** Tom Reyes\n\n**Rollback triggers:**\n- Error rate above 2%\n',
      },
    },
  ],
  check({ part, model, bets }) {
    const { rollback } = model;
    if (rollback ? !isAbsent(rollback, 'owner') : !isAbsent(model, 'rollback')) return [];
    if (hasRollbackOwner(bets)) return [];
    return [
      {
        span: rollback ? anchorOf(rollback) : part.anchor,
        message: 'Nobody owns the rollback. Name who may switch it off without asking.',
        fixes: nameSomebody(
          [model, ...bets.map(({ bet }) => bet)],
          name => `${name} owns the rollback`,
          owner => [writeIn(part, ['rollback'], { owner })],
        ),
      },
    ];
  },
});
