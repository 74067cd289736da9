import { anchorOf } from '../../model/located.ts';
import { triggersOf } from '../../workspace/rollback.ts';
import { defineRule } from '../rule.ts';
import { metricsOf } from '../../model/tiers.ts';
import { writeIn, type Fix } from '../fix.ts';

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
    const guardrails = bets
      .flatMap(({ metrics }) => (metrics ? metricsOf(metrics.model) : []))
      .filter(({ tier, name }) => tier === 'guardrails' && name !== '');
    const triggers = guardrails.slice(0, 10).map(({ name }) => ({ metric: name, action: 'rollback' }));
    const anyGuardrail = [{ when: 'Any guardrail is breached', action: 'rollback' }];
    const fix: Fix = {
      title:
        guardrails.length > 0 ? 'Roll back when a guardrail is breached' : 'Roll back when any guardrail is breached',
      changes: [writeIn(part, ['rollback'], { triggers: triggers.length > 0 ? triggers : anyGuardrail })],
    };
    return [
      {
        span,
        message: 'Nothing says what makes you roll back. Add a trigger: a metric, or a sentence ("when").',
        fixes: [fix],
      },
    ];
  },
});
