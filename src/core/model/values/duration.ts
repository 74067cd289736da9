import { remembered } from '../../text/remembered.ts';
import { addDays, addMonths, daysBetween, type Day } from './date.ts';
import { readNumberAt } from './number.ts';
import { numberOf } from './decimal.ts';
import { splitRemark, tidy } from './words.ts';

/** A length of time: whole calendar months, then days (a fraction for hours and minutes). */
export interface Length {
  readonly months: number;
  readonly days: number;
  /** All of it in days where there is no start to count months from: a month is 30, a quarter 91, a year 365. */
  readonly nominalDays: number;
}

/** Both lengths are absent together, for what never ends (`ongoing`). */
export interface Duration {
  /** What was written, trimmed. */
  readonly text: string;
  readonly shortest?: Length;
  readonly longest?: Length;
}

const open = new Set(
  (
    'ongoing|on-going|permanent|permanently|always|always on|always-on|continuous|continuously|indefinite|indefinitely|' +
    'open-ended|open ended|open end|forever|unlimited|no end|no end date|until further notice'
  ).split('|'),
);
const nothing: Length = { months: 0, days: 0, nominalDays: 0 };
const partsOfDay: Readonly<Record<string, number>> = { min: 1440, h: 24 };
const wholeDayUnits: Readonly<Record<string, number>> = { d: 1, w: 7, fortnight: 14 };
const calendarUnits: Readonly<Record<string, readonly [months: number, nominalDays: number]>> = {
  mo: [1, 30],
  q: [3, 91],
  y: [12, 365],
};
const unitWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    min: 'min mins minute minutes',
    h: 'h hr hrs hour hours',
    d: 'd day days',
    w: 'w wk wks week weeks',
    fortnight: 'fortnight fortnights',
    mo: 'mo mos mth mths month months',
    q: 'q qtr quarter quarters',
    y: 'y yr yrs year years',
  }).flatMap(([unit, words]) => words.split(' ').map(word => [word, unit] as const)),
);
const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const iso =
  /^p(?=[\dt])(?:([\d.,]+)y)?(?:([\d.,]+)m)?(?:([\d.,]+)w)?(?:([\d.,]+)d)?(?:t(?=\d)(?:([\d.,]+)h)?(?:([\d.,]+)m)?)?$/;
const isoUnits = ['y', 'mo', 'w', 'd', 'h', 'min'];
const rangeMark = / ?(?:->|-|→|\bto\b|\bor\b|\.\.) ?/;
/** A hundred years: what is longer is a slip of the keyboard. */
const mostDays = 36525;

/**
 * Reads `2w`, `10d`, `3mo`, `1q`, `24h`, `15 min`, `1-2 weeks`, `4 hours to 1 day`, `one week`, `up to 3 days`, `P2W`, `ongoing`.
 * `undefined` for bare numbers, sprints, working days, weeks of a calendar (`Week 3`), `m` (months or minutes?) and ranges that run backwards.
 */
export function readDuration(text: string): Duration | undefined {
  return durationIn(text) ?? undefined;
}

const durationIn = remembered(text => readDurationAnew(text) ?? null);

function readDurationAnew(text: string): Duration | undefined {
  const plain = tidy(text)?.toLowerCase();
  if (plain === undefined) return undefined;
  const { main } = splitRemark(
    plain.replace(/^(?:[~≈] ?|(?:about|around|roughly|approximately|approx\.?|circa|ca\.?) )/, ''),
  );
  if (open.has(main)) return { text: text.trim() };
  const bounds = readBounds(main);
  if (bounds === undefined) return undefined;
  const [shortest, longest] = bounds;
  const isInOrder = shortest.nominalDays <= longest.nominalDays && longest.nominalDays <= mostDays;
  return isInOrder ? { text: text.trim(), shortest, longest } : undefined;
}

/**
 * The day on which something of this duration ends, `undefined` if it never does. Eight weeks from a Monday end on a Monday.
 * Part of a day does not move the day: 36 hours from Monday end on Tuesday.
 */
export function endOf(start: Day, duration: Duration, bound: 'longest' | 'shortest'): Day | undefined {
  const length = duration[bound];
  return length && addDays(addMonths(start, length.months), wholeDays(length.days));
}

