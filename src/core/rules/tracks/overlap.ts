import { foldWord } from '../../schema/words.ts';
import { weeksIn } from '../../model/weeks.ts';
import { defineRule } from '../rule.ts';

export const overlap = defineRule({
  id: 'tracks/overlap',
  about: 'tracks',
  severity: 'warning',
  summary: 'One bet on both tracks in the same week.',
  why: 'What is still being discovered is not ready to be built: the handoff is a moment, and building before it is guessing.',
  examples: [
    {
      good: false,
      files: {
        'autumn.tracks.yaml':
          'id: TR-005\ndiscovery:\n  - bet: Search\n    weeks: 1-3\ndelivery:\n  - bet: «Search»\n    weeks: 3-6\n',
      },
    },
    {
      good: true,
      files: {
        'autumn.tracks.yaml':
          'id: TR-005\ndiscovery:\n  - bet: Search\n    weeks: 1-2\ndelivery:\n  - bet: Search\n    weeks: 3-6\n',
      },
    },
    {
      good: false,
      files: {
        'autumn.tracks.md':
          '# Dual-track plan: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | BET-005 interviews | BET-004 build |\n| 3-6 | BET-005 interviews | «BET-005» build |\n',
      },
    },
    {
      good: true,
      files: {
        'autumn.tracks.md':
          '# Dual-track plan: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | BET-005 interviews | BET-004 build |\n| 3-6 | BET-006 interviews | BET-005 build |\n',
      },
    },
  ],
  check({ model }) {
    const weeksOf = weeksIn(model);
    const discovered = new Map<string, Set<number>>();
    for (const entry of model.discovery?.items ?? []) {
      const weeks = weeksOf(entry);
      if (entry.bet === undefined || weeks === undefined) continue;
      const known = discovered.get(foldWord(entry.bet.id)) ?? new Set();
      discovered.set(foldWord(entry.bet.id), known);
      for (let week = weeks.first; week <= weeks.last; week++) known.add(week);
    }
    return (model.delivery?.items ?? []).flatMap(entry => {
      const { bet } = entry;
      const weeks = weeksOf(entry);
      const known = bet && discovered.get(foldWord(bet.id));
      if (bet === undefined || weeks === undefined || known === undefined) return [];
      let week = weeks.first;
      while (week <= weeks.last && !known.has(week)) week++;
      if (week > weeks.last) return [];
      return [
        {
          span: bet.span,
          message: `"${bet.id.slice(0, 60)}" is being discovered and delivered in the same week. Finish the one before the other begins.`,
        },
      ];
    });
  },
});
