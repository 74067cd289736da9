const owner = (path: string): string[] => [path, `${path}.name`];

const timebox = ['timebox', 'timebox.start', 'timebox.end', 'timebox.duration'];

/** A list of objects and the parts of one of them. */
const rows = (path: string, parts: string): string[] => [path, ...parts.split(' ').map(part => `${path}[].${part}`)];

const checklist = (path: string): string[] => [...rows(path, 'text done due note auto'), ...owner(`${path}[].owner`)];

const under = (path: string, parts: string): string[] => [path, ...parts.split(' ').map(part => `${path}.${part}`)];

const common = ['kind', 'id', 'title', ...owner('owner'), 'mode', 'tags', 'links', 'notes'];

const tier = (path: string): string[] => [
  ...rows(
    path,
    'id name definition primary baseline target current threshold alertAt direction cadence drives source instrumented onBreach asOf',
  ),
  ...owner(`${path}[].owner`),
  ...under(`${path}[].alert`, 'method to within'),
  ...under(`${path}[].selection`, 'measurable actionable attributable timely'),
  ...[`${path}[].history`, `${path}[].history[].date`, `${path}[].history[].value`],
];

const component = (path: string): string[] => [path, ...owner(`${path}.owner`), `${path}.status`, `${path}.due`];

/**
 * The path of every public field, as the specification names them.
 * `[]` is an item of a list, `*` a key that the team chooses. Embedded artifacts end at their field.
 */
export const publicFields = {
  bet: [
    ...common,
    ...['status', 'category', 'portfolio', 'priority', 'block', 'opportunity', 'shipped'],
    ...under('hypothesis', 'text believe audience outcome because'),
    ...timebox,
    ...under('iteration', 'number of'),
    ...under('criteria', 'scale iterate kill'),
    ...['metrics', 'rollout', 'retro', 'launch'],
  ],
  metrics: [...common, ...['lagging', 'core', 'leading', 'guardrails'].flatMap(tier)],
  rollout: [
    ...common,
    ...['bet', 'approach'],
    ...rows('stages', 'stage duration started ended purpose'),
    ...under('stages[].audience', 'text percent size segment'),
    ...checklist('stages[].entry'),
    ...checklist('stages[].exit'),
    ...under('stages[].decision', 'date by outcome why'),
    ...under('flag', 'name url cleanupBy cleanedUp'),
    ...under('rollback', 'runbook procedure triggers triggers[].metric triggers[].when triggers[].action'),
    ...owner('rollback.owner'),
    ...rows('decisions', 'date stage outcome why by'),
  ],
  retro: [
    ...common,
    ...['bet', 'scheduled', 'held', 'shipped', 'facilitator', 'attendees', 'learnings', 'newHypothesis'],
    ...timebox,
    ...under('hypothesis', 'result evidence confidence'),
    ...rows('metrics', 'metric role baseline target threshold actual verdict'),
    ...under('decision', 'outcome why by dissent'),
    ...checklist('nextSteps'),
  ],
  launch: [
    ...common,
    ...['bet', 'tier', 'date', 'components'],
    ...[
      'positioning',
      'salesEnablement',
      'documentation',
      'supportTraining',
      'communications',
      'successPlaybook',
    ].flatMap(name => component(`components.${name}`)),
    ...['preLaunch', 'launchDay', 'postLaunch'].flatMap(checklist),
    'adoption',
    ...['awareness', 'trial', 'adoption', 'habit'].flatMap(level => under(`adoption.${level}`, 'target current')),
  ],
  tracks: [
    ...common,
    ...['start', 'weeks'],
    ...rows('discovery', 'bet activity weeks'),
    ...rows('delivery', 'bet activity weeks'),
    ...['allocation', 'allocation.*.discovery', 'allocation.*.delivery'],
    ...under('coordination', 'weeklySync handoff learning'),
  ],
} as const satisfies Record<string, readonly string[]>;
