import { currentOf } from '../model/current.ts';
import type { NumberValue } from '../model/located.ts';
import { movementOf } from '../model/verdict.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import type { Part } from '../workspace/part.ts';
import type { MetricState } from './metric-states.ts';
import { quoted, reasonAt, short, type Place, type Reason } from './reason.ts';
import { verdictReason } from './verdicts.ts';

/** What the results speak for (SPEC 6): advice beside the decision that people make. */
export interface RecommendedDecision {
  readonly value: 'scale' | 'iterate' | 'kill' | 'inconclusive';
  /** The clauses that led to it, never none. */
  readonly reasons: readonly Reason[];
  /** What is missing, whatever the value: nobody wrote it, or it can't be read or compared. */
  readonly missing: readonly Missing[];
}

export interface Missing extends Reason {
  /** The id of the metric whose value is missing; absent where no metric is primary. */
  readonly metric?: string;
}

/** From this iteration on there is no other: scale or kill (seed: Iteration Limits). */
const lastIteration = 3;

/** Undefined until the bet has shipped: before that there are no results. */
export function recommendDecision(bet: BetCase, states: readonly MetricState[]): RecommendedDecision | undefined {
  if (!bet.shipped) return undefined;
  const { artifact, metrics, retro } = bet;
  const place = metrics ? { file: metrics.file, span: metrics.anchor } : { file: artifact.file, span: artifact.anchor };
  const missing = missingFrom(states, place);
  const early = earlyDecision(retro, missing);
  if (early) return early;
  return { ...lastRound(decideByNumbers(states), states, bet), missing };
}

/** The same from a retro that stands alone, by what its own rows say. It knows of no iteration. */
export function recommendFromRetro(retro: Part<'retro'>, states: readonly MetricState[]): RecommendedDecision {
  const missing = missingFrom(states, { file: retro.file, span: retro.anchor });
  return earlyDecision(retro, missing) ?? { ...decideByNumbers(states), missing };
}

/** A disproved hypothesis is `kill` whatever is missing; else nothing can be said while something is. */
function earlyDecision(retro: Part<'retro'> | undefined, missing: readonly Missing[]): RecommendedDecision | undefined {
  const result = retro?.model.hypothesis?.result;
  if (retro && result?.word === 'disproved') {
    return { value: 'kill', reasons: [reasonAt(retro.file, result.span, 'The hypothesis was disproved.')], missing };
  }
  if (missing.length === 0) return undefined;
  return { value: 'inconclusive', reasons: missing.map(({ text, file, span }) => ({ text, file, span })), missing };
}

interface ByNumbers {
  readonly value: 'scale' | 'iterate' | 'kill';
  readonly reasons: readonly Reason[];
}

/** Every value is there: what the primary metrics and the guardrails say. */
function decideByNumbers(states: readonly MetricState[]): ByNumbers {
  const primaries = states.filter(({ primary }) => primary);
  const reasons = [...primaries.map(primaryReason), ...states.filter(isBreached).map(verdictReason)];
  if (primaries.every(({ verdict }) => verdict === 'hit'))
    return { value: states.some(isBreached) ? 'iterate' : 'scale', reasons };
  // Of several primary metrics, one that moved is a signal that is worth another try.
  const moved = primaries.some(({ verdict, metric }) => verdict === 'hit' || movementOf(metric.metric) === 'better');
  return { value: moved ? 'iterate' : 'kill', reasons };
}

/** At the third iteration there is no other one: close enough is scaled, everything else is over. */
function lastRound(decided: ByNumbers, states: readonly MetricState[], { bet, artifact }: BetCase): ByNumbers {
  const number = bet.iteration?.number;
  if (decided.value !== 'iterate' || number === undefined || number.number < lastIteration) return decided;
  const close = states.every(({ primary, verdict }) => !primary || verdict === 'hit' || verdict === 'close');
  const value = close && !states.some(isBreached) ? 'scale' : 'kill';
  return { value, reasons: [...decided.reasons, lastRoundReason(number, artifact.file, value)] };
}

function lastRoundReason(number: NumberValue, file: string, value: 'scale' | 'kill'): Reason {
  const why = value === 'scale' ? 'and it is close enough to scale' : 'and it is not close enough to scale';
  return reasonAt(file, number.span, `This is iteration ${number.number}, after which there is no other, ${why}.`);
}

function isBreached({ verdict }: MetricState): boolean {
  return verdict === 'breached';
}

/** What the primary metrics lack, and guardrails of which nobody knows whether they held (SPEC 8). */
function missingFrom(states: readonly MetricState[], place: Place): readonly Missing[] {
  const primaries = states.filter(({ primary }) => primary);
  const guardrails = states.filter(({ metric, verdict }) => metric.tier === 'guardrails' && verdict === 'unknown');
  return [
    ...(primaries.length === 0 ? [{ text: 'No primary metric is named that would decide the bet.', ...place }] : []),
    ...primaries.flatMap(state => missingInPrimary(state) ?? []),
    ...guardrails.map(state => ({ ...verdictReason(state), metric: state.metric.id })),
  ];
}

/** Where the target is reached, the baseline is not needed; else it tells whether the metric moved. */
function missingInPrimary(state: MetricState): Missing | undefined {
  const { metric, verdict, place } = state;
  if (verdict === 'unknown') return { ...verdictReason(state), metric: metric.id };
  if (verdict === 'hit' || movementOf(metric.metric) !== 'unknown') return undefined;
  const { baseline } = metric.metric;
  const text = baseline
    ? `The baseline of ${quoted(metric.name)} can't be read or compared: ${short(baseline.text)}.`
    : `${quoted(metric.name)} has no baseline, so that nobody can say whether it moved.`;
  return { text, file: place.file, span: baseline?.span ?? place.span, metric: metric.id };
}

/** Of a metric that is not there, also whether it moved at all. */
function primaryReason(state: MetricState): Reason {
  const movement = state.verdict === 'hit' ? 'better' : movementOf(state.metric.metric);
  if (movement === 'better' || movement === 'unknown') return verdictReason(state);
  const { file, span } = state.value ?? state.place;
  const { metric } = state.metric;
  const moved = movement === 'none' ? 'did not move' : 'moved the wrong way';
  const text = `${quoted(state.metric.name)} ${moved}: it is at ${short(currentOf(metric)?.text ?? '')}, from ${short(metric.baseline?.text ?? '')}.`;
  return reasonAt(file, span, text);
}
