import { artifact, block } from './notations.ts';
import type { Template } from './template.ts';

export const tracksTemplates: readonly Template[] = [
  ...artifact(
    {
      kind: 'tracks',
      label: 'Dual-track plan',
      description: 'What is found out while something else is built, week by week',
      prefix: 'bet-tracks',
      body: `kind: tracks
id: \${1:\${id:TRACKS-001}}
title: \${2:\${title:The next six weeks}}
owner: \${3:\${owner:Product trio}}
start: \${4:\${today}}
weeks: \${5:6}
discovery:
  - { bet: \${6:The bet after this one}, activity: \${7:Interviews and a prototype}, weeks: \${8:1-6} }
delivery:
  - { bet: \${9:The bet that is shaped}, activity: \${10:Build and ship}, weeks: \${11:1-6} }
allocation:
  Product: { discovery: 60%, delivery: 40% }
  Design: { discovery: 50%, delivery: 50% }
  Engineering: { discovery: 30%, delivery: 70% }
coordination:
  weeklySync: \${12:Mondays at ten}
  handoff: \${13:When the riskiest assumption is tested}
  learning: \${14:Results are told to everyone on the next Monday}`,
    },
    '${1:What we chose not to do in these weeks.}',
  ),
  ...block({
    kind: 'tracks',
    label: 'Entry of a track',
    description: 'What is done for a bet in which weeks, under discovery or delivery',
    prefix: 'bet-track',
    body: '- { bet: ${1:${bet:BET-001}}, activity: ${2:Interviews}, weeks: ${3:1-2} }',
  }),
  ...block({
    kind: 'tracks',
    label: 'Allocation of a role',
    description: 'How a role divides its time between finding out and building',
    prefix: 'bet-allocation',
    body: '${1:Design}: { discovery: ${2:50%}, delivery: ${3:50%} }',
  }),
];
