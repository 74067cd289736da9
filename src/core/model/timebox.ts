import type { Timebox } from './types.gen.ts';
import type { Day } from './values/date.ts';
import { endOf } from './values/duration.ts';

/** The days of a timebox as far as they are known. */
export interface TimeboxDays {
  readonly start?: Day;
  /** The day on which a decision is due: written, else start and the longest duration together. */
  readonly end?: Day;
}

export function timeboxDays(timebox: Timebox | undefined): TimeboxDays {
  const start = timebox?.start?.day;
  const duration = timebox?.duration?.duration;
  const end =
    timebox?.end?.day ??
    (start !== undefined && duration !== undefined ? endOf(start, duration, 'longest') : undefined);
  if (start === undefined) return end === undefined ? {} : { end };
  return end === undefined ? { start } : { start, end };
}
