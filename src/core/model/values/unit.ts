import { readDecimal, printDecimal, shift, type Decimal } from './decimal.ts';
import { readNumberAt } from './number.ts';

/** Seconds of every time unit, under the name it is printed with. */
const secondsOf: Readonly<Record<string, string>> = {
  ns: '0.000000001',
  µs: '0.000001',
  ms: '0.001',
  s: '1',
  min: '60',
  h: '3600',
  d: '86400',
  w: '604800',
};

const timeWords = wordsOf({
  ns: 'nanosecond nanoseconds',
  µs: 'us μs usec microsecond microseconds',
  ms: 'msec msecs millis millisecond milliseconds',
  s: 'sec secs second seconds',
  min: 'mins minute minutes',
  h: 'hr hrs hour hours',
  d: 'day days',
  w: 'wk wks week weeks',
});

const otherWords = wordsOf({
  '%': 'percent pct',
  pp: 'ppt ppts p.p %-points %-pts %pts',
  pts: 'pt point points',
  x: '× times',
});

/** Powers of ten. Single letters only where no letter follows, so that `KB` and `min` stay units. */
const multipliers: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  thousand: 3,
  M: 6,
  mn: 6,
  mio: 6,
  million: 6,
  millions: 6,
  B: 9,
  bn: 9,
  mrd: 9,
  billion: 9,
  billions: 9,
};

const currency = /(?:[A-Z]{1,3} ?)?[$€£¥₽₹₩₪₺₴₫฿₱₦]/y;
const currencyCode =
  /(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|SEK|NOK|DKK|PLN|CZK|BRL|MXN|SGD|HKD|ZAR) ?(?=[\d.+-])/y;
