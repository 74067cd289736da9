import { currentStage, gaIndex, stageTitle, type StagePlace } from '../model/stages.ts';
import type { Day } from '../model/values/date.ts';
import { verdictOf } from '../model/verdict.ts';
import { durationHolds } from './gate/duration.ts';
import { exitHolds } from './gate/exit.ts';
import { guardrailHolds } from './gate/guardrails.ts';
import { launchHolds } from './gate/launch.ts';
import { leadingHolds } from './gate/leading.ts';
import { guardrailActions } from './guardrail-actions.ts';
import { metricSpan, quoted, reasonAt, short, type Reason } from './reason.ts';
import type { RolloutCase } from './rollout-case.ts';
import { currentOf } from '../model/current.ts';

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
function rollBackReasons({ guardrails, part }: RolloutCase): readonly Reason[] {
  const actions = guardrailActions(guardrails, part);
  return guardrails.flatMap(({ metric, file }) => {
    const asked = (actions.get(metric) ?? []).filter(({ action }) => action === 'rollback');
    if (asked.length === 0 || verdictOf(metric) !== 'breached') return [];
    const current = currentOf(metric.metric);
    const breach = `${quoted(metric.name)} is breached: it is at ${short(current?.text ?? '')}, outside its threshold (${short(metric.metric.threshold?.text ?? '')}).`;
    return [
      reasonAt(file, (current ?? metric.metric).span, breach),
      ...asked.map(({ file: where, span, by }) =>
        reasonAt(
          where,
          span,
          `${by === 'trigger' ? 'This trigger' : 'Its action'} says to roll back when ${quoted(metric.name)} is breached.`,
        ),
      ),
    ];
  });
}

function advanceReasons({ part, guardrails, leading }: RolloutCase, { stage }: StagePlace): readonly Reason[] {
  const place = stage.exit?.key ?? (stage.stage ?? stage).span;
  const first = guardrails[0];
  return [
    reasonAt(part.file, place, 'All exit criteria are met.'),
    ...(stage.duration && stage.started
      ? [
          reasonAt(
            part.file,
            stage.started.span,
            `The stage has run its shortest duration of ${short(stage.duration.text)}.`,
          ),
        ]
      : []),
    ...(first ? [reasonAt(first.file, metricSpan(first.metric), 'Every guardrail is within its threshold.')] : []),
    ...(leading[0]
      ? [
          reasonAt(
            leading[0].file,
            metricSpan(leading[0].metric),
            'No leading metric is known to be worse than its baseline.',
          ),
        ]
      : []),
  ];
}
