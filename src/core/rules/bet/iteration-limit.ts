import { defineRule } from '../rule.ts';

/** Rounds of one idea, after which it is scaled or killed (seed: Bet Retrospectives, Iteration Limits). */
const mostRounds = 3;

export const iterationLimit = defineRule({
  id: 'bet/iteration-limit',
  about: 'bet',
  severity: 'error',
  alsoConcluded: true,
  summary: 'An iteration number above 3; a warning at 3 with the decision to iterate.',
  why: 'Each further round is easier to start than to end. After three, the honest answers are scale and kill.',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\niteration: «4»\n' } },
    {
      good: false,
      files: {
        'search.bet.yaml': 'id: BET-005\niteration:\n  number: «3»\nretro:\n  held: 2026-11-20\n  decision: iterate\n',
      },
    },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\niteration: 3\n' } },
    { good: false, files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Iteration:** «4»\n' } },
    { good: true, files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Iteration:** 3\n' } },
  ],
  check({ bet, decision }) {
    const number = bet.iteration?.number;
    if (number === undefined || number.number < mostRounds) return [];
    if (number.number > mostRounds) {
      return [{ span: number.span, message: `This is round ${number.number}. After ${mostRounds}, scale or kill.` }];
    }
    if (decision !== 'iterate') return [];
    return [
      {
        span: number.span,
        severity: 'warning',
        message: `This was round ${mostRounds} already, and the decision is to iterate. Scale or kill instead.`,
      },
    ];
  },
});
