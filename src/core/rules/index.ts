import { hypothesisMissing } from './bet/hypothesis-missing.ts';
import { ownerMissing } from './bet/owner-missing.ts';
import { zombie } from './bet/zombie.ts';
import { conflict } from './document/conflict.ts';
import { placeholder } from './document/placeholder.ts';
import { schema } from './document/schema.ts';
import { syntax } from './document/syntax.ts';
import { unknownField } from './document/unknown-field.ts';
import { cycle } from './metrics/cycle.ts';
import { disconnected } from './metrics/disconnected.ts';
import { guardrailBreached } from './metrics/guardrail-breached.ts';
import { guardrailMissing } from './metrics/guardrail-missing.ts';
import { guardrailThresholdMissing } from './metrics/guardrail-threshold-missing.ts';
import { missing } from './metrics/missing.ts';
import { tierMissing } from './metrics/tier-missing.ts';
import { upsideDown } from './metrics/upside-down.ts';
import { duplicate } from './reference/duplicate.ts';
import { unknown } from './reference/unknown.ts';
import { notScheduled } from './retro/not-scheduled.ts';
import { overdue } from './retro/overdue.ts';
import type { Rule, SubjectName } from './rule.ts';
import { unreadable } from './value/unreadable.ts';

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
  ownerMissing,
  zombie,
  missing,
  tierMissing,
  guardrailMissing,
  guardrailThresholdMissing,
  guardrailBreached,
  disconnected,
  upsideDown,
  cycle,
  notScheduled,
  overdue,
];
