import { defineRule } from '../rule.ts';
import { readingReports } from './reading.ts';

export const unknownField = defineRule({
  id: 'document/unknown-field',
  about: 'artifact',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'A field that nobody knows.',
  why: 'A slip in a field’s name hides its value: the guardrail is written, and nobody watches it. Fields of your own begin with "x-" and are left alone.',
  examples: [
    {
      good: false,
      files: { 'search.bet.yaml': 'id: BET-005\n«hypotesis»: People find what they look for at once.\n' },
    },
    {
      good: true,
      files: {
        'search.bet.yaml': 'id: BET-005\nhypothesis: People find what they look for at once.\nx-squad: Magpie\n',
      },
    },
    { good: false, files: { 'search.bet.md': '---\nid: BET-005\n«ownr»: Maria Lind\n---\n\n# Search as you type\n' } },
    {
      good: true,
      files: {
        'search.bet.md':
          '---\nid: BET-005\nowner: Maria Lind\nx-squad: Magpie\n---\n\n# Search as you type\n\n**Squad colour:** green\n',
      },
    },
  ],
  check: artifact => readingReports(artifact, 'unknownField'),
});
