import { anchorOf } from '../../model/located.ts';
import { defineRule } from '../rule.ts';

const levels = ['awareness', 'trial', 'adoption', 'habit'] as const;

export const adoptionMissing = defineRule({
  id: 'launch/adoption-missing',
  about: 'launch',
  severity: 'information',
  summary: 'A launch of tier 1 or 2 without adoption metrics.',
  why: 'Product owns adoption, not just availability: who knows of it, who tries it, who stays, who makes it a habit.',
  examples: [
    { good: false, files: { 'search.launch.yaml': '«id»: LA-005\ntier: 1\n' } },
    { good: true, files: { 'search.launch.yaml': 'id: LA-005\ntier: 1\nadoption:\n  trial: 30%\n' } },
    { good: true, files: { 'search.launch.yaml': 'id: LA-005\ntier: 3\n' } },
    { good: false, files: { 'search.launch.md': '# «Launch: Search as you type»\n\n**Launch tier:** 1\n' } },
    {
      good: true,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Launch tier:** 1\n\n## Adoption\n\n| Level | Target |\n|---|---|\n| Trial | 30% |\n',
      },
    },
  ],
  check({ part, model }) {
    const tier = model.tier?.number;
    if ((tier !== 1 && tier !== 2) || model.blanks?.includes('adoption') === true) return [];
    const { adoption } = model;
    if (adoption && levels.some(level => adoption[level] !== undefined || adoption.blanks?.includes(level) === true))
      return [];
    return [
      {
        span: adoption ? anchorOf(adoption) : part.anchor,
        message: 'Nothing says how many are to know, try, keep and love this. Add "adoption".',
      },
    ];
  },
});
