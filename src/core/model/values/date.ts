import { remembered } from '../../text/remembered.ts';
import { splitRemark, tidy } from './words.ts';

declare const dayBrand: unique symbol;

/**
 * A calendar day as ISO text, `2026-11-22`: it prints as it is, and `<` and `===` order and compare it. It has no clock and no time zone,
 * so a day with a change to summer time is as long as any other. From 0001-01-01 to 9999-12-31.
 */
export type Day = string & { readonly [dayBrand]: true };

export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const clock = /^[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?))?$/;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const firstNumber = dayNumberOf(1, 1, 1);
const lastNumber = dayNumberOf(9999, 12, 31);

/**
 * Reads an ISO day, or the day that an ISO date and time writes, whatever its zone. A remark in parentheses may follow.
 * `undefined` for every other form and for days that do not exist (`2027-02-29`).
 */
export function readDate(text: string): Day | undefined {
  return dayIn(text) ?? undefined;
}

const dayIn = remembered(text => readDateAnew(text) ?? null);

function readDateAnew(text: string): Day | undefined {
  const bare = dayFromText(text);
  if (bare !== undefined) return bare;
  const plain = tidy(text);
  if (plain === undefined) return undefined;
  const { main } = splitRemark(plain);
  const time = main.slice(10);
  return time === '' || isTime(time) ? dayFromText(main.slice(0, 10)) : undefined;
}

/** Reads `2026-01-05 - 2026-03-02`, also with an en dash, an arrow, `to` or `until`. A range that ends before it starts is unreadable. */
export function readDateRange(text: string): DayRange | undefined {
  const plain = tidy(text);
  const parts =
    plain === undefined ? null : /^(?:from )?(\S{10}) ?(?:-|→|->|to|until|till|\.\.|\/) ?(\S{10})$/i.exec(plain);
  const start = dayFromText(parts?.[1] ?? '');
  const end = dayFromText(parts?.[2] ?? '');
  return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined;
}

/** Calendar days later (or earlier); what would leave the calendar stops at its end. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + Math.trunc(days));
}

/** The same day of a later (or earlier) month, or that month's last day where it is shorter: 31 January and one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + Math.trunc(months);
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  if (toYear < 1) return dayFromNumber(firstNumber);
  if (toYear > 9999) return dayFromNumber(lastNumber);
  return printDay(toYear, toMonth, Math.min(date, lengthOfMonth(toYear, toMonth)));
}

/** Calendar days from one day to another, negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function dayOfWeek(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Days since 1970-01-01: for axes and sorting. */
export function dayNumber(day: Day): number {
  const { year, month, date } = partsOf(day);
  return dayNumberOf(year, month, date);
}

/** The day of a number of {@link dayNumber}; what lies outside the calendar is its nearest day. */
export function dayFromNumber(number: number): Day {
  const within = Number.isNaN(number) ? 0 : Math.min(Math.max(Math.trunc(number), firstNumber), lastNumber);
  // Years are counted from 1 March, so that the leap day is the last of its year and 400 years are one era of 146,097 days.
  const shifted = within + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return printDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

function dayFromText(text: string): Day | undefined {
  const parts = isoDay.exec(text);
  if (parts === null) return undefined;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const exists = year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
  return exists ? (text as Day) : undefined;
}

function isTime(text: string): boolean {
  const parts = clock.exec(text);
  if (parts === null) return false;
  const [, hours, minutes, seconds = '0'] = parts;
  return Number(hours) <= 24 && Number(minutes) < 60 && Number(seconds) <= 60;
}

function dayNumberOf(year: number, month: number, date: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function printDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}` as Day;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (daysOfMonth[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
