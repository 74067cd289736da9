import { anchorOf, isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';

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
  check({ part, model }) {
    const { flag } = model;
    if (flag ? !isAbsent(flag, 'name') || !isAbsent(flag, 'url') : !isAbsent(model, 'flag')) return [];
    return [
      {
        span: flag ? anchorOf(flag) : part.anchor,
        message: 'No feature flag is named, so that this can’t be switched off at once. Write "flag".',
      },
    ];
  },
});
