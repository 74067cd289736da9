import { isFrom } from '../../model/status.ts';
import { defineRule } from '../rule.ts';

export const rolloutMissing = defineRule({
  id: 'rollout/missing',
  about: 'bet',
  severity: 'warning',
  asksFor: 'rollout',
  summary: 'A bet that is rolling out, or later, without a rollout plan.',
  why: 'Without a plan in stages, the first customers to meet a mistake are all of them.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\nstatus: rollingOut\n' } },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\n' } },
    {
      good: true,
      files: {
        'search.bet.yaml': 'id: BET-005\nstatus: rollingOut\n',
        'search.rollout.yaml': 'id: RO-005\nbet: BET-005\n',
      },
    },
    { good: false, files: { 'search.bet.md': '# «BET-005: Search as you type»\n\n**Status:** Rolling out\n' } },
    {
      good: true,
      files: {
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Rolling out\n',
        'search.rollout.md': '# Rollout: Search as you type\n\n**Bet:** BET-005\n',
      },
    },
  ],
  check({ bet, artifact, status, rollout }) {
    if (rollout !== undefined || !isFrom(status, 'rollingOut')) return [];
    // A reference that leads nowhere is reported as that.
    if (bet.rollout !== undefined || bet.blanks?.includes('rollout') === true) return [];
    return [
      {
        span: artifact.anchor,
        message:
          'This reaches customers without a rollout plan. Write its stages, its flag and what makes you roll back.',
      },
    ];
  },
});
