import { flagGraceDays, isCleanedUp, isCleanedUpReadable } from '../../model/flag.ts';
import { gaStage } from '../../model/stages.ts';
import { daysBetween } from '../../model/values/date.ts';
import { writeIn, type Fix } from '../fix.ts';
import { defineRule } from '../rule.ts';

export const flagNotCleanedUp = defineRule({
  id: 'rollout/flag-not-cleaned-up',
  about: 'rollout',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'GA started more than 30 days ago, or the day agreed for it has passed, and the flag still stands.',
  why: 'Each flag that stays doubles the ways in which the product can behave, and one day somebody flips it.',
  examples: [
    {
      good: false,
      files: {
        'search.rollout.yaml': 'id: RO-005\nflag: «instant-search»\nstages:\n  - stage: ga\n    started: 2026-10-01\n',
      },
    },
    {
      good: false,
      files: { 'search.rollout.yaml': 'id: RO-005\nflag:\n  name: instant-search\n  cleanupBy: «2026-11-20»\n' },
    },
    // An agreed day decides alone.
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nflag:\n  name: instant-search\n  cleanupBy: 2026-12-20\nstages:\n  - stage: ga\n    started: 2026-10-01\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.yaml':
          'id: RO-005\nflag:\n  name: instant-search\n  cleanedUp: 2026-10-30\nstages:\n  - stage: ga\n    started: 2026-10-01\n',
      },
    },
    {
      good: false,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n**Feature flag:** `instant-search`\n**Clean up by:** «2026-11-20»\n',
      },
    },
    {
      good: true,
      files: {
        'search.rollout.md':
          '# Rollout: Search as you type\n\n**Feature flag:** `instant-search`\n**Clean up by:** 2026-11-20\n**Flag cleaned up:** 2026-11-19\n',
      },
    },
  ],
  check({ part, model }, { today }) {
    const { flag } = model;
    const name = flag?.name ?? flag?.url;
    if (flag === undefined || name === undefined || isCleanedUp(flag, today)) return [];
    if (flag.cleanedUp !== undefined && !isCleanedUpReadable(flag.cleanedUp)) return [];
    const fixes: readonly Fix[] = [
      {
        title: 'The flag was removed today',
        changes: [writeIn(part, ['flag'], { cleanedUp: today })],
        isAnswer: true,
      },
    ];
    if (flag.cleanupBy) {
      const { day, span } = flag.cleanupBy;
      if (day === undefined || day >= today) return [];
      return [{ span, message: `The flag was to be removed by ${day}. Remove it, and write "cleanedUp".`, fixes }];
    }
    const started = gaStage(model)?.started?.day;
    const days = started === undefined ? 0 : daysBetween(started, today);
    if (days <= flagGraceDays) return [];
    return [
      {
        span: name.span,
        message: `GA started ${days} days ago, and the flag still stands. Remove it, and write "cleanedUp".`,
        fixes,
      },
    ];
  },
});
