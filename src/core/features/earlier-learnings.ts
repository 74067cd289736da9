import { gatherLearnings, type Learning } from '../computed/learnings.ts';
import { metricsOf } from '../model/tiers.ts';
import { betsOf, type BetCase } from '../workspace/bet-case.ts';
import type { Lookup } from '../workspace/lookup.ts';
import type { Settings } from '../workspace/settings.ts';

/** Earlier bets are looked for by metric only, and of each metric at so many places: a common one is in every bet. */
const mostPlaces = 50;

/** What concluded bets taught on the metrics of a bet that is not over itself. */
export function earlierLearnings(bet: BetCase, lookup: Lookup, settings: Settings): readonly Learning[] {
  if (bet.status === 'concluded') return [];
  const others = new Map<BetCase['artifact'], BetCase>();
  const metrics = bet.metrics ? metricsOf(bet.metrics.model) : [];
  for (const { tier, id } of metrics) {
    if (tier === 'guardrails' || id === '') continue;
    for (const { part } of lookup.metricsCalled(id).slice(0, mostPlaces))
      for (const other of betsOf(part, lookup, settings)) others.set(other.artifact, other);
  }
  return gatherLearnings(others.values())
    .about(bet)
    .filter(({ shared }) => shared === 'metric');
}