/** Shortest and longest in days, `undefined` for what never ends. Months count from the start; without one a month is 30 days and a quarter 91. */
export function daysOf(duration: Duration, start?: Day): readonly [number, number] | undefined {
  const { shortest, longest } = duration;
  if (shortest === undefined || longest === undefined) return undefined;
  return [countDays(shortest, start), countDays(longest, start)];
}

function countDays(length: Length, start: Day | undefined): number {
  if (start === undefined) return length.nominalDays;
  return daysBetween(start, addMonths(start, length.months)) + length.days;
}

/** Sums of hours and minutes may miss the whole day by a rounding error. */
function wholeDays(days: number): number {
  return Math.floor(days + 1e-9);
}

function readBounds(main: string): readonly [Length, Length] | undefined {
  const isoLength = readIso(main);
  if (isoLength !== undefined) return [isoLength, isoLength];
  const atMost = /^(?:up to|at most|no more than|max\.?|maximum|<|<=|≤) ?/.exec(main);
  if (atMost !== null) {
    const longest = readLength(main.slice(atMost[0].length));
    return longest && [nothing, longest];
  }
  const single = readLength(main);
  if (single !== undefined) return [single, single];
  const isBetween = main.startsWith('between ');
  return readRange(isBetween ? main.slice(8).replace(' and ', ' to ') : main.replace(/^from /, ''));
}

/** `1-2 weeks`, `24h - 48h`, `4 hours to 1 day`: the first number takes the unit of the second where it has none. */
function readRange(main: string): readonly [Length, Length] | undefined {
  const dash = rangeMark.exec(main);
  if (dash === null || dash.index === 0) return undefined;
  const first = main.slice(0, dash.index);
  const second = main.slice(dash.index + dash[0].length);
  const longest = readLength(second);
  const shortest = readLength(first) ?? readLength(`${first} ${lastWord(second)}`);
  return shortest && longest && [shortest, longest];
}

/** One or more numbers with their units: `2w`, `2-week`, `1 week 3 days`, `1h30min`. */
function readLength(text: string): Length | undefined {
  let at = 0;
  let sum: Length | undefined;
  while (at < text.length) {
    const count = readCountAt(text, at);
    if (count === undefined) return undefined;
    const unit = /^[ -]?([a-z]+)(?: (?:and )?|$|(?=\d))/.exec(text.slice(count.end, count.end + 16));
    const name = unitWords.get(unit?.[1] ?? '');
    if (unit === null || name === undefined) return undefined;
    sum = addLengths(sum, lengthOf(count.value, name));
    at = count.end + unit[0].length;
  }
  return sum;
}

function readCountAt(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const number = readNumberAt(text, at);
  if (number !== undefined) return { value: numberOf(number.value), end: number.end };
  const word = /^(?:half an?|an?|[a-z]+)(?=[ -])/.exec(text.slice(at, at + 12))?.[0];
  if (word === undefined) return undefined;
  const value = word.startsWith('half') ? 0.5 : /^an?$/.test(word) ? 1 : numberWords.indexOf(word);
  return value < 0 ? undefined : { value, end: at + word.length };
}

function readIso(text: string): Length | undefined {
  const parts = iso.exec(text);
  if (parts === null) return undefined;
  let sum: Length | undefined;
  for (const [index, unit] of isoUnits.entries()) {
    const written = parts[index + 1];
    if (written === undefined) continue;
    const count = readNumberAt(written, 0);
    if (count?.end !== written.length) return undefined;
    sum = addLengths(sum, lengthOf(numberOf(count.value), unit));
  }
  return sum;
}

/** Half a month is fifteen days. */
function lengthOf(count: number, unit: string): Length {
  const calendar = calendarUnits[unit];
  if (calendar === undefined) {
    const days = (count * (wholeDayUnits[unit] ?? 1)) / (partsOfDay[unit] ?? 1);
    return { months: 0, days, nominalDays: days };
  }
  const [monthsEach, nominalEach] = calendar;
  const months = Math.floor(monthsEach * count + 1e-9);
  const days = Math.max(0, monthsEach * count - months) * 30;
  return { months, days, nominalDays: nominalEach * count };
}

function addLengths(a: Length | undefined, b: Length): Length {
  if (a === undefined) return b;
  return { months: a.months + b.months, days: a.days + b.days, nominalDays: a.nominalDays + b.nominalDays };
}

function lastWord(text: string): string {
  return /[a-z]+$/.exec(text.slice(-12))?.[0] ?? '';
}
