import { joinBodies, under } from './compose.ts';
import { launchPlan } from './launch.ts';
import { metricTiers } from './metrics.ts';
import { artifact, block } from './notations.ts';
import { retroAhead } from './retro.ts';
import { rolloutPlan } from './rollout.ts';
import type { Template } from './template.ts';

const hypothesis = `hypothesis:
  believe: \${1:What we are going to do}
  audience: \${2:For whom}
  outcome: \${3:What will be different, best with a number}
  because: \${4:What we saw that makes us think so}`;

const criteria = `criteria:
  scale:
    - \${1:The primary metric is at its target and no guardrail is breached}
  iterate:
    - \${2:The primary metric moves, and we know what holds it back}
  kill:
    - \${3:The primary metric has not moved at the end of the timebox}`;

const timebox = 'timebox: { start: ${1:${today}}, duration: ${2:6w} }';

const head = (statuses: string): string => `kind: bet
id: \${1:\${id:BET-001}}
title: \${2:\${title:A name that people will say aloud}}
owner: \${3:\${owner:Product trio}}
status: \${4|${statuses}|}
category: \${5|valueCreation,growth,platform,trust,moat|}
priority: \${6|P2,P1,P0,P3|}
`;

const prose = '${1:The story behind it: who was met, what was seen, what else was thought of.}';

export const betTemplates: readonly Template[] = [
  ...artifact(
    {
      kind: 'bet',
      label: 'Bet',
      description: 'A bet that is proposed: who, what and why. The rest follows when work begins',
      prefix: 'bet',
      body: joinBodies(head('proposed,shaping'), hypothesis),
    },
    prose,
  ),
  ...artifact(
    {
      kind: 'bet',
      label: 'Bet with everything',
      description: 'A bet with timebox, criteria, metrics, rollout, launch and a date for the retro',
      prefix: 'bet-full',
      body: joinBodies(
        head('shaping,proposed,building'),
        hypothesis,
        '',
        timebox,
        '',
        criteria,
        '',
        under('metrics', metricTiers),
        '',
        under('rollout', rolloutPlan),
        '',
        under('launch', joinBodies('owner: ${1:${owner:Product marketing}}', launchPlan)),
        '',
        under('retro', retroAhead),
      ),
    },
    prose,
  ),
  ...block({
    kind: 'bet',
    label: 'Hypothesis',
    description: 'What we do, for whom, what will change, and why we think so',
    prefix: 'bet-hypothesis',
    body: hypothesis,
  }),
  ...block({
    kind: 'bet',
    label: 'Timebox',
    description: 'When work begins and how long it may take',
    prefix: 'bet-timebox',
    body: timebox,
  }),
  ...block({
    kind: 'bet',
    label: 'Criteria',
    description: 'When we scale, iterate or kill, agreed before there is a result to defend',
    prefix: 'bet-criteria',
    body: criteria,
  }),
  ...block({
    kind: 'bet',
    label: 'Iteration',
    description: 'Says which bet this one follows; it needs a hypothesis of its own',
    prefix: 'bet-iteration',
    body: `iteration:
  number: \${1:2}
  of: \${2:\${bet:BET-001}}`,
  }),
];
