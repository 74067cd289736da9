import { defineRule } from '../rule.ts';
import { readingReports } from './reading.ts';

export const schema = defineRule({
  id: 'document/schema',
  about: 'artifact',
  severity: 'error',
  alsoConcluded: true,
  summary: 'A value has the wrong form: a word that its field does not know, or a list where one value belongs.',
  why: 'A value that is not understood is left out of everything: no rule judges it and no picture shows it.',
  examples: [
    {
      good: false,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: «buildin»\nmetrics:\n  core: «faster search»\n' },
    },
    {
      good: true,
      files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\nmetrics:\n  core:\n    - name: Faster search\n' },
    },
    // Words are the same without case, blanks and hyphens.
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: Rolling out\n' } },
    { good: false, files: { 'search.bet.md': '---\nid: BET-005\nstatus: «buildin»\n---\n\n# Search as you type\n' } },
    { good: true, files: { 'search.bet.md': '---\nid: BET-005\nstatus: building\n---\n\n# Search as you type\n' } },
  ],
  check: artifact => readingReports(artifact, 'schema'),
});
