/**
 * The fields that somebody would miss first, by object and in the order in which they are written: what a rule asks
 * for, and what the templates begin with. They lead every list, and a new block begins with them.
 */
const wanted: Readonly<Record<string, readonly string[]>> = {
  Bet: ['id', 'title', 'owner', 'status', 'hypothesis', 'timebox', 'criteria', 'metrics', 'rollout', 'launch', 'retro'],
  Metrics: ['lagging', 'core', 'leading', 'guardrails'],
  Rollout: ['approach', 'stages', 'flag', 'rollback'],
  Retro: ['scheduled', 'facilitator'],
  Launch: ['owner', 'tier', 'date', 'components'],
  Tracks: ['start', 'weeks', 'discovery', 'delivery', 'allocation'],
  Hypothesis: ['believe', 'audience', 'outcome', 'because'],
  Timebox: ['start', 'duration'],
  Iteration: ['number', 'of'],
  BetCriteria: ['scale', 'iterate', 'kill'],
  Alert: ['method', 'to', 'within'],
  MetricSelection: ['measurable', 'actionable', 'attributable', 'timely'],
  Reading: ['date', 'value'],
  'Metric.lagging': ['id', 'name', 'cadence', 'baseline', 'target', 'source'],
  'Metric.core': ['id', 'name', 'primary', 'cadence', 'baseline', 'target', 'drives', 'source'],
  'Metric.leading': ['id', 'name', 'cadence', 'baseline', 'target', 'drives', 'source'],
  'Metric.guardrails': ['id', 'name', 'cadence', 'threshold', 'alert', 'onBreach', 'source'],
  ChecklistItem: ['text'],
  StageDecision: ['outcome', 'date', 'by', 'why'],
  Stage: ['stage', 'audience', 'duration', 'exit'],
  Flag: ['name', 'cleanupBy'],
  Trigger: ['metric', 'action'],
  RolloutRollback: ['owner', 'triggers'],
  DecisionEntry: ['date', 'stage', 'outcome', 'why', 'by'],
  HypothesisReview: ['result', 'evidence'],
  MetricResult: ['metric', 'role', 'actual', 'verdict'],
  Decision: ['outcome', 'why', 'by'],
  LaunchComponents: [
    'positioning',
    'salesEnablement',
    'documentation',
    'supportTraining',
    'communications',
    'successPlaybook',
  ],
  LaunchAdoption: ['awareness', 'trial', 'adoption', 'habit'],
  Entry: ['bet', 'activity', 'weeks'],
  Share: ['discovery', 'delivery'],
  TracksCoordination: ['weeklySync', 'handoff', 'learning'],
};

/** Documents that stand alone need a name of their own first. */
const heads: Readonly<Record<string, readonly string[]>> = {
  Metrics: ['id', 'title', 'owner'],
  Rollout: ['id', 'title', 'owner', 'bet'],
  Retro: ['id', 'title', 'bet'],
  Launch: ['id', 'title', 'bet'],
  Tracks: ['id', 'title', 'owner'],
};

/** @param path the fields that lead there: of a metric they tell the tier, and none lead to a document's own fields */
export function wantedFields(object: string, path: readonly string[]): readonly string[] {
  const tier = object === 'Metric' ? path.findLast(field => Object.hasOwn(wanted, `Metric.${field}`)) : undefined;
  const key = tier === undefined ? object : `${object}.${tier}`;
  const fields = Object.hasOwn(wanted, key) ? (wanted[key] ?? []) : [];
  const head = path.length === 0 && Object.hasOwn(heads, object) ? (heads[object] ?? []) : [];
  return [...head, ...fields.filter(field => !head.includes(field))];
}
