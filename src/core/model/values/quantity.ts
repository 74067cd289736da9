import { remembered } from '../../text/remembered.ts';
import {
  add,
  compareDecimals,
  decimalOf,
  multiply,
  negate,
  numberOf,
  printDecimal,
  shift,
  type Decimal,
} from './decimal.ts';
import { readNumberAt } from './number.ts';
import { takeStatistic } from './statistic.ts';
import { readCurrencyAt, readUnit, secondsIn, unitKey } from './unit.ts';
import { splitRemark, tidy } from './words.ts';

/** A number with its unit, as people write it. Without `relative` this is its JSON form too. */
export interface Quantity {
  /** What was written, trimmed. */
  readonly text: string;
  /** Powers of ten are applied: `$4.2M` is 4200000. Always finite, and never `-0`. */
  readonly value: number;
  /** Without blanks, a currency sign first: `$`, `%`, `pp`, `/day`, `/5`, `tickets/week`; times are `ms`, `s`, `min`, `h`, `d`, `w`. */
  readonly unit?: string;
  /** Written with a sign that means a change (`+5pp`, `-10%`): counts from the baseline where there is one. */
  readonly relative?: true;
}

/** What two amounts need for a comparison; a quantity and the limit of a threshold both have it. */
export type Amount = Pick<Quantity, 'value' | 'unit' | 'relative'>;

const approximately = /^(?:[~≈] ?|(?:about|around|roughly|approximately|approx\.?|circa|ca\.?) )+/i;
const remarkThatMatters = /\b(?:relative|compared|versus|vs|(?:of|over|above|below) (?:the )?baseline)\b/i;
/** Units whose negative numbers are changes; a plain `-5` is a number below zero. */
const changeUnits = new Set(['%', 'pp', 'pts', 'x']);

/**
 * Reads one quantity of a metric, or `undefined`: a range, a change from one number to another, a list, a comparison, a date or a sentence
 * is none. A remark in parentheses, `~`, `of users` behind a percentage and a statistic (`280 ms P95`) are dropped; `text` keeps them.
 */
export function readQuantity(text: string): Quantity | undefined {
  return quantityIn(text) ?? undefined;
}

const quantityIn = remembered(text => readQuantityAnew(text) ?? null);

function readQuantityAnew(text: string): Quantity | undefined {
  const plain = tidy(text);
  if (plain === undefined) return undefined;
  const { main, remark } = splitRemark(plain);
  if (remark !== undefined && remarkThatMatters.test(remark)) return undefined;
  const amount = readAmount(takeStatistic(main).rest);
  return amount && { text: text.trim(), ...amount };
}

/** The number and unit that a tidied text consists of. */
export function readAmount(plain: string): Amount | undefined {
  let at = approximately.exec(plain)?.[0].length ?? 0;
  let sign = signAt(plain, at);
  if (sign !== '') at = skipBlank(plain, at + 1);
  const money = readCurrencyAt(plain, at);
  if (money !== undefined) at = skipBlank(plain, money.end);
  if (money !== undefined && sign === '') {
    sign = signAt(plain, at);
    if (sign !== '') at = skipBlank(plain, at + 1);
  }
  const number = readNumberAt(plain, at);
  if (number === undefined) return undefined;
  const behind = readUnit(plain.slice(number.end), money?.unit ?? '');
  if (behind === undefined) return undefined;
  const magnitude = shift(number.value, behind.power);
  const value = numberOf(sign === '-' ? negate(magnitude) : magnitude);
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return undefined;
  const isChange = sign === '+' || (sign === '-' && changeUnits.has(behind.unit));
  return {
    value,
    ...(behind.unit === '' ? {} : { unit: behind.unit }),
    ...(isChange ? { relative: true as const } : {}),
  };
}

