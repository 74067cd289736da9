import { remembered } from '../../text/remembered.ts';
import { againstBaseline } from './baseline-phrase.ts';
import { readComparison, type Comparison, type Direction, type Operator, type Side } from './comparison-words.ts';
import {
  applyRelative,
  compareQuantities,
  levelOf,
  readAmount,
  readQuantity,
  type Amount,
  type Quantity,
} from './quantity.ts';
import { takeStatistic } from './statistic.ts';
import { secondsIn } from './unit.ts';
import { longestReadable, splitRemark, tidy } from './words.ts';

/** A comparison that holds while all is well. In its JSON form as it stands. */
export interface Threshold {
  /** What was written, trimmed. */
  readonly text: string;
  readonly op: Operator;
  /** The limit; with `of` what is added to the baseline (`baseline + 1pp` is 1, `5% below baseline` is -5), for `within` how far from it. */
  readonly value: number;
  readonly unit?: string;
  readonly of?: 'baseline';
  /** `P95`, `median` or `mean`, where the comparison is of one. */
  readonly statistic?: string;
}

/** A window or deadline behind the comparison (`for 15 min`, `by 2026-09-30`): it says when, and not how much. */
const condition = / (?:for|after|within|by|over|during|in|until|on|at|since|before|across|through|throughout)\b/gi;
/** What makes a comparison conditional, double or the trigger of an action, so that one comparison does not say what holds. */
const notOneComparison =
  /→|->|;|\b(?:and|or|if|unless|but|else|then|except|when|while|vs|versus|baseline|not|no|never)\b|[<>=≤≥≦≧±]/i;

/**
 * Reads what a guardrail has to keep to: a symbol or words and a quantity, alone or against the baseline. A bare quantity and `no worse than`
 * take their side from `direction` and without it are unreadable. So is what says when something is wrong (`exceeds 5%`, `> 5% → revert`), a range
 * and every sentence: a guess could pass a guardrail that is broken. A condition behind it stays in `text` alone.
 */
export function readThreshold(text: string, direction?: Direction): Threshold | undefined {
  return parse(text, direction && { bare: direction === 'decrease' ? '<=' : '>=', direction });
}

/**
 * Reads where a guardrail alerts. A bare quantity takes the threshold's side; a comparison is kept as written, whichever way it is meant:
 * {@link isPastAlert} knows. `exceeds`, `drops below` and `rises above` are read here.
 */
export function readAlertAt(text: string, threshold: Threshold | undefined): Threshold | undefined {
  if (text.length > longestReadable) return undefined;
  const written = text.trim();
  const comparison = written
    .replace(
      /^(?:(?:alert|warn) )?(?:(?:when|if|at|once) )?(?:it )?(?:(?:drops?|falls?|goes|dips?|rises?|climbs?|gets|is) )?(?=\S)/i,
      '',
    )
    .replace(/^exceed(?:s|ing)? /i, '> ')
    .replace(/^reach(?:es|ing)? /i, '');
  const read = parse(comparison, threshold && { bare: threshold.op, direction: directionOf(threshold.op) });
  return read && { ...read, text: written };
}

/** Whether a value keeps to the threshold. `undefined` where the units do not compare, or the baseline that it is about is missing. */
export function checkThreshold(
  threshold: Threshold,
  current: Amount,
  baseline?: Amount,
): 'holds' | 'broken' | undefined {
  const level = levelOf(current, baseline);
  const from = baseline && levelOf(baseline);
  if (threshold.op === 'within') return checkWithin(threshold, level, from);
  const limit = limitOf(threshold, threshold.value, from);
  const order = limit && compareQuantities(level, limit);
  if (order === undefined) return undefined;
  return keeps(threshold.op, order) ? 'holds' : 'broken';
}

/**
 * Whether a value has passed where the guardrail alerts. `alertAt: < 1.5%` beside `threshold: < 2%` is the stricter side of the same comparison;
 * `alertAt: > 1.5%` beside it, or beside no threshold, is the alarm itself.
 */
export function isPastAlert(
  alertAt: Threshold,
  threshold: Threshold | undefined,
  current: Amount,
  baseline?: Amount,
): boolean | undefined {
  const verdict = checkThreshold(alertAt, current, baseline);
  if (verdict === undefined) return undefined;
  const isSameSide = threshold !== undefined && sideOf(alertAt.op) === sideOf(threshold.op);
  return verdict === (isSameSide ? 'broken' : 'holds');
}

/** Reads a target, which people write as a quantity or as what is to be reached (`>= 60%`, `at least 60%`, `< 300 ms P95`). */
export function readTarget(text: string): Quantity | undefined {
  return targetIn(text) ?? undefined;
}

const targetIn = remembered(text => readTargetAnew(text) ?? null);

function readTargetAnew(text: string): Quantity | undefined {
  const quantity = readQuantity(text) ?? readWithDeadline(text);
  if (quantity !== undefined) return quantity;
  const threshold = parse(text, undefined);
  if (threshold === undefined || threshold.op === 'within' || threshold.of !== undefined) return undefined;
  return { text: threshold.text, value: threshold.value, ...unitOf(threshold.unit) };
}

