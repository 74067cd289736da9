import { daysBetween } from '../../model/values/date.ts';
import { isFrom } from '../../model/status.ts';
import type { Day } from '../../model/values/date.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { defineRule } from '../rule.ts';
import { scheduleInAWeek } from '../retro-fixes.ts';

/** Days after the timebox's end from which an undecided bet counts as a zombie (SPEC 5). */
const graceDays = 14;

export const zombie = defineRule({
  id: 'bet/zombie',
  about: 'bet',
  severity: 'error',
  summary: 'The timebox is over by more than 14 days, nothing was decided, and no retro is ahead.',
  why: 'A bet that is neither scaled nor killed goes on eating people’s time, and teaches nobody anything.',
  examples: [
    {
      good: false,
      files: {
        'search.bet.yaml': 'id: BET-005\nstatus: building\ntimebox:\n  start: 2026-08-03\n  end: «2026-10-02»\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\nstatus: building\ntimebox:\n  start: 2026-08-03\n  end: 2026-10-02\nretro:\n  scheduled: 2026-11-25\n',
      },
    },
    // Fourteen days over is late, and not yet a zombie.
    {
      good: true,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\ntimebox:\n  start: 2026-08-03\n  end: 2026-11-08\n' },
    },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Status:** Building\n\n| Milestone | Date |\n|---|---|\n| Kick-off | 2026-08-03 |\n| Final review | «2026-10-02» |\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Status:** Building\n**Started:** 2026-08-03\n**Ends:** 2026-10-02\n**Retro date:** 2026-11-25\n',
      },
    },
  ],
  check(bet, { today }) {
    const over = daysPastTimebox(bet, today);
    if (over === undefined || !isZombie(bet, today)) return [];
    const { timebox } = bet.bet;
    const span = timebox?.end?.span ?? timebox?.key ?? bet.artifact.anchor;
    return [
      {
        span,
        lens: `Undecided ${over} days after the timebox`,
        moment: 'startRetro',
        message: `The timebox ended ${over} days ago and nobody has decided. Hold the retro: scale, iterate or kill.`,
        fixes: bet.bet.retro?.type === 'reference' && bet.retro === undefined ? [] : [scheduleInAWeek(bet, today)],
      },
    ];
  },
});

/** It stands in place of `retro/overdue`, which asks the same; of a concluded bet only that one speaks (SPEC 8, "Status"). */
export function isZombie(bet: BetCase, today: Day): boolean {
  const over = daysPastTimebox(bet, today);
  if (over === undefined || over <= graceDays || bet.decision !== undefined) return false;
  if (!isFrom(bet.status, 'building') || bet.status === 'concluded') return false;
  const scheduled = bet.retro?.model.scheduled?.day;
  return scheduled === undefined || scheduled < today;
}

function daysPastTimebox(bet: BetCase, today: Day): number | undefined {
  return bet.timebox.end === undefined ? undefined : daysBetween(bet.timebox.end, today);
}
