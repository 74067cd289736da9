import { defineRule } from '../rule.ts';
import type { Fix } from '../fix.ts';

export const ignoreUnused = defineRule({
  id: 'ignore/unused',
  about: 'ignore',
  severity: 'information',
  alsoConcluded: true,
  summary: 'A comment that silences nothing, or whose day has passed.',
  why: 'What is no longer needed hides the next finding that comes to stand there.',
  examples: [
    {
      good: false,
      files: {
        'search.bet.yaml':
          '# The title is fine.\n«# betwright-ignore bet/hypothesis-form: being shaped»\nid: BET-005\n',
      },
    },
    {
      good: false,
      files: {
        'search.bet.yaml':
          'id: BET-005\n«# betwright-ignore bet/hypothesis-form: being shaped (until 2026-11-21)»\nhypothesis: Results while typing\n',
      },
    },
    // Its day still counts.
    {
      good: true,
      files: {
        'search.bet.yaml':
          'id: BET-005\n# betwright-ignore bet/hypothesis-form: being shaped (until 2026-11-22)\nhypothesis: Results while typing\n',
      },
    },
    {
      good: false,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n«<!-- betwright-ignore bet/hypothesis-form: being shaped (until 2026-11-21) -->»\n**Hypothesis:** Results while typing\n',
      },
    },
    {
      good: true,
      files: {
        'search.bet.md':
          '# BET-005: Search as you type\n\n<!-- betwright-ignore bet/hypothesis-form: being shaped (until 2026-11-22) -->\n**Hypothesis:** Results while typing\n',
      },
    },
  ],
  check({ comment, expired, excused }) {
    if (comment.reason === undefined || excused > 0) return [];
    const message = expired
      ? 'The day of this exception has passed. Mend what it excused, or give it a new day.'
      : 'This silences nothing. Remove it.';
    const fix: Fix = {
      title: 'Remove the comment',
      changes: [{ type: 'removeComment', span: comment.span }],
      ...(!expired && { isSafe: true }),
    };
    return [{ span: comment.span, message, fixes: [fix] }];
  },
});
