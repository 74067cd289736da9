import { weeksIn, type Weeks } from '../../model/weeks.ts';
import { defineRule, type Report } from '../rule.ts';

export const noDiscovery = defineRule({
  id: 'tracks/no-discovery',
  about: 'tracks',
  severity: 'warning',
  summary: 'Weeks in which something is delivered and nothing discovered.',
  why: 'Where discovery pauses for delivery, the next bet is chosen without anybody having asked a customer.',
  examples: [
    {
      good: false,
      files: {
        'autumn.tracks.yaml':
          'id: TR-005\ndiscovery:\n  - bet: Search\n    weeks: 1-2\ndelivery:\n  - bet: Billing\n    weeks: «1-4»\n',
      },
    },
    {
      good: true,
      files: {
        'autumn.tracks.yaml':
          'id: TR-005\ndiscovery:\n  - bet: Search\n    weeks: 1-4\ndelivery:\n  - bet: Billing\n    weeks: 1-4\n',
      },
    },
    {
      good: false,
      files: {
        'autumn.tracks.md':
          '# Dual-track plan: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | Search | Billing |\n| «3-4» |  | Billing |\n',
      },
    },
    {
      good: true,
      files: {
        'autumn.tracks.md':
          '# Dual-track plan: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | Search | Billing |\n| 3-4 | Search | Billing |\n',
      },
    },
  ],
  check({ model }) {
    const weeksOf = weeksIn(model);
    const discovered = new Set<number>();
    for (const entry of model.discovery?.items ?? []) {
      const weeks = weeksOf(entry);
      // What can't be read might cover any week.
      if (weeks === undefined) return [];
      for (let week = weeks.first; week <= weeks.last; week++) discovered.add(week);
    }
    const gaps = new Map<number, Report['span']>();
    for (const entry of model.delivery?.items ?? []) {
      const weeks = weeksOf(entry);
      if (weeks === undefined) continue;
      for (let week = weeks.first; week <= weeks.last; week++) {
        if (!discovered.has(week) && !gaps.has(week))
          gaps.set(week, (entry.weeks ?? entry.bet ?? entry.activity ?? entry).span);
      }
    }
    return runsOf([...gaps.keys()]).map(({ first, last }) => ({
      span: gaps.get(first) ?? model.span,
      message: `In week ${first === last ? first : `${first} to ${last}`} something is delivered and nothing discovered. What is the next bet?`,
    }));
  },
});

/** Consecutive weeks are one gap: they are mended together. */
function runsOf(weeks: readonly number[]): readonly Weeks[] {
  const runs: { first: number; last: number }[] = [];
  for (const week of [...weeks].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === week - 1) run.last = week;
    else runs.push({ first: week, last: week });
  }
  return runs;
}
