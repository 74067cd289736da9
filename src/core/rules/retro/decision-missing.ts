import { anchorOf, isAbsent } from '../../model/located.ts';
import { isHeld } from '../../model/retro-state.ts';
import { defineRule } from '../rule.ts';

export const decisionMissing = defineRule({
  id: 'retro/decision-missing',
  about: 'retro',
  severity: 'error',
  alsoConcluded: true,
  asksFor: 'retro.decision',
  summary: 'A retro was held and nothing was decided.',
  why: 'A retro ends in one of three words: scale, iterate or kill. Without one the bet lives on, and nobody knows why.',
  examples: [
    { good: false, files: { 'search.retro.yaml': '«id»: RT-005\nheld: 2026-11-20\n' } },
    {
      good: false,
      files: { 'search.retro.yaml': 'id: RT-005\nheld: 2026-11-20\n«decision»:\n  why: We could not agree.\n' },
    },
    { good: true, files: { 'search.retro.yaml': 'id: RT-005\nheld: 2026-11-20\ndecision: kill\n' } },
    { good: true, files: { 'search.retro.yaml': 'id: RT-005\nscheduled: 2026-12-18\n' } },
    {
      good: false,
      files: {
        'search.retro.md':
          '# «Retro: Search as you type»\n\n**Held:** 2026-11-20\n\n**Decision:** [ ] SCALE  [ ] ITERATE  [ ] KILL\n',
      },
    },
    {
      good: true,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n**Decision:** [ ] SCALE  [ ] ITERATE  [x] KILL\n',
      },
    },
  ],
  check({ part, model, bets }, { today }) {
    if (!isHeld(model, today) || bets.some(bet => bet.decision !== undefined)) return [];
    if (model.decision ? !isAbsent(model.decision, 'outcome') : !isAbsent(model, 'decision')) return [];
    const span = model.decision ? anchorOf(model.decision) : part.anchor;
    return [{ span, message: 'The retro was held, and nothing is decided. Write "decision": scale, iterate or kill.' }];
  },
});
