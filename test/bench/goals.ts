/** What has to be reached, and how it is measured. A run of the bench fills in the rest. */
export interface Goal {
  /** The row of goals it belongs to: some rows ask for several figures. */
  readonly number: number;
  readonly what: string;
  readonly unit: Unit;
  /** The most it may be; the least where `more` is better. */
  readonly must: number;
  readonly aim?: number;
  readonly better?: 'more';
  readonly how: string;
}

/** `×` is a ratio, `^` the power of the size with which something grows. */
export type Unit = '×' | '^' | 'ms' | 'files/s' | 'kB' | 'MB' | 'MiB';

const turn = 'whole processes in turn, median of the pairs';
const computing = 'text to findings in the core, p95';

export const goals = {
  checkSmall: goal(1, 'check 1,000 files, against reading them only', '×', { must: 6, aim: 4.2 }, turn),
  checkLargeSpeed: {
    ...goal(2, 'check 10,000 files', 'files/s', { must: 4000, aim: 6000 }, 'whole process, median'),
    better: 'more',
  },
  checkLarge: goal(2, 'check 10,000 files, against reading them only', '×', { must: 10 }, turn),
  checkPeer: goal(
    2,
    'check the YAML half of 10,000 files, against the C++ `jsonschema`',
    '×',
    { must: 1.2, aim: 0.8 },
    `${turn}; needs \`--peers\``,
  ),
  growthToLarge: goal(3, 'growth of CPU time, 1,000 → 10,000 files', '^', { must: 1 }, 'start-up subtracted'),
  growthToHuge: goal(3, 'growth of CPU time, 10,000 → 100,000 files', '^', { must: 1.05 }, 'start-up subtracted'),
  startCheck: goal(4, '`check` of 100 files, against `node -e 0`', '×', { must: 2.5, aim: 2 }, turn),
  startHelp: goal(4, '`--help`, against `node -e 0`', '×', { must: 1.3, aim: 1.15 }, turn),
  keystroke: goal(5, 'a keystroke in up to 200 lines', 'ms', { must: 1, aim: 0.4 }, computing),
  keystrokeShown: goal(
    5,
    'the same until the editor has the findings',
    'ms',
    { must: 30, aim: 16 },
    'over the protocol to the server and back, p95',
  ),
  keystroke10k: goal(6, 'a keystroke in 10,000 lines of YAML', 'ms', { must: 8, aim: 1 }, computing),
  keystroke100k: goal(6, 'a keystroke in 100,000 lines of YAML', 'ms', { must: 16, aim: 1 }, computing),
  activation: goal(7, 'activation of the extension', 'ms', { must: 20, aim: 10 }, 'as VS Code reports it, median'),
  activationEmpty: goal(
    7,
    'activation, against an empty extension',
    '×',
    { must: 4 },
    'in windows that open in turn, median of the pairs',
  ),
  entrySize: goal(7, 'what loads at activation', 'kB', { must: 60, aim: 20 }, '`dist/extension.node.js`, minified'),
  heap: goal(8, 'heap per 1,000 files', 'MB', { must: 4, aim: 2 }, 'everything read and judged, garbage collected'),
  commandLineMemory: goal(
    8,
    'memory of the command line, 10,000 files',
    'MiB',
    { must: 130, aim: 110 },
    'most at any time (RSS)',
  ),
  oneChanged: goal(
    9,
    'one file of 10,000 changed on disk',
    'ms',
    { must: 2, aim: 0.5 },
    'read, and everything it affects judged, p95',
  ),
  oneChangedGrowth: goal(9, 'the same, 10,000 against 1,000 files', '×', { must: 1.5, aim: 1.2 }, 'medians'),
  picture: goal(10, 'from an edit to the picture of 12 metrics', 'ms', { must: 2, aim: 0.2 }, 'in the core, p95'),
  pictureLarge: goal(10, 'the same of 300 metrics', 'ms', { must: 50 }, 'in the core, p95'),
  secondCheck: goal(11, 'second `check` of 10,000 files, against the first', '×', { must: 0.25, aim: 0.15 }, turn),
  hostile: goal(12, 'hostile input of twice the size', '×', { must: 2.3 }, 'the worst of all, least time of several'),
} as const satisfies Readonly<Record<string, Goal>>;

export type GoalId = keyof typeof goals;
/** What was measured for some of the goals, in their units. */
export type Figures = Readonly<Partial<Record<GoalId, number>>>;

/** Whether a figure is where it must be, and where it is to be. `aim` is undefined where there is none. */
export function judgeFigure(
  { must, aim, better }: Goal,
  figure: number,
): { readonly must: boolean; readonly aim: boolean | undefined } {
  const reaches = (limit: number): boolean => (better === 'more' ? figure >= limit : figure <= limit);
  return { must: reaches(must), aim: aim === undefined ? undefined : reaches(aim) };
}

function goal(
  number: number,
  what: string,
  unit: Unit,
  limits: { readonly must: number; readonly aim?: number },
  how: string,
): Goal {
  return { number, what, unit, ...limits, how };
}
