import { betCase } from '../../workspace/bet-case.ts';
import { defineRule } from '../rule.ts';

/** Open bets that can be first at once (SPEC 5). */
export const mostP0 = 3;

export const tooManyP0 = defineRule({
  id: 'bet/too-many-p0',
  about: 'bet',
  severity: 'warning',
  summary: 'More than 3 open P0 bets in the workspace.',
  why: 'Where everything is first, nothing is. Each further P0 takes its people from the others.',
  examples: [
    {
      good: false,
      files: {
        'a.bet.yaml': 'id: BET-001\npriority: «P0»\n',
        'b.bet.yaml': 'id: BET-002\npriority: «P0»\n',
        'c.bet.yaml': 'id: BET-003\npriority: «P0»\n',
        'd.bet.yaml': 'id: BET-004\npriority: «P0»\n',
      },
    },
    {
      good: true,
      files: {
        'a.bet.yaml': 'id: BET-001\npriority: P0\n',
        'b.bet.yaml': 'id: BET-002\npriority: P0\n',
        'c.bet.yaml': 'id: BET-003\npriority: P0\n',
        'd.bet.yaml': 'id: BET-004\npriority: P0\nstatus: concluded\n',
      },
    },
    {
      good: false,
      files: {
        'backlog.bet.md':
          '# Bet Backlog: Search\n\n### BET-001: Search as you type\n\n**Priority:** «P0»\n\n### BET-002: Recent searches\n\n**Priority:** «P0»\n\n### BET-003: Saved filters\n\n**Priority:** «P0»\n\n### BET-004: Search by picture\n\n**Priority:** «P0»\n',
      },
    },
    {
      good: true,
      files: {
        'backlog.bet.md':
          '# Bet Backlog: Search\n\n### BET-001: Search as you type\n\n**Priority:** P0\n\n### BET-002: Recent searches\n\n**Priority:** P0\n\n### BET-003: Saved filters\n\n**Priority:** P0\n\n### BET-004: Search by picture\n\n**Priority:** P1\n',
      },
    },
  ],
  check({ bet, artifact }, { lookup, settings }) {
    if (bet.priority?.word !== 'P0') return [];
    let others = 0;
    for (const other of lookup.withPriority('P0')) {
      if (other === artifact || betCase(other, lookup, settings).status === 'concluded') continue;
      others++;
      // Enough to know: a workspace of nothing but P0 must not cost its square.
      if (others === mostP0)
        return [
          {
            span: bet.priority.span,
            message: `More than ${mostP0} open bets are P0. Decide which of them really come first.`,
            fixes: [
              {
                title: 'Make this one P1',
                changes: [{ type: 'replace', span: bet.priority.span, text: 'P1' }],
                isAnswer: true,
              },
            ],
          },
        ];
    }
    return [];
  },
});