/** `45% by Q2`: the deadline says when, and not how much. */
function readWithDeadline(text: string): Quantity | undefined {
  const behind = text.length > longestReadable ? -1 : text.search(/ (?:by|until|before)\b/i);
  if (behind <= 0 || notOneComparison.test(text.slice(behind))) return undefined;
  const quantity = readQuantity(text.slice(0, behind));
  return quantity && { ...quantity, text: text.trim() };
}

/** The direction in which a value gets better, as far as a comparison tells. */
export function directionOf(op: Operator): Direction | undefined {
  if (op === 'within') return undefined;
  return sideOf(op) === 'below' ? 'decrease' : 'increase';
}

/** The comparisons that were read last, by the side that bare ones took. */
const parsers = new Map<string, (text: string) => Threshold | null>();

function parse(text: string, side: Side | undefined): Threshold | undefined {
  const key = side === undefined ? '' : `${side.bare} ${side.direction ?? ''}`;
  let parser = parsers.get(key);
  if (parser === undefined) parsers.set(key, (parser = remembered(comparison => parseAnew(comparison, side) ?? null)));
  return parser(text) ?? undefined;
}

function parseAnew(text: string, side: Side | undefined): Threshold | undefined {
  const plain = tidy(text);
  if (plain === undefined) return undefined;
  const { rest, statistic } = takeStatistic(plain);
  const said = readComparison(withoutRemark(rest), side);
  if (said === undefined) return undefined;
  const relation = readRelation(said, side?.direction);
  return relation && { text: text.trim(), ...relation, ...(statistic === undefined ? {} : { statistic }) };
}

type Relation = Omit<Threshold, 'text'>;

/** The comparison without the condition that may stand behind it: the shortest condition that leaves something readable. */
function readRelation(said: Comparison, direction: Direction | undefined): Relation | undefined {
  const whole = againstBaseline(said, direction);
  if (whole !== undefined) return whole;
  for (const cut of cuts(said.rest)) {
    if (notOneComparison.test(said.rest.slice(cut))) continue;
    const { rest, statistic } = takeStatistic(said.rest.slice(0, cut));
    const part = { ...said, rest };
    const read = againstBaseline(part, direction) ?? absolute(part);
    if (read !== undefined) return { ...read, ...(statistic === undefined ? {} : { statistic }) };
  }
  return undefined;
}

function cuts(rest: string): readonly number[] {
  return [...Array.from(rest.matchAll(condition), found => found.index).slice(0, 4), rest.length].reverse();
}

function absolute({ op, manner, rest }: Comparison): Relation | undefined {
  const amount = readAmount(rest);
  if (amount === undefined) return undefined;
  const limit = { value: amount.value, ...unitOf(amount.unit) };
  if (op !== 'within') return { op, ...limit };
  // Within five minutes is at most five minutes; within five per cent needs something to be near to.
  return manner !== 'bare' && secondsIn(amount.unit) !== undefined ? { op: '<=', ...limit } : undefined;
}

function checkWithin(threshold: Threshold, current: Amount, baseline: Amount | undefined) {
  const limits = [-threshold.value, threshold.value].map(value => limitOf(threshold, value, baseline));
  const orders = limits.map(limit => limit && compareQuantities(current, limit));
  const [toFirst, toSecond] = orders;
  if (toFirst === undefined || toSecond === undefined) return undefined;
  // A negative baseline swaps the two limits of a percentage.
  return toFirst * toSecond <= 0 ? 'holds' : 'broken';
}

/** The level that a comparison with the baseline comes to, for `within` the lower and the upper one; undefined where units do not fit. */
export function limitsOf(threshold: Threshold, baseline: Amount): readonly Amount[] | undefined {
  const values = threshold.op === 'within' ? [-threshold.value, threshold.value] : [threshold.value];
  const limits = values.flatMap(value => limitOf(threshold, value, levelOf(baseline)) ?? []);
  return limits.length === values.length ? limits.sort((a, b) => a.value - b.value) : undefined;
}

function limitOf(threshold: Threshold, value: number, baseline: Amount | undefined): Amount | undefined {
  const limit: Amount = { value, ...unitOf(threshold.unit) };
  if (threshold.of === undefined) return limit;
  if (baseline === undefined) return undefined;
  return value === 0 && threshold.unit === undefined ? baseline : applyRelative(baseline, limit);
}

function keeps(op: Exclude<Operator, 'within'>, order: -1 | 0 | 1): boolean {
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

function sideOf(op: Operator): 'below' | 'above' | 'near' {
  return op === 'within' ? 'near' : op.startsWith('<') ? 'below' : 'above';
}

function withoutRemark(text: string): string {
  const { main, remark } = splitRemark(text);
  return remark === undefined || notOneComparison.test(remark) || /\brelative\b/i.test(remark) ? text : main;
}

function unitOf(unit: string | undefined): { readonly unit?: string } {
  return unit === undefined ? {} : { unit };
}
