import { defineRule } from '../rule.ts';

export const ignoreNoReason = defineRule({
  id: 'ignore/no-reason',
  about: 'ignore',
  severity: 'warning',
  alsoConcluded: true,
  summary: 'A comment that is to silence a finding and gives no reason.',
  why: 'Next quarter somebody will want to know whether the exception still holds. Without a reason it silences nothing.',
  examples: [
    {
      good: false,
      files: {
        'search.bet.yaml': 'id: BET-005\n«# betwright-ignore bet/hypothesis-form»\nhypothesis: Results while typing\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\n# betwright-ignore bet/hypothesis-form: still being shaped with sales\nhypothesis: Results while typing\n',
      },
    },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n«<!-- betwright-ignore bet/hypothesis-form -->»\n**Hypothesis:** Results while typing\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n<!-- betwright-ignore bet/hypothesis-form: still being shaped with sales -->\n**Hypothesis:** Results while typing\n',
      },
    },
  ],
  check: ({ comment }) =>
    comment.reason === undefined
      ? [
          {
            span: comment.span,
            message:
              'This silences nothing: write the reason behind a colon, and if you can until when: "… : reason (until 2027-01-15)".',
            fixes: [{ title: 'Remove the comment', changes: [{ type: 'removeComment' as const, span: comment.span }] }],
          },
        ]
      : [],
});
