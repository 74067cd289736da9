import {
  momentReached,
  neededBy,
  neededComponents,
  neededUntil,
  type LaunchMoment,
} from '../../computed/launch-needs.ts';
import {
  componentOf,
  componentPlace,
  componentStatus,
  componentTitles,
  isSettled,
  type ComponentName,
} from '../../computed/launch-state.ts';
import { defineRule } from '../rule.ts';
import type { Part } from '../../workspace/part.ts';
import { named, writeIn, type Fix } from '../fix.ts';

const moments: Readonly<Record<LaunchMoment, string>> = {
  shapingOver: 'once shaping is over',
  beta: 'by beta',
  ga: 'by GA',
  afterGa: 'at GA',
};

const bet = (components: string): string =>
  `id: BET-005\nstatus: building\nlaunch:\n  tier: 2\n  components:\n    salesEnablement: open\n${components}`;

export const componentLate = defineRule({
  id: 'launch/component-late',
  about: 'launch',
  severity: 'warning',
  lowered: true,
  summary:
    'A launch component that its tier needs is not done when it is due: positioning once shaping is over, sales enablement and documentation by beta, support training and success playbook by GA, communications after GA, or its own due day.',
  why: 'What the team tells, sells and supports has to be ready before the people who need it are. Late, it costs adoption.',
  examples: [
    { good: false, files: { 'search.bet.yaml': bet('    positioning: «open»\n') } },
    {
      good: false,
      files: {
        'search.bet.yaml': bet(
          '    positioning: done\n    documentation:\n      status: «doing»\n      due: 2026-11-20\n',
        ),
      },
    },
    { good: true, files: { 'search.bet.yaml': bet('    positioning: done\n') } },
    // A tier 4 launch needs no positioning.
    { good: true, files: { 'search.bet.yaml': 'id: BET-005\nstatus: building\nlaunch:\n  tier: 4\n' } },
    {
      good: false,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Bet:** BET-005\n**Launch tier:** 2\n\n## Components\n\n| Component | Owner | Status | Due |\n|---|---|---|---|\n| Positioning | Aiko Sato | «In progress» | |\n| Sales enablement | Tom Reyes | Open | 2026-12-01 |\n',
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Building\n',
      },
    },
    {
      good: true,
      files: {
        'search.launch.md':
          '# Launch: Search as you type\n\n**Bet:** BET-005\n**Launch tier:** 2\n\n## Components\n\n| Component | Owner | Status | Due |\n|---|---|---|---|\n| Positioning | Aiko Sato | Done | |\n| Sales enablement | Tom Reyes | Open | 2026-12-01 |\n',
        'search.bet.md': '# BET-005: Search as you type\n\n**Status:** Building\n',
      },
    },
  ],
  check({ part, model, bets }, { today }) {
    const tier = model.tier?.number;
    const late = new Map<string, LaunchMoment>();
    const times =
      bets.length === 0
        ? [{ launch: model, shipped: false, today }]
        : bets.map(({ rollout, status, shipped }) => ({
            rollout: rollout?.model,
            launch: model,
            status,
            shipped,
            today,
          }));
    for (const time of times) {
      const moment = momentReached(time);
      for (const name of moment ? neededUntil(tier, moment) : []) late.set(name, neededBy[name]);
    }
    return neededComponents(tier).flatMap(name => {
      if (isSettled(componentStatus(model, name))) return [];
      const due = componentOf(model, name)?.due?.day;
      const moment = late.get(name);
      if (moment === undefined && (due === undefined || due >= today)) return [];
      const needed = moment === undefined ? `by ${due ?? ''}` : moments[moment];
      return [
        {
          fixes: settled(part, name),
          span: componentPlace(part, name).span,
          message: `${componentTitles[name]} had to be done ${needed}, and is ${componentStatus(model, name) === 'doing' ? 'still being done' : 'open'}.`,
        },
      ];
    });
  },
});

/** Done, or not needed; of a component that nobody has written about yet, also by whom. */
function settled(part: Part<'launch'>, name: ComponentName): readonly Fix[] {
  const known = componentOf(part.model, name);
  const notNeeded = { title: `${componentTitles[name]}: not needed`, fields: { status: 'notNeeded' } };
  const owner = part.model.owner?.name?.text;
  const title = `${componentTitles[name]}: done`;
  const done = known
    ? [{ title, fields: { status: 'done' } }]
    : owner === undefined
      ? []
      : [{ title: `${title} by ${named(owner)}`, fields: { owner, status: 'done' } }];
  return [...done, notNeeded].map(({ title: said, fields }) => ({
    title: said,
    changes: [writeIn(part, ['components', name], fields)],
    isAnswer: true,
  }));
}
