import { metricKey, metricsOf, type TieredMetric } from '../model/tiers.ts';
import { betsOf, type BetCase } from '../workspace/bet-case.ts';
import type { Lookup } from '../workspace/lookup.ts';
import type { Part } from '../workspace/part.ts';
import { triggersOf, type PlacedTrigger } from '../workspace/rollback.ts';
import type { Settings } from '../workspace/settings.ts';
import type { PlacedMetric } from './guardrail-actions.ts';

/** A rollout with the bets that it serves, and the metrics by which it is judged. */
export interface RolloutCase {
  readonly part: Part<'rollout'>;
  readonly bets: readonly BetCase[];
  /** Of its bets' hierarchies, and those elsewhere that its triggers name. */
  readonly guardrails: readonly PlacedMetric[];
  readonly leading: readonly PlacedMetric[];
  /** What makes it roll back, wherever that is written. */
  readonly triggers: readonly PlacedTrigger[];
}

/** The rollout of a bet, together with whatever else it serves. */
export function rolloutOfBet(bet: BetCase, lookup: Lookup, settings: Settings): RolloutCase | undefined {
  const part = bet.rollout;
  if (part === undefined) return undefined;
  if (part.embedded) return caseOf(part, [bet], lookup);
  const others = betsOf(part, lookup, settings).filter(other => other.artifact !== bet.artifact);
  return caseOf(part, [bet, ...others], lookup);
}

export function rolloutCase(part: Part<'rollout'>, lookup: Lookup, settings: Settings): RolloutCase {
  return caseOf(part, betsOf(part, lookup, settings), lookup);
}

function caseOf(part: Part<'rollout'>, bets: readonly BetCase[], lookup: Lookup): RolloutCase {
  const hierarchies = new Map(bets.flatMap(({ metrics }) => (metrics ? [[metrics.model, metrics] as const] : [])));
  const placed = [...hierarchies.values()].flatMap(({ model, file }) =>
    metricsOf(model).map(metric => ({ metric, file })),
  );
  const inTier = (tier: TieredMetric['tier']) => placed.filter(({ metric }) => metric.tier === tier);
  const triggers = triggersOf(part, bets);
  return {
    part,
    bets,
    guardrails: [...inTier('guardrails'), ...guardrailsElsewhere(triggers, placed, lookup)],
    leading: inTier('leading'),
    triggers,
  };
}

/** A trigger may name a guardrail of the company's: it is taken where the workspace has exactly one of that name (SPEC 8, "Ids and names"). */
function guardrailsElsewhere(
  triggers: readonly PlacedTrigger[],
  near: readonly PlacedMetric[],
  lookup: Lookup,
): readonly PlacedMetric[] {
  const known = new Set(near.flatMap(({ metric }) => [metricKey(metric.id), metricKey(metric.name)]));
  const found: PlacedMetric[] = [];
  for (const { trigger } of triggers) {
    const reference = trigger.metric;
    if (reference === undefined || known.has(metricKey(reference.id))) continue;
    known.add(metricKey(reference.id));
    const [place, ...more] = lookup.metricsCalled(reference.id);
    if (place && more.length === 0 && place.metric.tier === 'guardrails')
      found.push({ metric: place.metric, file: place.part.file });
  }
  return found;
}
