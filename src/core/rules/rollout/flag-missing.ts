import { anchorOf, isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';
import { gaStage } from '../../model/stages.ts';
import { writeIn } from '../fix.ts';
import { flagName } from '../flag-name.ts';

export const flagMissing = defineRule({
  id: 'rollout/flag-missing',
  about: 'rollout',
  severity: 'warning',
  summary: 'A rollout without a feature flag.',
  why: 'A flag is what makes "10% of users" and "back at once" possible. Without one, rolling back is a release.',
  examples: [
    { good: false, files: { 'search.rollout.yaml': '«id»: RO-005\nstages:\n  - stage: beta\n' } },
    { good: true, files: { 'search.rollout.yaml': 'id: RO-005\nflag: instant-search\n' } },
    { good: false, files: { 'search.rollout.md': '# «Rollout: Search as you type»\n\n**Owner:** Tom Reyes\n' } },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n**Owner:** Tom Reyes\n**Feature flag:** `instant-search`\n',
      },
    },
  ],
  check({ part, model, bets }, { today }) {
    const { flag } = model;
    if (flag ? !isAbsent(flag, 'name') || !isAbsent(flag, 'url') : !isAbsent(model, 'flag')) return [];
    const name = flagName(bets[0]?.artifact ?? part.holder);
    const started = gaStage(model)?.started?.day;
    const isPast = started !== undefined && started < today;
    return [
      {
        fixes: isPast ? [] : [{ title: `Name the flag "${name}"`, changes: [writeIn(part, ['flag'], { name })] }],
        span: flag ? anchorOf(flag) : part.anchor,
        message: 'No feature flag is named, so that this can’t be switched off at once. Write "flag".',
      },
    ];
  },
});
