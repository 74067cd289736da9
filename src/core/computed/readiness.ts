import type { Day } from '../model/values/date.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import { criteria } from './readiness/criteria.ts';
import { flagged } from './readiness/flagged.ts';
import { gtm } from './readiness/gtm.ts';
import { guarded } from './readiness/guarded.ts';
import { instrumented } from './readiness/instrumented.ts';
import type { PointCheck, PointState } from './readiness/point.ts';
import { retro } from './readiness/retro.ts';
import { staged } from './readiness/staged.ts';

/** The seven points of the quality list before GA (seed: Delivery Quality Checklist), in its order. */
export const readinessPoints = ['staged', 'flagged', 'instrumented', 'guarded', 'gtm', 'retro', 'criteria'] as const;

export type ReadinessPoint = (typeof readinessPoints)[number];

export type Readiness = Readonly<Record<ReadinessPoint, PointState>>;

const checks: Readonly<Record<ReadinessPoint, PointCheck>> = {
  staged,
  flagged,
  instrumented,
  guarded,
  gtm,
  retro,
  criteria,
};

/** Whether a bet is ready for general availability, point by point (SPEC 6 and 8). */
export function readinessOf(bet: BetCase, { today }: { readonly today: Day }): Readiness {
  return {
    staged: checks.staged(bet, today),
    flagged: checks.flagged(bet, today),
    instrumented: checks.instrumented(bet, today),
    guarded: checks.guarded(bet, today),
    gtm: checks.gtm(bet, today),
    retro: checks.retro(bet, today),
    criteria: checks.criteria(bet, today),
  };
}

/** One point alone. */
export function readinessPoint(point: ReadinessPoint, bet: BetCase, { today }: { readonly today: Day }): PointState {
  return checks[point](bet, today);
}

/** How many of the points that apply are met. */
export function readinessCount(readiness: Readiness): { readonly met: number; readonly of: number } {
  const states = readinessPoints.map(point => readiness[point].value).filter(value => value !== 'notApplicable');
  return { met: states.filter(value => value === 'met').length, of: states.length };
}
