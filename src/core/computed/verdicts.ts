import { currentOf } from '../model/current.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MetricState } from './metric-states.ts';
import { quoted, reasonAt, short, type Reason } from './reason.ts';

/** How one metric stands, and why (SPEC 6, "Verdict of a metric"). */
export interface MetricVerdict {
  readonly value: Verdict;
  readonly reasons: readonly Reason[];
}

/** By metric id, in the order of the hierarchy; of two metrics with one id the first is told. */
export type Verdicts = Readonly<Record<string, MetricVerdict>>;

export function verdictsOf(states: readonly MetricState[]): Verdicts {
  const verdicts = new Map<string, MetricVerdict>();
  for (const state of states) {
    const { id } = state.metric;
    if (id === '' || verdicts.has(id)) continue;
    verdicts.set(id, { value: state.verdict, reasons: [verdictReason(state)] });
  }
  return Object.fromEntries(verdicts);
}

/** Why the metric stands as it does, at its value where it has one, else at what is missing. */
export function verdictReason(state: MetricState): Reason {
  const { file, span } = state.value ?? state.place;
  return reasonAt(file, span, `${quoted(state.metric.name)} ${verdictWords(state)}.`);
}

function verdictWords({ metric: { tier, metric }, verdict }: MetricState): string {
  const value = short(currentOf(metric)?.text ?? '');
  const target = short(metric.target?.text ?? '');
  const limit = short(metric.threshold?.text ?? '');
  switch (verdict) {
    case 'hit':
      return `is at ${value}, and its target of ${target} is reached`;
    case 'close':
      return `is at ${value}, at least 90% of the way from ${short(metric.baseline?.text ?? '')} to ${target}`;
    case 'missed':
      return `is at ${value}, and its target is ${target}`;
    case 'within':
      return `is at ${value}, within its threshold (${limit})`;
    case 'alert':
      return `is at ${value}: within its threshold (${limit}), and past its alert (${short(metric.alertAt?.text ?? '')})`;
    case 'breached':
      return `is at ${value}, outside its threshold (${limit})`;
    case 'unknown':
      return unknownWords(tier === 'guardrails' ? metric.threshold : metric.target, metric, tier === 'guardrails');
  }
}

interface Written {
  readonly text: string;
  readonly quantity?: unknown;
  readonly threshold?: unknown;
}

function unknownWords(aim: Written | undefined, metric: MetricState['metric']['metric'], guardrail: boolean): string {
  const current = currentOf(metric);
  const aimName = guardrail ? 'threshold' : 'target';
  if (current === undefined) return 'has no current value';
  if (current.quantity === undefined) return `has a value that can't be read: ${short(current.text)}`;
  if (aim === undefined) return `has no ${aimName}`;
  if (aim.quantity === undefined && aim.threshold === undefined)
    return `has a ${aimName} that can't be read: ${short(aim.text)}`;
  return `can't be judged: ${short(current.text)} and ${short(aim.text)} do not compare`;
}
