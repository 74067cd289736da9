import type { AnyArtifact } from '../model/artifact.ts';
import { isHeld } from '../model/retro-state.ts';
import { betCase, betsOf, type BetCase } from '../workspace/bet-case.ts';
import type { Lookup } from '../workspace/lookup.ts';
import { standalonePart, type Part } from '../workspace/part.ts';
import type { Settings } from '../workspace/settings.ts';
import { gateOf, type Gate } from './gate.ts';
import { metricStates } from './metric-states.ts';
import { readinessOf, type Readiness } from './readiness.ts';
import { recommendDecision, recommendFromRetro, type RecommendedDecision } from './recommended-decision.ts';
import { rolloutCase, rolloutOfBet } from './rollout-case.ts';
import { verdictsOf, type Verdicts } from './verdicts.ts';

/** Everything that is computed of an artifact (SPEC 6): always four keys, undefined where one does not apply. */
export interface Computed {
  readonly readiness: Readiness | undefined;
  readonly gate: Gate | undefined;
  readonly decision: RecommendedDecision | undefined;
  readonly verdicts: Verdicts | undefined;
}

const nothing: Computed = { readiness: undefined, gate: undefined, decision: undefined, verdicts: undefined };

/**
 * A bet has all four, as far as its parts are there. A rollout has its gate, a metrics hierarchy its verdicts, and a
 * retro verdicts and the decision that they speak for; with a bet they are that bet's, so that all places say the same.
 */
export function computedOf(artifact: AnyArtifact, lookup: Lookup, settings: Settings): Computed {
  switch (artifact.kind) {
    case 'bet':
      return computedOfBet(betCase(artifact, lookup, settings), lookup, settings);
    case 'rollout':
      return { ...nothing, gate: gateOf(rolloutCase(standalonePart(artifact), lookup, settings), settings) };
    case 'metrics': {
      const part = standalonePart(artifact);
      const [bet, ...more] = betsOf(part, lookup, settings);
      // A hierarchy that several bets share has the values of now: each bet's retro speaks of that bet alone.
      const retro = more.length === 0 ? bet?.retro : undefined;
      const states = metricStates(part, retro, settings.today).filter(({ inHierarchy }) => inHierarchy);
      return { ...nothing, verdicts: verdictsOf(states) };
    }
    case 'retro':
      return computedOfRetro(standalonePart(artifact), lookup, settings);
    case 'launch':
    case 'tracks':
      return nothing;
  }
}

export function computedOfBet(bet: BetCase, lookup: Lookup, settings: Settings): Computed {
  const rollout = rolloutOfBet(bet, lookup, settings);
  const states = metricStates(bet.metrics, bet.retro, settings.today);
  return {
    readiness: readinessOf(bet, settings),
    gate: rollout && gateOf(rollout, settings),
    decision: recommendDecision(bet, states),
    verdicts: bet.metrics || states.length > 0 ? verdictsOf(states) : undefined,
  };
}

function computedOfRetro(part: Part<'retro'>, lookup: Lookup, settings: Settings): Computed {
  const [bet, ...more] = betsOf(part, lookup, settings);
  if (bet && more.length === 0) {
    const { decision, verdicts } = computedOfBet(bet, lookup, settings);
    return { ...nothing, decision, verdicts };
  }
  const states = metricStates(undefined, part, settings.today);
  return {
    ...nothing,
    decision: isHeld(part.model, settings.today) ? recommendFromRetro(part, states) : undefined,
    verdicts: states.length > 0 ? verdictsOf(states) : undefined,
  };
}
