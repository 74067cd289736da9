import { readDate, type Day } from './date.ts';

/** The calendar day that a clock shows in its own time zone: never by way of UTC, which is another day for some hours. */
export function localDay(clock: Date): Day {
  const [year, month, date] = [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()];
  const day = readDate([padded(year, 4), padded(month, 2), padded(date, 2)].join('-'));
  if (day === undefined) throw new RangeError('the clock shows no day of the calendar');
  return day;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
