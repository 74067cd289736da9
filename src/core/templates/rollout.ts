import { joinBodies, under } from './compose.ts';
import { artifact, block } from './notations.ts';
import type { Template } from './template.ts';

/** Four stages, each bigger than the one before, with a way back from every one of them. */
export const rolloutPlan = `approach: \${1|percentage,segment,optIn,geography|}
stages:
  - stage: internal
    audience: \${2:Our own team}
    duration: \${3:1-3 days}
    purpose: Find what is plainly broken
    exit:
      - \${4:No open bug that loses work}
  - stage: alpha
    audience: { size: \${5:8}, text: \${6:Customers who forgive us much} }
    duration: \${7:1 week}
    purpose: Hear where people hesitate
    exit:
      - \${8:Most of them got through without help}
  - stage: beta
    audience: { percent: \${9:10%} }
    duration: \${10:1-2 weeks}
    purpose: See whether the numbers move
    exit:
      - \${11:Leading metrics above their baseline}
      - \${12:No guardrail is breached}
  - stage: ga
    audience: { percent: 100% }
    duration: ongoing
flag:
  name: \${13:name-of-the-flag}
rollback:
  owner: \${14:\${owner:Engineer on call}}
  procedure:
    - Turn the flag off
    - \${15:Tell support who was affected}
  triggers:
    - when: \${16:Any guardrail is breached}
      action: \${17|rollback,pause,investigate|}`;

/** From zero to one: stages are compressed, a few customers for a few days, and the way back stays (seed: Staged Rollout). */
export const leanRolloutPlan = `approach: optIn
stages:
  - stage: internal
    audience: \${1:Our own team}
    duration: 1 day
    exit:
      - \${2:No open bug that loses work}
  - stage: alpha
    audience: { size: \${3:3}, text: \${4:Customers who forgive us much} }
    duration: \${5:2 days}
    exit:
      - \${6:Each of them would miss it}
  - stage: ga
    audience: { percent: 100% }
    duration: ongoing
flag:
  name: \${7:name-of-the-flag}
rollback:
  owner: \${8:\${owner:Whoever is on call}}
  triggers:
    - when: \${9:Any guardrail is breached}
      action: rollback`;

const head = `kind: rollout
id: \${1:\${id:RO-001}}
title: \${2:\${title:From us to everyone}}
owner: \${3:\${owner:Product trio}}
bet: \${4:\${bet:BET-001}}
`;

export const rolloutTemplates: readonly Template[] = [
  ...artifact(
    {
      kind: 'rollout',
      label: 'Rollout plan',
      description: 'Internal, alpha, beta and everyone, with exit criteria, a flag and a way back',
      prefix: 'bet-rollout',
      body: joinBodies(head, rolloutPlan),
    },
    '${1:What we watch while it goes out, and who is awake.}',
  ),
  ...block({
    kind: 'rollout',
    label: 'Rollout stage',
    description: 'One stage: who gets it, for how long, and what has to be true before the next',
    prefix: 'bet-stage',
    body: `- stage: \${1|internal,alpha,beta,ga|}
  audience: \${2:Our own team}
  duration: \${3:1 week}
  purpose: \${4:What we want to find out here}
  exit:
    - \${5:What has to be true before more people get it}`,
  }),
  ...block({
    kind: 'rollout',
    label: 'Rollback trigger',
    description: 'What makes us go back, without a meeting',
    prefix: 'bet-trigger',
    body: `- when: \${1:Any guardrail is breached}
  action: \${2|rollback,pause,investigate|}`,
  }),
  ...block({
    kind: 'rollout',
    label: 'Rollout within a bet',
    description: 'The whole plan under rollout, for a bet that needs no second file',
    prefix: 'bet-rollout-plan',
    body: under('rollout', rolloutPlan),
  }),
  ...block({
    kind: 'rollout',
    label: 'Feature flag',
    description: 'What switches it off at once, and the day by which it is out of the code again',
    prefix: 'bet-flag',
    body: `flag:
  name: \${1:name-of-the-flag}
  cleanupBy: \${2:\${timeboxEnd}}`,
  }),
  ...block({
    kind: 'rollout',
    label: 'Rollback',
    description: 'Who takes it back, how, and what sets it off',
    prefix: 'bet-rollback',
    body: `rollback:
  owner: \${1:\${owner:Engineer on call}}
  procedure:
    - \${2:Turn the flag off}
    - \${3:Tell support who was affected}
  triggers:
    - when: \${4:Any guardrail is breached}
      action: \${5|rollback,pause,investigate|}`,
  }),
  ...block({
    kind: 'rollout',
    label: 'Stage decision',
    description: 'An entry of the decision log: the stage that is left, and why',
    prefix: 'bet-stage-decision',
    body: `- date: \${1:\${today}}
  stage: \${2|internal,alpha,beta|}
  outcome: \${3|proceed,hold,rollback|}
  why: \${4:Which criteria were met, or were not}
  by: \${5:\${owner:Product trio}}`,
  }),
];
