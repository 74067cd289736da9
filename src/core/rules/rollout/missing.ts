import { isFrom } from '../../model/status.ts';
import { defineRule } from '../rule.ts';
import { addDays } from '../../model/values/date.ts';
import { flagName } from '../flag-name.ts';
import { write } from '../fix.ts';
import { usualStages } from '../usual-stages.ts';

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
  check({ bet, artifact, status, rollout }, { today }) {
    if (rollout !== undefined || !isFrom(status, 'rollingOut')) return [];
    // A reference that leads nowhere is reported as that.
    if (bet.rollout !== undefined || bet.blanks?.includes('rollout') === true) return [];
    return [
      {
        span: artifact.anchor,
        message:
          'This reaches customers without a rollout plan. Write its stages, its flag and what makes you roll back.',
        fixes: [
          {
            title: 'Plan the rollout in the usual stages',
            changes: [
              write(artifact, ['rollout'], {
                stages: usualStages,
                flag: { name: flagName(artifact), cleanupBy: addDays(today, cleanupDays) },
                rollback: {
                  owner: bet.owner?.name?.text ?? 'Engineer on call',
                  procedure: ['Turn the flag off'],
                  triggers: [{ when: 'Any guardrail is breached', action: 'rollback' }],
                },
              }),
            ],
          },
        ],
      },
    ];
  },
});

/** Days after which a flag that is planned now is surely no longer needed. */
const cleanupDays = 90;
