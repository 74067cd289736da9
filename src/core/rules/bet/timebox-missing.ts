import { anchorOf, isAbsent } from '../../model/located.ts';
import { isFrom } from '../../model/status.ts';
import { defineRule } from '../rule.ts';
import type { Artifact } from '../../model/artifact.ts';
import { addDays, type Day } from '../../model/values/date.ts';
import { write, type Fix } from '../fix.ts';

export const timeboxMissing = defineRule({
  id: 'bet/timebox-missing',
  about: 'bet',
  severity: 'warning',
  asksFor: 'timebox.end',
  summary: 'A bet from building on without an end to its timebox.',
  why: 'Without an end, a bet is polished until somebody asks what became of it. A timebox makes the team ship, look and decide.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\nstatus: building\n' } },
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\n«timebox»:\n  start: 2026-10-05\n' } },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\ntimebox: 8w\n' } },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: shaping\n' } },
    { good: false, files: { 'search.bet.md': '# «BET-005: Search as you type»\n\n**Status:** Building\n' } },
    {
      good: true,
      files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Building\n**Timebox:** 8 weeks\n' },
    },
  ],
  check({ bet, artifact, status }, { today }) {
    if (!isFrom(status, 'building') || bet.blanks?.includes('timebox') === true) return [];
    const { timebox } = bet;
    if (timebox && (!isAbsent(timebox, 'end') || !isAbsent(timebox, 'duration'))) return [];
    return [
      {
        span: timebox ? anchorOf(timebox) : artifact.anchor,
        message: 'This bet has no end. Say how long it may take before somebody decides, such as "timebox: 8w".',
        fixes: [sixWeeks(artifact, timebox?.start?.day, today)],
      },
    ];
  },
});

/** Weeks that a bet is often given. */
const usualWeeks = 6;

/** From its start, where that leaves time until the end, else from today. */
function sixWeeks(artifact: Artifact<'bet'>, start: Day | undefined, today: Day): Fix {
  const isAhead = start !== undefined && addDays(start, usualWeeks * 7) >= today;
  const end = addDays(isAhead ? start : today, usualWeeks * 7);
  const timebox = start === undefined ? { start: today, end } : { end };
  return { title: `Decide after ${usualWeeks} weeks (${end})`, changes: [write(artifact, ['timebox'], timebox)] };
}
