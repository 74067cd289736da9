import type { Tier } from '../../model/tiers.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { DriveProblem, MetricCard, MetricProblem } from './graph.ts';

export interface TierWords {
  readonly name: string;
  /** What the tier is for, in lines that fit the column of the bands' names. */
  readonly purpose: readonly string[];
  /** Stands in the band while it is empty. */
  readonly empty: string;
}

export const TIER_WORDS: Readonly<Record<Tier, TierWords>> = {
  lagging: {
    name: 'Lagging',
    purpose: ['The business result:', 'slow, many causes'],
    empty: 'No lagging metric yet: which result should follow?',
  },
  core: {
    name: 'Core',
    purpose: ['What the bet sets out', 'to change'],
    empty: 'No core metric yet: what is this meant to change?',
  },
  leading: {
    name: 'Leading',
    purpose: ['The first sign,', 'days after a release'],
    empty: 'No leading metric yet: what will move first?',
  },
  guardrails: {
    name: 'Guardrails',
    purpose: ['What must not suffer', 'on the way'],
    empty: 'No guardrail yet: what must not get worse?',
  },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  hit: 'hit',
  close: 'close',
  missed: 'missed',
  within: 'within',
  alert: 'alert',
  breached: 'breached',
  unknown: 'no verdict',
};

const PROBLEM_WORDS: Readonly<Record<MetricProblem, string>> = {
  disconnected: 'Drives nothing above it',
  upsideDown: 'Points down or sideways',
  cycle: 'Drives itself in a circle',
  vanity: 'Vanity: nobody can act on it',
  noThreshold: 'No threshold: when to stop?',
};

export const DRIVE_PROBLEM_WORDS: Readonly<Record<DriveProblem, string>> = {
  upsideDown: 'points down or sideways',
  cycle: 'closes a circle',
};

/** Short enough to stand beside an arrow. */
export const DRIVE_PROBLEM_LABELS: Readonly<Record<DriveProblem, string>> = {
  upsideDown: 'wrong way',
  cycle: 'circle',
};

/** Every problem once, in words, the gravest first. */
export function problemWords(metric: MetricCard): readonly string[] {
  return GRAVEST_FIRST.filter(problem => metric.problems.includes(problem)).map(problem => PROBLEM_WORDS[problem]);
}

const GRAVEST_FIRST: readonly MetricProblem[] = ['cycle', 'upsideDown', 'noThreshold', 'vanity', 'disconnected'];

/** The limit of a guardrail or the target of another metric, with the word for it. */
export function limitWords({ tier, target, threshold }: MetricCard): string | undefined {
  const isGuardrail = tier === 'guardrails';
  const limit = threshold ?? (isGuardrail ? undefined : target);
  return limit === undefined ? undefined : `${isGuardrail ? 'limit' : 'target'} ${limit}`;
}

/** What a pointer that rests on a card is told: all that is written on it, uncut, and what is wrong. */
export function cardTip(metric: MetricCard): string {
  const { baseline, current } = metric;
  const limit = limitWords(metric);
  const values = [
    ...(baseline === undefined ? [] : [`from ${baseline}`]),
    ...(current === undefined ? [] : [`now ${current}`]),
    ...(limit === undefined ? [] : [limit]),
  ];
  const lines = [metric.name, values.join(' · '), quietFacts(metric).join(' · '), ...problemWords(metric)];
  return lines.filter(line => line !== '').join('\n');
}

/** What the button that folds a branch does, and what it hides. */
export function foldWords({ name, branch }: MetricCard): string {
  if (branch === undefined) return '';
  const { isCollapsed, size, troubled } = branch;
  if (!isCollapsed) return `Collapse what drives ${name}: ${String(size)}`;
  const bad = troubled === 0 ? '' : `, of them ${String(troubled)} missed or breached`;
  return `Expand what drives ${name}: ${String(size)} hidden${bad}`;
}

/** Cadence, owner and source, as far as they are known. */
export function quietFacts({ cadence, owner, source }: MetricCard): readonly string[] {
  return [cadence, owner, source].filter(fact => fact !== undefined);
}

const MOST_NAMES = 6;

/** All that the card shows and the arrows mean, as sentences for those who do not see them. */
export function cardInWords(metric: MetricCard, drives: readonly string[], drivenBy: readonly string[]): string {
  const { baseline, current, target, threshold, cadence, owner, source } = metric;
  const kind = metric.tier === 'guardrails' ? 'guardrail' : `${TIER_WORDS[metric.tier].name.toLowerCase()} metric`;
  let words = `${metric.name}, ${metric.primary ? 'primary ' : ''}${kind}. Verdict: ${VERDICT_WORDS[metric.verdict]}.`;
  if (baseline !== undefined) words += ` Baseline ${baseline}.`;
  if (current !== undefined) words += ` Current ${current}.`;
  if (target !== undefined) words += ` Target ${target}.`;
  if (threshold !== undefined) words += ` Threshold ${threshold}.`;
  if (cadence !== undefined) words += ` Cadence: ${cadence}.`;
  if (owner !== undefined) words += ` Owner: ${owner}.`;
  if (source !== undefined) words += ` Source: ${source}.`;
  if (drives.length > 0) words += ` ${metric.tier === 'guardrails' ? 'Guards' : 'Drives'} ${listed(drives)}.`;
  if (drivenBy.length > 0) words += ` Driven by ${listed(drivenBy)}.`;
  if (metric.branch?.isCollapsed === true) words += ` ${String(metric.branch.size)} below it are hidden.`;
  for (const problem of problemWords(metric)) words += ` ${problem}.`;
  return words;
}

function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${String(names.length - MOST_NAMES)} more`;
}
