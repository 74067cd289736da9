import { currentOf } from '../model/current.ts';
import { metricKey, type TieredMetric } from '../model/tiers.ts';
import type { Bet } from '../model/types.gen.ts';
import { checkThreshold, readThreshold } from '../model/values/threshold.ts';
import { triggersOf } from '../workspace/rollback.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import type { WrittenFields } from './fix.ts';

type Category = NonNullable<Bet['category']>['word'];

interface Candidate {
  readonly name: string;
  readonly threshold: string;
  readonly alertAt: string;
  readonly cadence: 'realTime' | 'daily';
  readonly onBreach: 'rollback' | 'pause' | 'investigate';
}

const errors: Candidate = {
  name: 'Error rate',
  threshold: '< 2%',
  alertAt: '< 1.5%',
  cadence: 'realTime',
  onBreach: 'rollback',
};
const tickets: Candidate = {
  name: 'Support tickets per day',
  threshold: '<= baseline + 10%',
  alertAt: '<= baseline + 5%',
  cadence: 'daily',
  onBreach: 'pause',
};
const speed: Candidate = {
  name: 'Response time',
  threshold: '<= baseline + 10%',
  alertAt: '<= baseline + 5%',
  cadence: 'realTime',
  onBreach: 'rollback',
};
const leaving: Candidate = {
  name: 'Unsubscribes and cancellations',
  threshold: '<= baseline + 5%',
  alertAt: '<= baseline + 2%',
  cadence: 'daily',
  onBreach: 'pause',
};
const availability: Candidate = {
  name: 'Availability',
  threshold: '>= 99.5%',
  alertAt: '>= 99.8%',
  cadence: 'realTime',
  onBreach: 'rollback',
};
const completion: Candidate = {
  name: 'Completion of the main task',
  threshold: '>= baseline - 2%',
  alertAt: '>= baseline - 1%',
  cadence: 'daily',
  onBreach: 'pause',
};

/** What a bet of each kind most easily pays for its success with. */
const byCategory: Readonly<Record<Category, readonly Candidate[]>> = {
  valueCreation: [errors, tickets],
  growth: [leaving, tickets],
  platform: [errors, speed, availability],
  trust: [errors, completion],
  moat: [speed, tickets],
};

/** Metrics that triggers of a bet's rollout name and nobody has come first, then what such a bet has to watch. */
export function guardrailCandidates(
  metrics: readonly TieredMetric[],
  bets: readonly BetCase[],
): readonly WrittenFields[] {
  const known = new Set(metrics.flatMap(({ id, name }) => [metricKey(id), metricKey(name)]));
  const wanted = bets
    .flatMap(bet => triggersOf(bet.rollout, [bet]))
    .flatMap(({ trigger }) => trigger.metric?.id.trim() ?? [])
    .filter(name => name !== '' && !known.has(metricKey(name)));
  const category = bets.map(({ bet }) => bet.category?.word).find(word => word !== undefined);
  const named = [...new Map(wanted.map(name => [metricKey(name), name])).values()];
  if (named.length > 0) return named.slice(0, 5).map(guardrailNamed);
  const free = byCategory[category ?? 'valueCreation'].filter(({ name }) => !known.has(metricKey(name)));
  return (free.length > 0 ? free : [completion]).map(fieldsOf);
}

function fieldsOf(candidate: Candidate): WrittenFields {
  return { ...candidate };
}

function limitsFor(name: string): WrittenFields {
  const { threshold, alertAt, cadence, onBreach } = usualFor(name);
  return { threshold, alertAt, cadence, onBreach };
}

/** A guardrail of this name with a limit that such a thing often has. */
export function guardrailNamed(name: string): WrittenFields {
  return { name: asName(name), ...limitsFor(name) };
}

/** `error-rate`, which a trigger calls it by, is the id of "Error rate". */
function asName(reference: string): string {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(reference)) return reference;
  const words = reference.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function usualFor(name: string): Candidate {
  if (/error|crash|fail|fault|bug/i.test(name)) return errors;
  if (/avail|uptime/i.test(name)) return availability;
  if (/conver|complet|success|retention|satisf|nps|csat|activ/i.test(name)) return completion;
  if (/churn|cancel|unsub|refund/i.test(name)) return leaving;
  return speed;
}

/** Limits that a guardrail could have, and keeps now: against its own baseline where it has one, else what such a thing often has. */
export function thresholdCandidates({ name, metric }: TieredMetric): readonly string[] {
  const { baseline, direction } = metric;
  const usual = usualFor(name);
  const isPlain = usual === errors || usual === availability;
  const isHigherBetter = direction ? direction.word === 'increase' : usual.threshold.startsWith('>');
  const againstBaseline = isHigherBetter ? ['>= baseline - 5%', '>= baseline'] : ['<= baseline + 10%', '<= baseline'];
  const candidates = baseline ? againstBaseline : [usual.threshold];
  const also = baseline && isPlain ? [usual.threshold] : [];
  const current = currentOf(metric)?.quantity;
  return [...candidates, ...also].filter(text => {
    const threshold = readThreshold(text, direction?.word);
    if (threshold === undefined) return false;
    return current === undefined || checkThreshold(threshold, current, baseline?.quantity) !== 'broken';
  });
}
