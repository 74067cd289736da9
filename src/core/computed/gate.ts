import { currentOf } from '../model/current.ts';
import { currentStage, gaIndex, stageTitle, type StagePlace } from '../model/stages.ts';
import type { TieredMetric } from '../model/tiers.ts';
import type { Day } from '../model/values/date.ts';
import { verdictOf } from '../model/verdict.ts';
import { durationHolds } from './gate/duration.ts';
import { exitHolds } from './gate/exit.ts';
import { guardrailHolds } from './gate/guardrails.ts';
import { launchHolds } from './gate/launch.ts';
import { leadingHolds } from './gate/leading.ts';
import { guardrailActions, type GuardrailAction } from './guardrail-actions.ts';
import { metricSpan, quoted, reasonAt, short, type Reason } from './reason.ts';
import type { RolloutCase } from './rollout-case.ts';

/** Whether a rollout may go on from the stage it is in (SPEC 6). It is advice; people decide. */
export interface Gate {
  readonly value: 'advance' | 'hold' | 'rollBack';
  /** What the stage is called. */
  readonly stage: string;
  readonly at: StagePlace;
  /** All that lead to the value, never none. */
  readonly reasons: readonly Reason[];
}

/** Undefined before the first stage has started, and once GA has. */
export function gateOf(rollout: RolloutCase, { today }: { readonly today: Day }): Gate | undefined {
  const at = currentStage(rollout.part.model, today);
  if (at === undefined) return undefined;
  const ga = gaIndex(rollout.part.model);
  if (ga !== undefined && at.index >= ga) return undefined;
  const stage = stageTitle(at.stage, at.index);
  const breaches = rollBackReasons(rollout);
  if (breaches.length > 0) return { value: 'rollBack', stage, at, reasons: breaches };
  const holds = [
    ...exitHolds(rollout, at, today),
    ...durationHolds(rollout, at, today),
    ...guardrailHolds(rollout),
    ...leadingHolds(rollout),
    ...launchHolds(rollout, at, today),
  ];
  if (holds.length > 0) return { value: 'hold', stage, at, reasons: holds };
  return { value: 'advance', stage, at, reasons: advanceReasons(rollout, at) };
}

/** A breached guardrail whose action or trigger is rollback: the breach, and what asks for the rollback. */
function rollBackReasons({ guardrails, triggers }: RolloutCase): readonly Reason[] {
  const breached = guardrails.filter(({ metric }) => verdictOf(metric) === 'breached');
  if (breached.length === 0) return [];
  const actions = guardrailActions(guardrails, triggers);
  return breached.flatMap(({ metric, file }) => {
    const asked = (actions.get(metric) ?? []).filter(({ action }) => action === 'rollback');
    return asked.length === 0 ? [] : [breachReason(metric, file), ...asked.map(action => askedReason(metric, action))];
  });
}

function breachReason(guardrail: TieredMetric, file: string): Reason {
  const { metric, name } = guardrail;
  const current = currentOf(metric);
  const threshold = short(metric.threshold?.text ?? '');
  const text = `${quoted(name)} is breached: it is at ${short(current?.text ?? '')}, outside its threshold (${threshold}).`;
  return reasonAt(file, current?.span ?? metricSpan(guardrail), text);
}

function askedReason({ name }: TieredMetric, { by, file, span }: GuardrailAction): Reason {
  const what = by === 'trigger' ? 'This trigger' : 'Its action';
  return reasonAt(file, span, `${what} says to roll back when ${quoted(name)} is breached.`);
}

function advanceReasons({ part, guardrails, leading }: RolloutCase, { stage }: StagePlace): readonly Reason[] {
  const { duration, exit, started } = stage;
  const reasons = [reasonAt(part.file, exit?.key ?? (stage.stage ?? stage).span, 'All exit criteria are met.')];
  if (duration?.duration?.shortest && started) {
    const text = `The stage has run its shortest duration (${short(duration.text)}).`;
    reasons.push(reasonAt(part.file, started.span, text));
  }
  const [guardrail] = guardrails;
  if (guardrail) {
    reasons.push(reasonAt(guardrail.file, metricSpan(guardrail.metric), 'Every guardrail is within its threshold.'));
  }
  const [signal] = leading;
  if (signal) {
    const text = 'No leading metric is known to be worse than its baseline.';
    reasons.push(reasonAt(signal.file, metricSpan(signal.metric), text));
  }
  return reasons;
}
