import { defineRule } from '../rule.ts';
import { readingReports } from './reading.ts';

export const placeholder = defineRule({
  id: 'document/placeholder',
  about: 'artifact',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'A placeholder of a template was left.',
  why: 'A placeholder looks like an answer from afar. It counts as no value, and says that somebody still owes one.',
  examples: [
    { good: false, files: { 'search.bet.yaml': 'id: BET-005\nowner: «TBD»\n' } },
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nowner: Maria Lind\n' } },
    {
      good: false,
      files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Owner:** «[Name]»\n**Status:** Building\n' },
    },
    {
      good: true,
      files: { 'search.bet.md': '# BET-005: Search as you type\n\n**Owner:** Maria Lind\n**Status:** Building\n' },
    },
  ],
  check: artifact => readingReports(artifact, 'placeholder'),
});
