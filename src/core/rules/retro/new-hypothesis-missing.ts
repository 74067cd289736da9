import { anchorOf, isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';

export const newHypothesisMissing = defineRule({
  id: 'retro/new-hypothesis-missing',
  about: 'retro',
  severity: 'warning',
  alsoConcluded: true,
  asksFor: 'retro.newHypothesis',
  summary: 'The decision is to iterate, and there is no next bet or new hypothesis.',
  why: 'An iteration without a new hypothesis is the same bet with a later date.',
  examples: [
    { good: false, files: { 'search.retro.yaml': 'id: RT-005\nheld: 2026-11-20\n«decision»: iterate\n' } },
    {
      good: true,
      files: {
        'search.retro.yaml':
          'id: RT-005\nheld: 2026-11-20\ndecision: iterate\nnewHypothesis: Recent searches will lift search success.\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.yaml': 'id: BET-005\nretro:\n  held: 2026-11-20\n  decision: iterate\n',
        'search-2.bet.yaml': 'id: BET-006\niteration:\n  number: 2\n  of: BET-005\n',
      },
    },
    {
      good: false,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n**«Decision:»** [ ] SCALE  [x] ITERATE  [ ] KILL\n',
      },
    },
    {
      good: true,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n**Decision:** [ ] SCALE  [x] ITERATE  [ ] KILL\n\n## New hypothesis\n\n> Recent searches will lift search success.\n',
      },
    },
  ],
  check({ model, bets }, { lookup }) {
    if (model.decision?.outcome?.word !== 'iterate' || !isAbsent(model, 'newHypothesis')) return [];
    const continued = bets.some(bet =>
      lookup
        .referringTo(bet.artifact.id)
        .some(other => other.kind === 'bet' && other.model.iteration?.of?.id === bet.artifact.id),
    );
    if (continued) return [];
    return [
      {
        span: anchorOf(model.decision),
        message:
          'You decided to iterate, and nobody says what you believe now. Write "newHypothesis", or the next bet ("iteration").',
      },
    ];
  },
});
