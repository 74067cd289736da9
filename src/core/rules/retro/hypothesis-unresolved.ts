import { anchorOf, isAbsent } from '../../model/located.ts';
import { isHeld } from '../../model/retro-state.ts';
import { defineRule } from '../rule.ts';
import { writeIn } from '../fix.ts';

export const hypothesisUnresolved = defineRule({
  id: 'retro/hypothesis-unresolved',
  about: 'retro',
  severity: 'warning',
  alsoConcluded: true,
  asksFor: 'retro.hypothesis',
  summary: 'A retro was held without a result for the hypothesis.',
  why: 'The bet was made to find out whether the hypothesis is true. Confirmed, disproved or inconclusive: the next bet builds on that word.',
  examples: [
    { good: false, files: { 'search.retro.yaml': '«id»: RT-005\nheld: 2026-11-20\ndecision: kill\n' } },
    {
      good: true,
      files: { 'search.retro.yaml': 'id: RT-005\nheld: 2026-11-20\ndecision: kill\nhypothesis: disproved\n' },
    },
    {
      good: false,
      files: {
        'search.retro.md':
          '# «Retro: Search as you type»\n\n**Held:** 2026-11-20\n\n**Hypothesis status:** [ ] Confirmed  [ ] Disproved  [ ] Inconclusive\n',
      },
    },
    {
      good: true,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n\n**Hypothesis status:** [ ] Confirmed  [x] Disproved  [ ] Inconclusive\n',
      },
    },
  ],
  check({ part, model }, { today }) {
    if (!isHeld(model, today)) return [];
    const { hypothesis } = model;
    if (hypothesis ? !isAbsent(hypothesis, 'result') : !isAbsent(model, 'hypothesis')) return [];
    const span = hypothesis ? anchorOf(hypothesis) : part.anchor;
    return [
      {
        span,
        fixes: (['confirmed', 'disproved', 'inconclusive'] as const).map(result => ({
          title: `The hypothesis is ${result}`,
          changes: [writeIn(part, ['hypothesis'], { result })],
          isAnswer: true as const,
        })),
        message: 'The retro was held, and nobody says whether the hypothesis was confirmed, disproved or neither.',
      },
    ];
  },
});
