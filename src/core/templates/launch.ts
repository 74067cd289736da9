import { joinBodies } from './compose.ts';
import { artifact } from './notations.ts';
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

export const launchTemplates: readonly Template[] = artifact(
  {
    kind: 'launch',
    label: 'Launch checklist',
    description: 'Tier, date, the six components with their owners, and how adoption will be seen',
    prefix: 'bet-launch',
    body: joinBodies(head, launchPlan),
  },
  '${1:What we say, to whom, in one sentence.}',
);
