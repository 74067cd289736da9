import { joinBodies, under } from './compose.ts';
import { artifact, block } from './notations.ts';
import type { Template } from './template.ts';

/** A launch with an owner for each component, and the four steps from hearing of it to a habit. */
export const launchPlan = `tier: \${1|2,1,3,4|}
date: \${2:\${timeboxEnd}}
components:
  positioning: { owner: \${3:Product marketing}, status: open }
  salesEnablement: { owner: \${4:Product marketing}, status: open }
  documentation: { owner: \${5:Technical writer}, status: open }
  supportTraining: { owner: \${6:Support lead}, status: open }
  communications: { owner: \${7:Marketing}, status: open }
  successPlaybook: { owner: \${8:Customer success}, status: open }
preLaunch:
  - \${9:Support and sales have used it themselves}
launchDay:
  - \${10:Announcement in the product}
postLaunch:
  - \${11:Read what people write in the first week}
adoption:
  awareness: { target: \${12:80%} }
  trial: { target: \${13:40%} }
  adoption: { target: \${14:25%} }
  habit: { target: \${15:15%} }`;

const head = `kind: launch
id: \${1:\${id:LAUNCH-001}}
title: \${2:\${title:Telling the world}}
owner: \${3:\${owner:Product marketing}}
bet: \${4:\${bet:BET-001}}`;

export const launchTemplates: readonly Template[] = [
  ...artifact(
    {
      kind: 'launch',
      label: 'Launch checklist',
      description: 'Tier, date, the six components with their owners, and how adoption will be seen',
      prefix: 'bet-launch',
      body: joinBodies(head, launchPlan),
    },
    '${1:What we say, to whom, in one sentence.}',
  ),
  ...block({
    kind: 'launch',
    label: 'Launch within a bet',
    description: 'The whole checklist under launch, for a bet that needs no second file',
    prefix: 'bet-launch-plan',
    body: under('launch', joinBodies('owner: ${1:${owner:Product marketing}}', launchPlan)),
  }),
  ...block({
    kind: 'launch',
    label: 'Launch component',
    description: 'A part of the launch: who makes it, how far it is, and when it is due',
    prefix: 'bet-component',
    body:
      '${1|positioning,salesEnablement,documentation,supportTraining,communications,successPlaybook|}: ' +
      '{ owner: ${2:${owner:Product marketing}}, status: ${3|open,doing,done,notNeeded|}, due: ${4:${timeboxEnd}} }',
  }),
  ...block({
    kind: 'launch',
    label: 'Checklist item',
    description: 'Something that has to be true or done, by somebody, on a day',
    prefix: 'bet-item',
    body: '- { text: ${1:What has to be done}, done: ${2|false,true|}, owner: ${3:${owner:Product trio}}, due: ${4:${timeboxEnd}} }',
  }),
];
