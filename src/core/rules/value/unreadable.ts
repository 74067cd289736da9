import { readingReports } from '../document/reading.ts';
import { defineRule } from '../rule.ts';

export const unreadable = defineRule({
  id: 'value/unreadable',
  about: 'artifact',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'A quantity, threshold, date or duration that can’t be read.',
  why: 'What can’t be read can’t be compared, and is never taken for a pass: a guardrail with such a threshold guards nothing.',
  examples: [
    {
      good: false,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Searches that end in a click\n    target: «a lot more»\nguardrails:\n  - name: Error rate\n    threshold: «2 percent-ish»\n    asOf: «2026-02-30»\n',
      },
    },
    {
      good: false,
      files: {
        'autumn.tracks.yaml': 'id: TR-005\ndelivery:\n  - bet: Search\n    weeks: «in autumn»\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.yaml':
          'id: MX-005\ncore:\n  - name: Searches that end in a click\n    target: 45%\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    asOf: 2026-02-28\n',
      },
    },
    {
      good: false,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Core metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Search success | 38% | «a lot more» |\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | «2 percent-ish» |\n',
      },
    },
    {
      good: true,
      files: {
        'search.metrics.md':
          '# Metrics: Search\n\n## Core metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Search success | 38% | 45% |\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | < 2% |\n',
      },
    },
  ],
  check: artifact => readingReports(artifact, 'unreadable'),
});