/** Exact in decimals, and for times across units. `undefined` where units do not compare: `0.05` and `5%` do not, nor a change and a level. */
export function compareQuantities(a: Amount, b: Amount): -1 | 0 | 1 | undefined {
  if (a.relative !== b.relative) return undefined;
  const secondsA = secondsIn(a.unit);
  const secondsB = secondsIn(b.unit);
  if (secondsA && secondsB) {
    return compareDecimals(multiply(decimalOf(a.value), secondsA), multiply(decimalOf(b.value), secondsB));
  }
  return unitKey(a.unit) === unitKey(b.unit) ? compareDecimals(decimalOf(a.value), decimalOf(b.value)) : undefined;
}

/** The level of an amount: a change counts from the baseline where there is one that is a level itself, and else is the number it is. */
export function levelOf(amount: Amount, baseline?: Amount): Amount {
  if (!amount.relative) return amount;
  const plain: Amount = { value: amount.value, ...(amount.unit === undefined ? {} : { unit: amount.unit }) };
  return (baseline && applyRelative(baseline, plain)) ?? plain;
}

/**
 * The level that a change from a baseline means: `38%` and `+5pp` are 43 %, `200 ms` and `+10%` are 220 ms, `40` and `+5` are 45.
 * A percentage is always a share of the baseline, percentage points are added to a percentage. `undefined` where the units do not fit.
 */
export function applyRelative(baseline: Amount, change: Amount): Quantity | undefined {
  if (baseline.relative) return undefined;
  const from = decimalOf(baseline.value);
  const by = decimalOf(change.value);
  if (change.unit === '%') return quantity(add(from, shift(multiply(from, by), -2)), baseline.unit);
  if (change.unit === 'pp' && baseline.unit === '%') return quantity(add(from, by), '%');
  if (change.unit === 'pts') return quantity(add(from, by), baseline.unit);
  if (unitKey(baseline.unit) === unitKey(change.unit)) return quantity(add(from, by), baseline.unit);
  return addTimes(baseline, change);
}

/** A time in the unit of another one, rounded to what people read; undefined where they have one unit, or are no times. */
export function inUnitOf(amount: Amount, other: Pick<Amount, 'unit'>): Amount | undefined {
  const own = secondsIn(amount.unit);
  const wanted = secondsIn(other.unit);
  if (own === undefined || wanted === undefined || amount.unit === other.unit) return undefined;
  const value = Number(((amount.value * numberOf(own)) / numberOf(wanted)).toPrecision(4));
  return { value, ...(other.unit === undefined ? {} : { unit: other.unit }) };
}

/** A quantity as text: `$4200000`, `$49/month`, `4.5/5`, `45%`, `1.2 s`. */
export function printQuantity({ value, unit = '', relative }: Amount): string {
  const digits = printDecimal(decimalOf(value));
  const signed = relative && value >= 0 ? `+${digits}` : digits;
  const money = /^[A-Z]{0,3}\p{Sc}/u.exec(unit)?.[0];
  if (money !== undefined) {
    const number = `${money}${signed.replace(/^[+-]/, '')}${separated(unit.slice(money.length))}`;
    return /^[+-]/.test(signed) ? signed.charAt(0) + number : number;
  }
  return signed + separated(unit);
}

function addTimes(baseline: Amount, change: Amount): Quantity | undefined {
  const perBaseline = secondsIn(baseline.unit);
  const perChange = secondsIn(change.unit);
  if (perBaseline === undefined || perChange === undefined) return undefined;
  const seconds = add(multiply(decimalOf(baseline.value), perBaseline), multiply(decimalOf(change.value), perChange));
  return quantity(seconds, 's');
}

function quantity(value: Decimal, unit: string | undefined): Quantity {
  const amount: Amount = { value: numberOf(value), ...(unit === undefined ? {} : { unit }) };
  return { text: printQuantity(amount), ...amount };
}

function separated(unit: string): string {
  return unit === '' || /^[%/]/.test(unit) ? unit : ` ${unit}`;
}

function signAt(text: string, at: number): '+' | '-' | '' {
  const character = text.charAt(at);
  return character === '+' || character === '-' ? character : '';
}

function skipBlank(text: string, at: number): number {
  return text.charAt(at) === ' ' ? at + 1 : at;
}
