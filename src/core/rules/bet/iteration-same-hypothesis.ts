import { hypothesisKey } from '../../model/hypothesis.ts';
import { anchorOf } from '../../model/located.ts';
import { defineRule } from '../rule.ts';

export const iterationSameHypothesis = defineRule({
  id: 'bet/iteration-same-hypothesis',
  about: 'bet',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'An iteration whose hypothesis is that of the bet before.',
  why: 'The round before has answered that hypothesis. What is tried again unchanged teaches nothing new.',
  examples: [
    {
      good: false,
      files: {
        'search-2.bet.yaml':
          'id: BET-006\niteration:\n  number: 2\n  of: BET-005\n«hypothesis»: Results while typing will lift search success!\n',
        'search.bet.yaml': 'id: BET-005\nhypothesis: Results while typing will lift search success.\n',
      },
    },
    {
      good: true,
      files: {
        'search-2.bet.yaml':
          'id: BET-006\niteration:\n  number: 2\n  of: BET-005\nhypothesis: Recent searches will lift search success.\n',
        'search.bet.yaml': 'id: BET-005\nhypothesis: Results while typing will lift search success.\n',
      },
    },
    {
      good: false,
      files: {
        'search-2.bet.md':
          '# BET-006: Search, second try\n\n**Iteration:** 2\n**Iteration of:** BET-005\n\n## «Hypothesis»\n\n> Results while typing will lift search success!\n',
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Hypothesis\n\n> Results while typing will lift search success.\n',
      },
    },
    {
      good: true,
      files: {
        'search-2.bet.md':
          '# BET-006: Search, second try\n\n**Iteration:** 2\n**Iteration of:** BET-005\n\n## Hypothesis\n\n> Recent searches will lift search success.\n',
        'search.bet.md':
          '# BET-005: Search as you type\n\n## Hypothesis\n\n> Results while typing will lift search success.\n',
      },
    },
  ],
  check({ bet, artifact }, { lookup }) {
    const before = bet.iteration?.of?.id;
    const own = bet.hypothesis;
    if (before === undefined || own === undefined) return [];
    for (const target of lookup.withId(before)) {
      if (target.type !== 'part' || target.part.holder.kind !== 'bet' || target.part.holder === artifact) continue;
      const earlier = target.part.holder.model.hypothesis;
      if (earlier === undefined || hypothesisKey(earlier) !== hypothesisKey(own)) continue;
      const related = [
        { file: target.part.file, span: anchorOf(earlier), message: 'the hypothesis of the round before' },
      ];
      return [
        {
          span: anchorOf(own),
          message: `This is the hypothesis of ${before}, which has been tested. Write what you believe now.`,
          related,
        },
      ];
    }
    return [];
  },
});
