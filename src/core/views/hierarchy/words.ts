import type { DriveProblem, MetricCard, MetricProblem, MetricVerdict, Tier } from './graph.ts';
import { plainText } from './text.ts';

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

export const VERDICT_WORDS: Readonly<Record<MetricVerdict, string>> = {
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

/** The name to show: never empty. */
export function nameOf(metric: MetricCard): string {
  return plainText(metric.name) || plainText(metric.id) || plainText(metric.key) || 'Metric without a name';
}

/** The text of a field, absent where nothing can be seen of it. */
export function shownText(written: string | undefined): string | undefined {
  return written === undefined ? undefined : plainText(written) || undefined;
}

/** Every problem once, in words, the gravest first. */
export function problemWords(metric: MetricCard): readonly string[] {
  return GRAVEST_FIRST.filter(problem => metric.problems.includes(problem)).map(problem => PROBLEM_WORDS[problem]);
}

const GRAVEST_FIRST: readonly MetricProblem[] = ['cycle', 'upsideDown', 'noThreshold', 'vanity', 'disconnected'];

/** Cadence, owner and source, as far as they are known. */
export function quietFacts(metric: MetricCard): readonly string[] {
  const cadence = shownText(metric.cadence);
  const facts = [cadence === 'realTime' ? 'real time' : cadence, shownText(metric.owner), shownText(metric.source)];
  return facts.filter(fact => fact !== undefined);
}

const MOST_NAMES = 6;

/** All that the card shows and the arrows mean, as sentences for those who do not see them. */
export function cardInWords(metric: MetricCard, drives: readonly string[], drivenBy: readonly string[]): string {
  const kind = metric.tier === 'guardrails' ? 'guardrail' : `${TIER_WORDS[metric.tier].name.toLowerCase()} metric`;
  const sentences = [`${nameOf(metric)}, ${metric.primary ? 'primary ' : ''}${kind}`];
  const values: readonly (readonly [string, string | undefined])[] = [
    ['baseline', metric.baseline],
    ['current', metric.current],
    ['target', metric.target],
    ['threshold', metric.threshold],
  ];
  const written = values.flatMap(([label, value]) => {
    const text = shownText(value);
    return text === undefined ? [] : [`${label} ${text}`];
  });
  if (written.length > 0) sentences.push(written.join(', '));
  sentences.push(`verdict ${VERDICT_WORDS[metric.verdict]}`);
  const [cadence, owner, source] = [shownText(metric.cadence), shownText(metric.owner), shownText(metric.source)];
  if (cadence !== undefined) sentences.push(`looked at ${cadence === 'realTime' ? 'in real time' : cadence}`);
  if (owner !== undefined) sentences.push(`owner ${owner}`);
  if (source !== undefined) sentences.push(`source ${source}`);
  if (drives.length > 0) sentences.push(`drives ${listed(drives)}`);
  if (drivenBy.length > 0) sentences.push(`driven by ${listed(drivenBy)}`);
  sentences.push(...problemWords(metric));
  return `${sentences.join('. ')}.`;
}

function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${String(names.length - MOST_NAMES)} more`;
}
