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
  notScheduled,
  dueSoon,
  overdue,
  decisionMissing,
  contradictsEvidence,
  hypothesisUnresolved,
  learningsMissing,
  nextStepsUnowned,
  newHypothesisMissing,
];
