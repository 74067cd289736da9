import { isHeld } from '../../model/retro-state.ts';
import { isFrom } from '../../model/status.ts';
import { daysBetween } from '../../model/values/date.ts';
import { defineRule } from '../rule.ts';

/** Days ahead from which a retro is announced (SPEC 5). */
const announcedDays = 7;

export const dueSoon = defineRule({
  id: 'retro/due-soon',
  about: 'bet',
  severity: 'information',
  summary: 'A retro that is due within 7 days.',
  why: 'A retro needs its numbers on the table. A week is enough to fetch what is missing, and to get the people together.',
  examples: [
    {
      good: false,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: measuring\nretro:\n  scheduled: «2026-11-29»\n' },
    },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: measuring\nretro:\n  scheduled: 2026-11-30\n' } },
    {
      good: true,
      files: {
        'search.bet.yaml': 'id: BET-005\nstatus: measuring\nretro:\n  scheduled: 2026-11-29\n  held: 2026-11-20\n',
      },
    },
    {
      good: false,
      files: {
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Measuring\n**Retro date:** «2026-11-29»\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Measuring\n**Retro date:** 2026-11-30\n',
      },
    },
  ],
  check({ retro, status, decision }, { today }) {
    const scheduled = retro?.model.scheduled;
    if (
      scheduled?.day === undefined ||
      decision !== undefined ||
      !isFrom(status, 'building') ||
      isHeld(retro?.model, today)
    )
      return [];
    const days = daysBetween(today, scheduled.day);
    if (days < 0 || days > announcedDays) return [];
    const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return [
      {
        span: scheduled.span,
        ...(retro && { file: retro.file }),
        message: `The retro is due ${when}. Bring the current value of every metric.`,
      },
    ];
  },
});
