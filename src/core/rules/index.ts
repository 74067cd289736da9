import { criteriaMissing } from './bet/criteria-missing.ts';
import { hypothesisForm } from './bet/hypothesis-form.ts';
import { hypothesisMissing } from './bet/hypothesis-missing.ts';
import { iterationLimit } from './bet/iteration-limit.ts';
import { iterationSameHypothesis } from './bet/iteration-same-hypothesis.ts';
import { ownerMissing } from './bet/owner-missing.ts';
import { shipAndForget } from './bet/ship-and-forget.ts';
import { timeboxMissing } from './bet/timebox-missing.ts';
import { tooManyP0 } from './bet/too-many-p0.ts';
import { zombie } from './bet/zombie.ts';
import { conflict } from './document/conflict.ts';
import { placeholder } from './document/placeholder.ts';
import { schema } from './document/schema.ts';
import { syntax } from './document/syntax.ts';
import { unknownField } from './document/unknown-field.ts';
import { ignoreNoReason } from './ignore/no-reason.ts';
import { ignoreUnused } from './ignore/unused.ts';
import { adoptionMissing } from './launch/adoption-missing.ts';
import { checklistOpen } from './launch/checklist-open.ts';
import { componentLate } from './launch/component-late.ts';
import { launchMissing } from './launch/missing.ts';
import { launchOwnerMissing } from './launch/owner-missing.ts';
import { launchTierMissing } from './launch/tier-missing.ts';
import { cadence } from './metrics/cadence.ts';
import { cycle } from './metrics/cycle.ts';
import { disconnected } from './metrics/disconnected.ts';
import { guardrailAlertMissing } from './metrics/guardrail-alert-missing.ts';
import { guardrailBreached } from './metrics/guardrail-breached.ts';
import { guardrailMissing } from './metrics/guardrail-missing.ts';
import { guardrailThresholdMissing } from './metrics/guardrail-threshold-missing.ts';
import { missing } from './metrics/missing.ts';
import { notInstrumented } from './metrics/not-instrumented.ts';
import { primaryMissing } from './metrics/primary-missing.ts';
import { tierMissing } from './metrics/tier-missing.ts';
import { upsideDown } from './metrics/upside-down.ts';
import { vanity } from './metrics/vanity.ts';
import { duplicate } from './reference/duplicate.ts';
import { unknown } from './reference/unknown.ts';
import { contradictsEvidence } from './retro/contradicts-evidence.ts';
import { decisionMissing } from './retro/decision-missing.ts';
import { dueSoon } from './retro/due-soon.ts';
import { hypothesisUnresolved } from './retro/hypothesis-unresolved.ts';
import { learningsMissing } from './retro/learnings-missing.ts';
import { newHypothesisMissing } from './retro/new-hypothesis-missing.ts';
import { nextStepsUnowned } from './retro/next-steps-unowned.ts';
import { notScheduled } from './retro/not-scheduled.ts';
import { overdue } from './retro/overdue.ts';
import { bigBang } from './rollout/big-bang.ts';
import { exitCriteriaMissing } from './rollout/exit-criteria-missing.ts';
import { flagMissing } from './rollout/flag-missing.ts';
import { flagNotCleanedUp } from './rollout/flag-not-cleaned-up.ts';
import { gateSkipped } from './rollout/gate-skipped.ts';
import { guardrailNotATrigger } from './rollout/guardrail-not-a-trigger.ts';
import { rolloutMissing } from './rollout/missing.ts';
import { rollbackOwnerMissing } from './rollout/rollback-owner-missing.ts';
import { stageOrder } from './rollout/stage-order.ts';
import { stageOverrun } from './rollout/stage-overrun.ts';
import { triggerMissing } from './rollout/trigger-missing.ts';
import { triggerUnknownMetric } from './rollout/trigger-unknown-metric.ts';
import { allocationSum } from './tracks/allocation-sum.ts';
import { noDiscovery } from './tracks/no-discovery.ts';
import { overlap } from './tracks/overlap.ts';
import { unreadable } from './value/unreadable.ts';
import type { Rule, SubjectName } from './rule.ts';

/** A rule of any subject, told apart by `about`. */
export type AnyRule = { readonly [About in SubjectName]: Rule<About> }[SubjectName];

/** The table of rules: settings, documentation, the command line's help and the checks are all derived from it. */
export const rules: readonly AnyRule[] = [
  syntax,
  schema,
  unknownField,
  conflict,
  placeholder,
  unreadable,
  unknown,
  duplicate,
  hypothesisMissing,
  hypothesisForm,
  ownerMissing,
  timeboxMissing,
  criteriaMissing,
  shipAndForget,
  zombie,
  iterationLimit,
  iterationSameHypothesis,
  tooManyP0,
  missing,
  tierMissing,
  guardrailMissing,
  guardrailThresholdMissing,
  guardrailAlertMissing,
  guardrailBreached,
  primaryMissing,
  disconnected,
  vanity,
  upsideDown,
  cycle,
  cadence,
  notInstrumented,
  rolloutMissing,
  bigBang,
  stageOrder,
  exitCriteriaMissing,
  gateSkipped,
  stageOverrun,
  flagMissing,
  flagNotCleanedUp,
  triggerMissing,
  triggerUnknownMetric,
  guardrailNotATrigger,
  rollbackOwnerMissing,
  notScheduled,
  dueSoon,
  overdue,
  decisionMissing,
  contradictsEvidence,
  hypothesisUnresolved,
  learningsMissing,
  nextStepsUnowned,
  newHypothesisMissing,
  launchMissing,
  launchTierMissing,
  componentLate,
  launchOwnerMissing,
  checklistOpen,
  adoptionMissing,
  allocationSum,
  noDiscovery,
  overlap,
  ignoreNoReason,
  ignoreUnused,
];
