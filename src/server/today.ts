import { readDate, type Day } from '../core/model/values/date.ts';

const hour = 3_600_000;

/** The calendar day where the user is: never by way of UTC, which is another day for some hours. */
export function localDay(now: Date): Day {
  const text = [
    String(now.getFullYear()).padStart(4, '0'),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-');
  const day = readDate(text);
  if (day === undefined) throw new RangeError('the clock shows no day of the calendar');
  return day;
}

/**
 * Calls back soon after each midnight. It also looks every hour: timers stand still while a computer sleeps.
 * Returns what ends it.
 */
export function watchDay(onLook: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    timer = setTimeout(
      () => {
        onLook();
        wait();
      },
      Math.min(hour, midnight.getTime() - now.getTime() + 1000),
    );
  };
  wait();
  return () => {
    clearTimeout(timer);
  };
}
