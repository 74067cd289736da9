import { anchorOf } from '../../model/located.ts';
import type { Day } from '../../model/values/date.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import type { Part, PartKind } from '../../workspace/part.ts';
import type { Place, Reason } from '../reason.ts';

export type PointValue = 'met' | 'notMet' | 'notApplicable';

/** One point of readiness, and why it is as it is. There is always a reason. */
export interface PointState {
  readonly value: PointValue;
  readonly reasons: readonly Reason[];
}

/** How one point of the quality list is decided. */
export type PointCheck = (bet: BetCase, today: Day) => PointState;

export function met(...reasons: readonly Reason[]): PointState {
  return { value: 'met', reasons };
}

export function notMet(...reasons: readonly Reason[]): PointState {
  return { value: 'notMet', reasons };
}

/** Not met where anything stands against it, else met for the reason given. */
export function metUnless(against: readonly Reason[], reason: () => Reason): PointState {
  return against.length > 0 ? { value: 'notMet', reasons: against } : met(reason());
}

/** Not met because a part is not there at all, or because what the bet names can't be found (SPEC 8: what is missing is not met). */
export function partMissing(bet: BetCase, kind: PartKind, missing: string): PointState {
  const written = bet.bet[kind];
  const text = written?.type === 'reference' ? `The ${kind} that the bet names can't be found.` : missing;
  return notMet({ text, ...partPlace(bet, kind) });
}

/** Where something about a part stands that is not there: at the bet's reference to it, else at the bet. */
export function partPlace(bet: BetCase, kind: PartKind): Place {
  const written = bet.bet[kind];
  const span = written?.type === 'reference' ? written.span : bet.artifact.anchor;
  return { file: bet.artifact.file, span };
}

/** Where something about one field of a part stands: at the field's key, else where the part is anchored. */
export function fieldPlace(part: Part, field: Parameters<typeof anchorOf>[0] | undefined): Place {
  return { file: part.file, span: field ? anchorOf(field) : part.anchor };
}
