import {
  compareDecimals,
  decimalOf,
  multiply,
  negate,
  numberOf,
  readDecimal,
  subtract,
  zero,
  type Decimal,
} from './values/decimal.ts';
import { compareQuantities, type Quantity } from './values/quantity.ts';
import { secondsIn } from './values/unit.ts';

/** How far of the way from baseline to target the current value is. */
export interface Progress {
  /** 0 at the baseline, 1 at the target; below 0 where it moved the wrong way. */
  readonly share: number;
  /** Decided exactly: 90 % of the way is close (SPEC 8, "Quantities"). */
  readonly isClose: boolean;
}

const nine = decimalOf(9);
const ten = decimalOf(10);

/** Undefined where the units do not compare, or the target is the baseline. */
export function progressBetween(baseline: Quantity, target: Quantity, current: Quantity): Progress | undefined {
  if (compareQuantities(baseline, target) === undefined || compareQuantities(baseline, current) === undefined)
    return undefined;
  const from = inOneUnit(baseline);
  const way = subtract(inOneUnit(target), from);
  const gone = subtract(inOneUnit(current), from);
  const side = compareDecimals(way, zero);
  if (side === 0) return undefined;
  const left = subtract(multiply(gone, ten), multiply(way, nine));
  const isClose = compareDecimals(side > 0 ? left : negate(left), zero) >= 0;
  return { share: numberOf(gone) / numberOf(way), isClose };
}

function inOneUnit(quantity: Quantity): Decimal {
  const seconds = secondsIn(quantity.unit) ?? readDecimal('1');
  return multiply(decimalOf(quantity.value), seconds ?? decimalOf(1));
}
