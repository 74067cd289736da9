import { isDone } from '../../computed/checklist.ts';
import { readinessOf } from '../../computed/readiness.ts';
import { anchorOf } from '../../model/located.ts';
import { defineRule } from '../rule.ts';

export const checklistOpen = defineRule({
  id: 'launch/checklist-open',
  about: 'launch',
  severity: 'warning',
  summary: 'The launch date has passed with open items before launch.',
  why: 'What was to be done before the launch, and was not, is being found out by customers.',
  examples: [
    {
      good: false,
      files: {
        'search.launch.yaml':
          'id: LA-005\ndate: 2026-11-20\n«preLaunch»:\n  - text: Sales briefed\n    done: true\n  - Help pages online\n',
      },
    },
    {
      good: true,
      files: {
        'search.launch.yaml': 'id: LA-005\ndate: 2026-11-20\npreLaunch:\n  - text: Sales briefed\n    done: true\n',
      },
    },
    {
      good: true,
      files: { 'search.launch.yaml': 'id: LA-005\ndate: 2026-11-22\npreLaunch:\n  - Help pages online\n' },
    },
    {
      good: false,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Launch date:** 2026-11-20\n\n## «Pre-launch checklist»\n\n- [x] Sales briefed\n- [ ] Help pages online\n',
      },
    },
    {
      good: true,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Launch date:** 2026-11-20\n\n## Pre-launch checklist\n\n- [x] Sales briefed\n- [x] Help pages online\n',
      },
    },
  ],
  check({ model, bets }, { today }) {
    const date = model.date?.day;
    if (date === undefined || date >= today || model.preLaunch === undefined) return [];
    const [bet] = bets;
    const open = model.preLaunch.items.filter(
      item => !isDone(item, item.auto && bet ? readinessOf(bet, { today }) : undefined),
    );
    if (open.length === 0) return [];
    const message = `The launch was on ${date}, and ${open.length} of ${model.preLaunch.items.length} items before it ${open.length === 1 ? 'is' : 'are'} open.`;
    return [{ span: anchorOf(model.preLaunch), message }];
  },
});
