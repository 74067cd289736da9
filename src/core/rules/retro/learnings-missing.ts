import { anchorOf, isAbsent } from '../../model/located.ts';
import { isHeld } from '../../model/retro-state.ts';
import { defineRule } from '../rule.ts';

export const learningsMissing = defineRule({
  id: 'retro/learnings-missing',
  about: 'retro',
  severity: 'warning',
  alsoConcluded: true,
  asksFor: 'retro.learnings',
  summary: 'A retro was held and no learning is written down.',
  why: 'The learning is what the bet was paid for. Unwritten, it belongs to those who were in the room, until they forget it.',
  examples: [
    { good: false, files: { 'search.retro.yaml': '«id»: RT-005\nheld: 2026-11-20\ndecision: kill\n' } },
    {
      good: true,
      files: {
        'search.retro.yaml':
          'id: RT-005\nheld: 2026-11-20\ndecision: kill\nlearnings: People search by pasting, not by typing.\n',
      },
    },
    {
      good: false,
      files: { 'search.retro.md': '# «Retro: Search as you type»\n\n**Held:** 2026-11-20\n**Decision:** Kill\n' },
    },
    {
      good: true,
      files: {
        'search.retro.md':
          '# Retro: Search as you type\n\n**Held:** 2026-11-20\n**Decision:** Kill\n\n## What we learned\n\n- People search by pasting, not by typing.\n',
      },
    },
  ],
  check({ part, model }, { today }) {
    if (!isHeld(model, today) || model.blanks?.includes('learnings') === true) return [];
    if (!isAbsent(model, 'learnings') && model.learnings?.items.length !== 0) return [];
    const span = model.learnings ? anchorOf(model.learnings) : part.anchor;
    return [{ span, message: 'The retro was held, and nothing that was learned is written down.' }];
  },
});
