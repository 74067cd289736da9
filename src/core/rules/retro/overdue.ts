import { isHeld } from '../../model/retro-state.ts';
import { isFrom } from '../../model/status.ts';
import { daysBetween } from '../../model/values/date.ts';
import { isZombie } from '../bet/zombie.ts';
import { defineRule } from '../rule.ts';
import { scheduleInAWeek } from '../retro-fixes.ts';

export const overdue = defineRule({
  id: 'retro/overdue',
  about: 'bet',
  severity: 'error',
  alsoConcluded: true,
  summary: 'The retro’s date, else the timebox’s end, has passed and no retro was held.',
  why: 'The retro belongs at the end of the timebox, whether the work is complete or not. Each week later the numbers are harder to read and the lesson is harder to draw.',
  examples: [
    {
      good: false,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: measuring\nretro:\n  scheduled: «2026-11-20»\n' },
    },
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\ntimebox:\n  end: «2026-11-13»\n' } },
    // Due today is not overdue.
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: measuring\nretro:\n  scheduled: 2026-11-22\n' } },
    {
      good: true,
      files: {
        'search.bet.yaml': 'id: BET-005\nstatus: concluded\nretro:\n  scheduled: 2026-11-02\n  held: 2026-11-03\n',
      },
    },
    {
      good: false,
      files: {
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Measuring\n**Retro date:** «2026-11-20»\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Measuring\n**Retro date:** 2026-11-22\n',
      },
    },
  ],
  check(bet, { today }) {
    const retro = bet.retro?.model;
    if (!isFrom(bet.status, 'building') || bet.decision !== undefined || isHeld(retro, today) || isZombie(bet, today))
      return [];
    // A date that is there and can't be read is never overdue.
    const due = retro?.scheduled ? retro.scheduled.day : bet.timebox.end;
    if (due === undefined || due >= today) return [];
    const days = daysBetween(due, today);
    const late = days === 1 ? 'yesterday' : `${days} days ago`;
    const place = retro?.scheduled
      ? { span: retro.scheduled.span, file: bet.retro?.file ?? bet.artifact.file }
      : { span: bet.bet.timebox?.end?.span ?? bet.bet.timebox?.key ?? bet.artifact.anchor };
    const lens = `Retro overdue by ${days} ${days === 1 ? 'day' : 'days'}`;
    return [
      {
        ...place,
        lens,
        moment: 'startRetro',
        message: `The retro was due ${late}, and none was held. Hold it, and write the decision: scale, iterate or kill.`,
        fixes: bet.bet.retro?.type === 'reference' && bet.retro === undefined ? [] : [scheduleInAWeek(bet, today)],
      },
    ];
  },
});