const word = /^[\p{L}%‰°$€£¥₽₹₩₪₺₴₫฿₱₦×][\p{L}\d%.'-]*$/u;
const dataSize = /^[kKMGTP]i?[bB](?:ps|\/s)?$/;
const mostWords = 3;

/** Words that turn the text behind a number into a sentence, a comparison or a date, so that it is no unit. */
const noUnit = new Set(
  (
    'a an the of and or to for by in on at if when while unless until till since with without within after before during from then than ' +
    'vs versus is are was were be not no never more less fewer higher lower better worse faster slower longer shorter above below over ' +
    'under up down plus minus increase decrease drop rise fall decline reduction loss gain growth improvement regression degradation worsening baseline ' +
    'target st nd rd th out off around about ' +
    'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december'
  ).split(' '),
);

/** The sign that stands before an amount: `$`, `US$`, `EUR`. */
export function readCurrencyAt(text: string, at: number): { readonly unit: string; readonly end: number } | undefined {
  for (const pattern of [currency, currencyCode]) {
    pattern.lastIndex = at;
    const sign = pattern.exec(text)?.[0];
    if (sign !== undefined) return { unit: withoutBlanks(sign), end: at + sign.length };
  }
  return undefined;
}

/**
 * What stands behind a number: a power of ten and a unit without blanks. `undefined` where it is a sentence and no unit.
 * `afterCurrency` is the sign that stood before the number; with it a small `m` means million.
 */
export function readUnit(
  rest: string,
  afterCurrency: string,
): { readonly power: number; readonly unit: string } | undefined {
  const scaled = splitMultiplier(rest.trim(), afterCurrency !== '');
  const tail = unitOfTail(scaled.rest);
  if (tail === undefined) return undefined;
  const sign = /\p{Sc}/u.exec(tail)?.[0];
  const isMisplaced = sign !== undefined && (afterCurrency !== '' || !tail.startsWith(sign));
  if (isMisplaced) return undefined;
  return { power: scaled.power, unit: afterCurrency + tail };
}

/** The power of ten that stands behind a number at an offset, glued to it or after a blank: `10k`, `2 million`. */
export function multiplierAt(text: string, at: number): { readonly power: number; readonly end: number } {
  const name = /^ ?([A-Za-z]{1,8})(?![\p{L}\d])/u.exec(text.slice(at, at + 12));
  const power = name?.[1] === undefined ? undefined : multiplierOf(name[1], false);
  return name === null || power === undefined ? { power: 0, end: at } : { power, end: at + name[0].length };
}

/** Two units compare where their keys are equal. Case and a plural make no difference, but `Mb` are not `MB`. */
export function unitKey(unit: string | undefined): string {
  if (unit === undefined) return '';
  const slash = unit.indexOf('/');
  const keys = slash < 0 ? [wordKey(unit)] : [wordKey(unit.slice(0, slash)), perKey(unit.slice(slash + 1))];
  return keys.join('/');
}

/** Seconds in one of a time unit, else `undefined`. */
export function secondsIn(unit: string | undefined): Decimal | undefined {
  const seconds = unit === undefined ? undefined : Object.hasOwn(secondsOf, unit) ? secondsOf[unit] : undefined;
  return seconds === undefined ? undefined : readDecimal(seconds);
}

function splitMultiplier(rest: string, isMoney: boolean): { readonly power: number; readonly rest: string } {
  const name = /^[A-Za-z]{1,8}(?![\p{L}\d])/u.exec(rest)?.[0];
  const power = name === undefined ? undefined : multiplierOf(name, isMoney);
  const behind = power === undefined ? rest : rest.slice(name?.length).replace(/^\./, '');
  // `50+` and `10k+`: the plus says "at least", which a target means anyway.
  return { power: power ?? 0, rest: behind.replace(/^\+/, '').trimStart() };
}

function multiplierOf(name: string, isMoney: boolean): number | undefined {
  if (isMoney && name === 'm') return 6;
  const key = name.length === 1 ? name : name.toLowerCase();
  return Object.hasOwn(multipliers, key) ? multipliers[key] : undefined;
}

function unitOfTail(tail: string): string | undefined {
  if (tail === '') return '';
  const percent = percentTail(tail);
  if (percent !== undefined) return percent;
  const [own = '', ...denominators] = tail
    .replace(/^(?:out )?of (?=\d)/i, '/')
    .replace(/ ?\bper (?!cent)/gi, '/')
    .split('/');
  // `10/1/22` is a date that nobody can read.
  if (denominators.length > 2 || (denominators.length === 2 && denominators.some(each => /^ ?\d/.test(each))))
    return undefined;
  const subject = subjectOf(own.trim());
  if (subject === undefined) return undefined;
  const parts = denominators.map(denominator => denominatorOf(denominator.trim()));
  return parts.includes(undefined) ? undefined : [subject, ...parts].join('/');
}

/** `% of users` is `%`; of the baseline it is something else. */
function percentTail(tail: string): string | undefined {
  const match = /^(?:%|percent|per cent|pct)\+?(?: of ([\p{L}\d' -]{1,80}))?$/iu.exec(tail);
  if (match === null) return undefined;
  return match[1] !== undefined && /\b(?:baseline|target|goal)\b/i.test(match[1]) ? undefined : '%';
}

function subjectOf(text: string): string | undefined {
  if (text === '') return '';
  const spelled = text.replace(/\bper cent\b/i, '%').replace(/^(?:percentage|percent|%)[ -]points?$/i, 'pp');
  const known = knownWord(spelled.toLowerCase());
  if (known !== undefined) return known;
  const growth = /^% ?([MWYQD]o[MWYQD])$/i.exec(spelled);
  if (growth !== null) return `%${growth[1] ?? ''}`;
  if (/^%./.test(spelled)) return undefined;
  return plainWords(spelled);
}

function denominatorOf(text: string): string | undefined {
  const number = readNumberAt(text, 0);
  if (number === undefined) return text === '' ? undefined : plainWords(text);
  const counted = splitMultiplier(text.slice(number.end).trim(), false).rest;
  return counted === '' || plainWords(counted) !== undefined ? withoutBlanks(text) : undefined;
}

function plainWords(text: string): string | undefined {
  const words = text.split(' ');
  const fits =
    words.length <= mostWords &&
    words.every(each => word.test(each) && !/^e\d/i.test(each) && !noUnit.has(each.toLowerCase()));
  return fits ? words.join('') : undefined;
}

function knownWord(text: string): string | undefined {
  return timeWords.get(text) ?? otherWords.get(text);
}

function wordKey(unit: string): string {
  if (dataSize.test(unit)) return unit.replace(/^K/, 'k');
  const lower = unit.toLowerCase();
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

/** `/day`, `/days` and `/d` are one, and so are `/1K users` and `/1,000 users`. */
function perKey(denominator: string): string {
  return denominator
    .split('/')
    .map(each => {
      const number = readNumberAt(each, 0);
      if (number === undefined) return knownWord(each.toLowerCase()) ?? wordKey(each);
      const { power, rest } = splitMultiplier(each.slice(number.end), false);
      return printDecimal(shift(number.value, power)) + wordKey(rest);
    })
    .join('/');
}

function withoutBlanks(text: string): string {
  return text.replace(/ /g, '');
}

function wordsOf(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([unit, words]) => [unit, ...words.split(' ')].map(each => [each, unit] as const)),
  );
}
