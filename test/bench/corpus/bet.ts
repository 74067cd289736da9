/** What a bet of the corpus says, before it is written in one notation or the other. */
export interface CorpusBet {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly owner: string;
  readonly deputy: string;
  readonly start: string;
  readonly end: string;
  /** A rollout that runs, with a launch; else the bet is being built. */
  readonly isRollingOut: boolean;
  readonly hierarchy: CorpusHierarchy;
  /** The id under which the hierarchy stands in a file of its own; else it stands in the bet. */
  readonly hierarchyId: string | undefined;
  readonly stages: readonly CorpusStage[];
  readonly notes: readonly string[];
}

export interface CorpusHierarchy {
  readonly lagging: string;
  readonly core: string;
  readonly leading: readonly string[];
  readonly guardrails: readonly string[];
}

export interface CorpusStage {
  readonly name: string;
  readonly audience: string;
  readonly duration: string;
  readonly exit: readonly string[];
  readonly started?: string;
  readonly ended?: string;
}

/** The bet of a number from 1: the same on every run, and no two alike. */
export function corpusBet(number: number): CorpusBet {
  const subject = nth(subjects, number);
  const isRollingOut = number % 3 === 0;
  return {
    id: `BET-${String(number).padStart(7, '0')}`,
    title: `Faster ${subject} for team ${number % 97}`,
    subject,
    owner: nth(people, number),
    deputy: nth(people, number + 2),
    start: '2026-10-05',
    end: '2026-12-18',
    isRollingOut,
    hierarchy: {
      lagging: 'Revenue growth',
      core: `Activation after ${subject}`,
      leading: signals.slice(0, 2 + (number % 5)).map(signal => `${signal} of ${subject}`),
      guardrails: guardrails.slice(0, 1 + (number % 3)),
    },
    hierarchyId: number % 10 === 7 ? `MX-${String(number).padStart(7, '0')}` : undefined,
    stages: stages(isRollingOut, subject),
    notes: Array.from({ length: (number % 4) * 3 }, (_, line) => `Week ${line + 1}: ${nth(remarks, number + line)}`),
  };
}

export const folderOf = (number: number): string => `team-${String(number % 40).padStart(2, '0')}`;

function stages(isRunning: boolean, subject: string): readonly CorpusStage[] {
  const exit = (what: string): readonly string[] => [
    `No open P0 or P1 defects in ${subject}`,
    `The core flow works for ${what}`,
  ];
  const [internal, alpha, beta] = [exit('everybody in the team'), exit('ten customers'), exit('a tenth of all')];
  return [
    {
      ...{ name: 'internal', audience: 'Our own team', duration: '3 days', exit: internal },
      ...(isRunning && { started: '2026-10-19', ended: '2026-10-21' }),
    },
    {
      ...{ name: 'alpha', audience: '10 customers', duration: '1 week', exit: alpha },
      ...(isRunning && { started: '2026-10-22', ended: '2026-10-29' }),
    },
    {
      ...{ name: 'beta', audience: '10%', duration: '1-2 weeks', exit: beta },
      ...(isRunning && { started: '2026-11-16' }),
    },
    { name: 'ga', audience: '100%', duration: 'ongoing', exit: [] },
  ];
}

function nth<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('no items');
  return item;
}

const subjects = [
  ...['onboarding', 'search', 'checkout', 'invites', 'billing', 'mobile'],
  ...['exports', 'alerts', 'sharing', 'templates', 'permissions'],
];
const people = ['Maria Lind', 'Tom Reyes', 'Aiko Sato', 'Lena Vogt', 'Sam Okoro'];
const signals = ['First use', 'Second visit', 'Steps completed', 'Time saved', 'Hints opened', 'Drafts finished'];
const guardrails = ['Error rate', 'Tickets about it', 'Share of slow answers'];
const remarks = [
  'three calls with admins, all of them found it by themselves',
  'the first numbers are better than we hoped',
  'support heard of it twice, and both times it was the old page',
  'the design of the empty page was changed',
  'nothing new',
];
