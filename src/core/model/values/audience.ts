import { remembered } from '../../text/remembered.ts';
import { numberOf, shift } from './decimal.ts';
import { readNumberAt } from './number.ts';
import { withoutPlaceholders } from './placeholder.ts';
import { splitRemark, tidy } from './words.ts';
import { multiplierAt } from './unit.ts';

/** Whom a stage reaches, as far as the words say. In its JSON form as it stands. */
export interface Audience {
  readonly text?: string;
  /** Share of all users, where the stage ends: `5-10%` and `5% → 10%` are 10. Of a team or of employees it is none. */
  readonly percent?: number;
  /** How many, at most: `5-10 friendly customers` are 10. */
  readonly size?: number;
  /** Who: the name before a count in parentheses (`Testers (500)`), or of whom a share is taken that is not of all users. */
  readonly segment?: string;
}

const everyone = new Set(
  (
    'all|everyone|everybody|all users|all customers|all accounts|all segments|all traffic|all tenants|all organizations|all organisations|' +
    'all workspaces|all visitors|all devices|all markets|all regions|every user|every customer|entire user base|the entire user base|' +
    'whole user base|the whole user base|full user base|full release|full rollout|full audience|full traffic|full'
  ).split('|'),
);
const percentSign = /(?: ?%| percent\b| per cent\b)/y;
const step = /(?: ?(?:->|→|=>|-|,|\/|\bto\b|\bthen\b) ?)/y;
const ownPeople =
  /\b(?:internal|employees?|staff|colleagues|dogfood\w{0,10}|company|(?:the|our|product|engineering|whole|own|internal) (?:\w{1,20} )?team)\b/i;
const notPeople =
  /^(?:%|percent|per cent|min|minutes?|h|hours?|days?|weeks?|months?|quarters?|sprints?|countr|regions?|markets?|cit(?:y|ies)|states?\b|languages?|locales?|teams?\b|squads?|segments?|cohorts?|st|nd|rd|th|x\b|pp)/i;
const beforeCount =
  /^(?:[~≈]|(?:about|around|up to|the first|first|the|our|top|max\.?|at most|some|size|target|audience|of):? )? ?/i;

/**
 * Reads the words for an audience; what is not understood stays in `text`. A range counts with its upper bound, a row of steps with its last.
 * `100%`, `all` and `everyone` are 100; a number that counts weeks, countries or teams is no size, and a placeholder no number.
 */
export const readAudience = remembered((text: string): Audience => {
  const written = text.trim();
  const plain = tidy(text);
  if (plain === undefined) return { text: written };
  const filled = withoutPlaceholders(plain);
  if (isEveryone(filled)) return { text: written, percent: 100 };
  const percent = readShare(filled);
  if (percent !== undefined) return { text: written, ...percent };
  return { text: written, ...readCount(filled) };
});

function isEveryone(text: string): boolean {
  const { main, remark = '' } = splitRemark(text);
  return everyone.has(main.toLowerCase()) && !ownPeople.test(remark);
}

/** The first percentage, or the end of the range or row of steps that it begins. */
function readShare(text: string): Pick<Audience, 'percent' | 'segment'> | undefined {
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text, at) || /[\p{L}\d.,]/u.test(text.charAt(at - 1))) continue;
    const row = readRowAt(text, at);
    if (row?.isPercent) return shareOf(row.numbers, text.slice(row.end));
    at = Math.max(at, (row?.end ?? at + 1) - 1);
  }
  return undefined;
}

function shareOf(numbers: readonly number[], behind: string): Pick<Audience, 'percent' | 'segment'> | undefined {
  const last = numbers.at(-1);
  // A range that runs backwards is a slip: neither end is what was meant.
  if (last === undefined || (numbers.length === 2 && last < (numbers[0] ?? last))) return undefined;
  const group = /^(?: of)? ([^,;()]{1,80})/i.exec(behind)?.[1]?.trim();
  return group !== undefined && ownPeople.test(group)
    ? { segment: group.replace(/^(?:the|our) /i, '') }
    : { percent: last };
}

function readRowAt(
  text: string,
  start: number,
): { readonly numbers: readonly number[]; readonly isPercent: boolean; readonly end: number } | undefined {
  const numbers: number[] = [];
  let at = start;
  let isPercent = false;
  for (;;) {
    const number = readNumberAt(text, at);
    if (number === undefined) break;
    numbers.push(numberOf(number.value));
    at = number.end;
    const sign = lengthAt(percentSign, text, at);
    isPercent = sign > 0;
    at += sign;
    const gap = lengthAt(step, text, at);
    const isRow = isPercent || /^(?:-| ?to ?)$/.test(text.slice(at, at + gap));
    if (gap === 0 || !isRow || !isDigit(text, at + gap)) break;
    at += gap;
  }
  return numbers.length === 0 ? undefined : { numbers, isPercent, end: at };
}

/** A count stands first in a part of the text (`Internal: 40 people`, `Team (25)`), or behind `of`. */
function readCount(text: string): Pick<Audience, 'size' | 'segment'> {
  const parts = text.split(/[();:+]|,(?!\d)| - | of (?=\d)/);
  for (const [index, part] of parts.entries()) {
    const isOnlyNumberEnough = index > 0;
    const size = countOf(part.trim(), isOnlyNumberEnough);
    if (size === undefined) continue;
    const name = /^([^\d(),;:+]{1,80}) \([^()]{1,40}\)$/.exec(text)?.[1];
    return name === undefined ? { size } : { size, segment: name };
  }
  return {};
}

function countOf(part: string, isOnlyNumberEnough: boolean): number | undefined {
  const at = beforeCount.exec(part)?.[0].length ?? 0;
  const first = readNumberAt(part, at);
  if (first === undefined) return undefined;
  const gap = lengthAt(/ ?(?:-|\bto\b|\bor\b) ?/y, part, first.end);
  const second = gap === 0 ? undefined : readNumberAt(part, first.end + gap);
  const upper = second ?? first;
  const { power, end } = multiplierAt(part, upper.end);
  const behind = part.slice(end).replace(/^\+/, '');
  const isCounted = behind === '' ? isOnlyNumberEnough : /^ \p{L}/u.test(behind) && !notPeople.test(behind.trimStart());
  const size = numberOf(shift(upper.value, power));
  const isInOrder = numberOf(first.value) <= size;
  return isCounted && isInOrder && Number.isSafeInteger(size) ? size : undefined;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at));
}
