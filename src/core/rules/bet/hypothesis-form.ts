import { hypothesisParts } from '../../model/hypothesis.ts';
import { defineRule } from '../rule.ts';

export const hypothesisForm = defineRule({
  id: 'bet/hypothesis-form',
  about: 'bet',
  severity: 'information',
  summary: 'A hypothesis in which no outcome can be found.',
  why: 'A hypothesis that names no outcome can’t be disproved. Say what will change, for whom, and by how much: "We believe that … for … will …, because …".',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\nhypothesis: «Results while typing»\n' } },
    {
      good: true,
      files: { 'search.bet.yaml': 'id: BET-005\nhypothesis: Results while typing will lift search success to 45%.\n' },
    },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\nhypothesis:\n  believe: showing results while typing\n  outcome: search success rises to 45%\n',
      },
    },
    {
      good: false,
      files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Hypothesis:**\n> «Results while typing»\n' },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Hypothesis:**\n> We believe that results while typing will result in a search success of 45%.\n',
      },
    },
  ],
  check({ bet }) {
    const { hypothesis } = bet;
    if (hypothesis === undefined || hypothesis.blanks?.includes('outcome') === true) return [];
    if (hypothesisParts(hypothesis).outcome !== undefined) return [];
    const span = hypothesis.text?.span ?? hypothesis.key ?? hypothesis.span;
    return [{ span, message: 'No outcome can be found in this hypothesis. Say what will change, and by how much.' }];
  },
});
