import { anchorOf, isAbsent } from '../../model/located.ts';
import { isFrom } from '../../model/status.ts';
import { defineRule } from '../rule.ts';

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
  check({ bet, artifact, status }) {
    if (!isFrom(status, 'building') || bet.blanks?.includes('timebox') === true) return [];
    const { timebox } = bet;
    if (timebox && (!isAbsent(timebox, 'end') || !isAbsent(timebox, 'duration'))) return [];
    return [
      {
        span: timebox ? anchorOf(timebox) : artifact.anchor,
        message: 'This bet has no end. Say how long it may take before somebody decides, such as "timebox: 8w".',
      },
    ];
  },
});
