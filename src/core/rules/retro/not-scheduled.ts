import { anchorOf, isAbsent } from '../../model/located.ts';
import { isFrom } from '../../model/status.ts';
import { defineRule } from '../rule.ts';
import { isHeld } from '../../model/retro-state.ts';
import { scheduleAtEnd } from '../retro-fixes.ts';

export const notScheduled = defineRule({
  id: 'retro/not-scheduled',
  about: 'bet',
  severity: 'warning',
  asksFor: 'retro.scheduled',
  summary: 'A bet from building on without a date for its retro, while its timebox runs or is unknown.',
  why: 'A retro that is not in the calendar while the work goes on does not happen when the work is done.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\nstatus: building\ntimebox:\n  end: 2026-12-18\n' } },
    {
      good: false,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\n«retro»:\n  facilitator: Tom Reyes\n' },
    },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\nstatus: building\ntimebox:\n  end: 2026-12-18\nretro:\n  scheduled: 2026-12-18\n',
      },
    },
    {
      good: false,
      files: { 'search.bet.md': '# «BET-005: Search as you type»\n\n**Status:** Building\n**Timebox:** 8 weeks\n' },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Status:** Building\n**Timebox:** 8 weeks\n**Retro date:** 2026-12-18\n',
      },
    },
  ],
  check(bet, { today }) {
    const { end } = bet.timebox;
    if (!isFrom(bet.status, 'building') || (end !== undefined && end < today) || isHeld(bet.retro?.model, today))
      return [];
    if (bet.bet.blanks?.includes('retro') === true || (bet.bet.retro?.type === 'reference' && bet.retro === undefined))
      return [];
    const retro = bet.retro?.model;
    if (retro && (!isAbsent(retro, 'scheduled') || !isAbsent(retro, 'held'))) return [];
    return [
      {
        span: bet.retro?.anchor ?? (bet.bet.retro ? anchorOf(bet.bet.retro) : bet.artifact.anchor),
        ...(bet.retro && { file: bet.retro.file }),
        message: 'No retro is scheduled. Put its date at the end of the timebox, before the work is done.',
        lens: 'No retro scheduled',
        fixes: [scheduleAtEnd(bet, today)],
      },
    ];
  },
});
