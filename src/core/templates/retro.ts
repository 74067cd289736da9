import { under } from './compose.ts';
import { artifact, block } from './notations.ts';
import type { Template } from './template.ts';

/** A retro that is still ahead: a date, and somebody who leads it. */
export const retroAhead = `scheduled: \${1:\${timeboxEnd}}
facilitator: \${2:Somebody who did not build it}`;

export const retroTemplates: readonly Template[] = [
  ...artifact(
    {
      kind: 'retro',
      label: 'Retro',
      description: 'The day on which a bet is judged, and who will be there',
      prefix: 'bet-retro-file',
      body: `kind: retro
id: \${1:\${id:RETRO-001}}
title: \${2:\${title:What we learned}}
owner: \${3:\${owner:Product trio}}
bet: \${4:\${bet:BET-001}}
scheduled: \${5:\${timeboxEnd}}
facilitator: \${6:Somebody who did not build it}
attendees: [\${7:Product}, \${8:Design}, \${9:Engineering}]`,
    },
    '${1:What should be read beforehand.}',
  ),
  ...block({
    kind: 'retro',
    label: 'Retro with a date',
    description: 'Puts the day on which the bet is judged into the bet',
    prefix: 'bet-retro',
    body: under('retro', retroAhead),
  }),
  ...block({
    kind: 'retro',
    label: 'Retro result',
    description: 'What a retro found: the hypothesis, the numbers, the learnings and the decision',
    prefix: 'bet-retro-result',
    body: `held: \${1:\${today}}
hypothesis:
  result: \${2|confirmed,disproved,inconclusive|}
  evidence: \${3:What we saw, and among how many}
  confidence: \${4|high,medium,low|}
metrics:
  - metric: \${5:Weekly active teams}
    role: \${6|primary,secondary,guardrail|}
    baseline: \${7:30%}
    target: \${8:40%}
    actual: \${9:41%}
learnings:
  - \${10:What we know now and did not know before}
decision:
  outcome: \${11|scale,iterate,kill|}
  why: \${12:Which of the criteria came true}
  by: \${13:\${owner:Product trio}}
nextSteps:
  - { text: \${14:What happens next}, owner: \${15:\${owner:Product trio}}, due: \${16:\${today}} }`,
  }),
  ...block({
    kind: 'retro',
    label: 'Decision',
    description: 'Scale, iterate or kill, with the reason and whoever disagreed',
    prefix: 'bet-decision',
    body: `decision:
  outcome: \${1|scale,iterate,kill|}
  why: \${2:Which of the criteria came true}
  by: \${3:\${owner:Product trio}}
  dissent: \${4:Nobody}`,
  }),
  ...block({
    kind: 'retro',
    label: 'Retro number',
    description: 'A row of the metrics that a retro looks at: what was aimed at, and what it came to',
    prefix: 'bet-retro-metric',
    body: `- metric: \${1:Weekly active teams}
  role: \${2|primary,secondary,guardrail|}
  baseline: \${3:30%}
  target: \${4:40%}
  actual: \${5:41%}`,
  }),
  ...block({
    kind: 'retro',
    label: 'Next step',
    description: 'What happens after the retro, by whom and until when',
    prefix: 'bet-next-step',
    body: '- { text: ${1:What happens next}, owner: ${2:${owner:Product trio}}, due: ${3:${timeboxEnd}} }',
  }),
];
