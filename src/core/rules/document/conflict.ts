import { defineRule } from '../rule.ts';
import { readingReports } from './reading.ts';

export const conflict = defineRule({
  id: 'document/conflict',
  about: 'artifact',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'The same thing is said in two places, and not alike.',
  why: 'Whoever reads one of the two places believes something that the other denies.',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'kind: «metrics»\nid: MX-005\n' } },
    { good: true, files: { 'search.bet.yaml': 'kind: bet\nid: BET-005\n' } },
    {
      good: false,
      files: {
        'search.bet.md':
          '---\nkind: bet\nowner: Maria Lind\n---\n\n# BET-005: Search as you type\n\n**Owner:** «Tom Reyes»\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '---\nkind: bet\nowner: Maria Lind\n---\n\n# BET-005: Search as you type\n\n**Status:** Building\n',
      },
    },
  ],
  check: artifact => readingReports(artifact, 'conflict'),
});
