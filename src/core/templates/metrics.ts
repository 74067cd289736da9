import { artifact, block } from './notations.ts';
import { joinBodies } from './compose.ts';
import type { Template } from './template.ts';

/** The fields of one metric in each tier, from the slowest to the fastest; each drives the one above. */
export const metricTiers = `lagging:
  - id: \${1:recurring-revenue}
    name: \${2:Recurring revenue}
    cadence: monthly
    baseline: \${3:\\$2.0M}
    target: \${4:\\$2.2M}
    source: \${5:Ledger}
core:
  - id: \${6:weekly-active-teams}
    name: \${7:Weekly active teams}
    definition: \${8:Share of teams that finish a piece of work in a week}
    primary: true
    cadence: weekly
    baseline: \${9:30%}
    target: \${10:40%}
    drives: [$1]
    source: \${11:Product events}
leading:
  - id: \${12:first-piece-finished}
    name: \${13:First piece finished}
    cadence: daily
    baseline: \${14:50%}
    target: \${15:65%}
    drives: [$6]
    source: \${16:Product events}
guardrails:
  - id: \${17:error-rate}
    name: \${18:Error rate}
    cadence: realTime
    threshold: \${19:< 1%}
    alertAt: \${20:0.8%}
    alert: { method: page, to: \${21:\${owner:Engineer on call}}, within: \${22:1 h} }
    onBreach: \${23|rollback,pause,investigate|}
    source: \${24:Logs}`;

const head = `kind: metrics
id: \${1:\${id:MET-001}}
title: \${2:\${title:What success looks like}}
owner: \${3:\${owner:Product trio}}
`;

export const metricsTemplates: readonly Template[] = [
  ...artifact(
    {
      kind: 'metrics',
      label: 'Metrics hierarchy',
      description:
        'Four tiers, a metric in each: what a team moves in a day, what that drives, and what must not get worse',
      prefix: 'bet-metrics',
      body: joinBodies(head, metricTiers),
    },
    '${1:Why these numbers, and who looks at them when.}',
  ),
  ...block({
    kind: 'metrics',
    label: 'Metric tiers',
    description: 'Lagging, core, leading and guardrails with a metric each, to stand under metrics',
    prefix: 'bet-tiers',
    body: metricTiers,
  }),
  ...block({
    kind: 'metrics',
    label: 'Lagging metric',
    description: 'A result of the business: slow, and moved by many things',
    prefix: 'bet-metric-lagging',
    body: `- id: \${1:recurring-revenue}
  name: \${2:Recurring revenue}
  cadence: \${3|monthly,quarterly|}
  baseline: \${4:\\$2.0M}
  target: \${5:\\$2.2M}
  source: \${6:Ledger}`,
  }),
  ...block({
    kind: 'metrics',
    label: 'Core metric',
    description: 'The outcome that a bet is after; drives a lagging metric',
    prefix: 'bet-metric-core',
    body: `- id: \${1:weekly-active-teams}
  name: \${2:Weekly active teams}
  definition: \${3:Share of teams that finish a piece of work in a week}
  cadence: \${4|weekly,daily|}
  baseline: \${5:30%}
  target: \${6:40%}
  drives: [$7]
  source: \${8:Product events}`,
  }),
  ...block({
    kind: 'metrics',
    label: 'Leading metric',
    description: 'An early sign that moves within days; drives a core metric',
    prefix: 'bet-metric-leading',
    body: `- id: \${1:first-piece-finished}
  name: \${2:First piece finished}
  cadence: \${3|daily,realTime|}
  baseline: \${4:50%}
  target: \${5:65%}
  drives: [$6]
  source: \${7:Product events}`,
  }),
  ...block({
    kind: 'metrics',
    label: 'Guardrail',
    description: 'What must not get worse, with the limit, the alert and what happens then',
    prefix: 'bet-guardrail',
    body: `- id: \${1:support-tickets}
  name: \${2:Support tickets}
  cadence: \${3|daily,realTime|}
  baseline: \${4:20 / day}
  threshold: \${5:<= 25 / day}
  alertAt: \${6:23 / day}
  alert: { method: \${7|chat,page,mail|}, to: \${8:\${owner:Support lead}}, within: \${9:4 h} }
  onBreach: \${10|pause,rollback,investigate|}
  source: \${11:Help desk}`,
  }),
  ...block({
    kind: 'metrics',
    label: 'Reading of a metric',
    description: 'A row of the history of a metric: what was read, and when',
    prefix: 'bet-reading',
    body: '- { date: ${1:${today}}, value: ${2:31%} }',
  }),
];
