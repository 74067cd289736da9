import { isAbsent } from '../../model/located.ts';
import { defineRule } from '../rule.ts';

export const hypothesisMissing = defineRule({
  id: 'bet/hypothesis-missing',
  about: 'bet',
  severity: 'error',
  asksFor: 'hypothesis',
  summary: 'A bet without a hypothesis.',
  why: 'Without a belief that can turn out wrong there is nothing to learn: the work is a project, and shipping it proves nothing.',
  examples: [
    { good: false, files: { 'search.bet.yaml': '«id»: BET-005\ntitle: Search as you type\nowner: Maria Lind\n' } },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\ntitle: Search as you type\nhypothesis: We believe that results while typing will lift search success to 45%.\n',
      },
    },
    { good: false, files: { 'search.bet.md': '# «BET-005: Search as you type»\n\n**Owner:** Maria Lind\n' } },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n**Owner:** Maria Lind\n\n## Hypothesis\n\n> We believe that results while typing will lift search success to 45%.\n',
      },
    },
  ],
  check({ bet, artifact }) {
    if (!isAbsent(bet, 'hypothesis')) return [];
    const message = 'This bet has no hypothesis. Write what you believe will happen, for whom, and by how much.';
    return [{ span: artifact.anchor, message }];
  },
});
