import { addDays, addMonths, dayNumber, dayOfWeek, type Day } from '../../model/values/date.ts';

/** Days laid out from left to right. */
export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  /** In percent of the width, 0 to 100 for the days of the scale. */
  at(day: Day): number;
  /** Days to be named on the axis, at most seven. */
  readonly ticks: readonly Day[];
}

const mostTicks = 6;
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000];

/** A scale that has room for all of these days; undefined where there is none, or only one. */
export function timeScale(days: readonly Day[]): TimeScale | undefined {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const margin = Math.max(1, Math.round((dayNumber(last) - dayNumber(first)) * 0.02));
  const from = addDays(first, -margin);
  const to = addDays(last, margin);
  const [left, width] = [dayNumber(from), dayNumber(to) - dayNumber(from)];
  return { from, to, at: day => ((dayNumber(day) - left) / width) * 100, ticks: ticksBetween(from, to) };
}

/** Mondays of a few weeks, else the first days of months, so far apart that there are not too many. */
function ticksBetween(from: Day, to: Day): readonly Day[] {
  const days = dayNumber(to) - dayNumber(from);
  if (days <= 7 * mostTicks) return stepping(addDays(from, (8 - dayOfWeek(from)) % 7), to, day => addDays(day, 7));
  const months = monthSteps.find(step => days / (30.4 * step) <= mostTicks) ?? 120000;
  const year = Number(from.slice(0, 4));
  const month = year * 12 + Number(from.slice(5, 7)) - 1;
  // From a round month on: January, April … for quarters.
  const next = Math.ceil((from.endsWith('-01') ? month : month + 1) / months) * months;
  const start = addMonths(`${from.slice(0, 8)}01` as Day, next - month);
  return stepping(start, to, day => addMonths(day, months));
}

function stepping(start: Day, to: Day, next: (day: Day) => Day): readonly Day[] {
  const ticks: Day[] = [];
  for (let day = start; day <= to && ticks.length <= mostTicks; day = next(day)) ticks.push(day);
  return ticks;
}
