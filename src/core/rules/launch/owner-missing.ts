import { neededComponents } from '../../computed/launch-needs.ts';
import { componentOf, componentTitles } from '../../computed/launch-state.ts';
import { anchorOf, isAbsent } from '../../model/located.ts';
import { defineRule, type Report } from '../rule.ts';
import { nameSomebody, writeIn } from '../fix.ts';

export const launchOwnerMissing = defineRule({
  id: 'launch/owner-missing',
  about: 'launch',
  severity: 'warning',
  summary: 'A launch without an owner, or a component that its tier needs without one.',
  why: 'Go-to-market crosses teams: what has no name beside it waits for somebody else.',
  examples: [
    {
      good: false,
      files: { 'search.launch.yaml': '«id»: LA-005\ntier: 3\ncomponents:\n  «documentation»:\n    status: doing\n' },
    },
    {
      good: true,
      files: {
        'search.launch.yaml':
          'id: LA-005\nowner: Aiko Sato\ntier: 3\ncomponents:\n  documentation:\n    owner: Maria Lind\n    status: doing\n',
      },
    },
    // Positioning is not needed at tier 3; an absent component is open, and no mistake yet.
    {
      good: true,
      files: { 'search.launch.yaml': 'id: LA-005\nowner: Aiko Sato\ntier: 3\ncomponents:\n  positioning: open\n' },
    },
    {
      good: false,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Launch owner:** Aiko Sato\n**Launch tier:** 3\n\n## Components\n\n| Component | Owner | Status |\n|---|---|---|\n| «Documentation» | | In progress |\n| Support training | Wilma Roth | Open |\n',
      },
    },
    {
      good: true,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Launch owner:** Aiko Sato\n**Launch tier:** 3\n\n## Components\n\n| Component | Owner | Status |\n|---|---|---|\n| Documentation | Maria Lind | In progress |\n| Support training | Wilma Roth | Open |\n',
      },
    },
  ],
  check({ part, model, bets }) {
    const reports: Report[] = [];
    if (isAbsent(model, 'owner'))
      reports.push({
        span: part.anchor,
        message: 'Nobody owns this launch. Name who answers for adoption.',
        fixes: nameSomebody(
          bets.map(({ bet }) => bet),
          name => `Owner: ${name}`,
          owner => [writeIn(part, [], { owner })],
        ),
      });
    for (const name of neededComponents(model.tier?.number)) {
      const component = componentOf(model, name);
      if (component === undefined || component.status?.word === 'notNeeded' || !isAbsent(component, 'owner')) continue;
      reports.push({
        span: anchorOf(component),
        message: `${componentTitles[name]} has no owner.`,
        fixes: nameSomebody(
          [model, ...bets.map(({ bet }) => bet)],
          person => `Owner: ${person}`,
          owner => [writeIn(part, ['components', name], { owner })],
        ),
      });
    }
    return reports;
  },
});
