import { anchorOf } from '../../model/located.ts';
import { triggersOf } from '../../workspace/rollback.ts';
import { defineRule } from '../rule.ts';

export const triggerMissing = defineRule({
  id: 'rollout/trigger-missing',
  about: 'rollout',
  severity: 'error',
  summary: 'A rollout without a rollback trigger.',
  why: 'In the hour it matters nobody wants to be the one who stops a launch. A trigger agreed beforehand does it for them.',
  examples: [
    { good: false, files: { 'search.rollout.yaml': '«id»: RO-005\nstages:\n  - stage: beta\n' } },
    { good: false, files: { 'search.rollout.yaml': 'id: RO-005\n«rollback»:\n  owner: Tom Reyes\n' } },
    {
      good: true,
      files: {
        'search.rollout.yaml': 'id: RO-005\nrollback:\n  triggers:\n    - when: Error rate above 2% for ten minutes\n',
      },
    },
    {
      good: false,
      files: {
        'search.rollout.md': '# Rollout: Search as you type\n\n## Rollback plan\n\n**«Rollback owner:»** Tom Reyes\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n## Rollback plan\n\n**Rollback owner:** Tom Reyes\n\n**Rollback triggers:**\n- Error rate above 2% for ten minutes\n',
      },
    },
  ],
  check({ part, model, bets }) {
    const { rollback } = model;
    if (triggersOf(part, bets).length > 0) return [];
    if (model.blanks?.includes('rollback') === true || rollback?.blanks?.includes('triggers') === true) return [];
    const span = rollback?.triggers ? anchorOf(rollback.triggers) : rollback ? anchorOf(rollback) : part.anchor;
    return [
      { span, message: 'Nothing says what makes you roll back. Add a trigger: a metric, or a sentence ("when").' },
    ];
  },
});
