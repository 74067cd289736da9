import type { DateValue } from './located.ts';
import type { Flag } from './types.gen.ts';
import type { Day } from './values/date.ts';

/** Days for which a flag may stand once everybody has the feature, where no day was agreed (SPEC 5). */
export const flagGraceDays = 30;

/** Whether the flag was removed: `true`, or a day that is today or past. What can't be read removes nothing. */
export function isCleanedUp({ cleanedUp }: Flag, today: Day): boolean {
  if (cleanedUp === undefined) return false;
  return cleanedUp.day === undefined ? isTrue(cleanedUp) : cleanedUp.day <= today;
}

/** Whether `cleanedUp` says something: a day, or `true`. */
export function isCleanedUpReadable(cleanedUp: DateValue): boolean {
  return cleanedUp.day !== undefined || isTrue(cleanedUp);
}

function isTrue({ text }: DateValue): boolean {
  return text.toLowerCase() === 'true';
}
