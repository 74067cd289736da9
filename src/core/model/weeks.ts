import type { Entry, Tracks } from './types.gen.ts';

/** Weeks of a plan, both ends included, the first week being 1. */
export interface Weeks {
  readonly first: number;
  readonly last: number;
}

const form = /^(?:weeks?|w)? ?(\d{1,3})(?: ?(?:-|–|—|to|until) ?(?:w(?:eek)? ?)?(\d{1,3}))?$/i;

/** Reads "3", "1-2", "Week 3–4"; undefined for anything else, and for a range that runs backwards. */
export function readWeeks(text: string): Weeks | undefined {
  const match = form.exec(text.trim().slice(0, 100).replace(/\s+/g, ' '));
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first >= 1 && last >= first ? { first, last } : undefined;
}

export function weeksOf(entry: Entry): Weeks | undefined {
  return entry.weeks && readWeeks(entry.weeks.text);
}

/** Weeks of a plan that are looked at. */
const mostWeeks = 999;

/** The weeks of an entry in its plan: without any it is all of it. Undefined where they can't be read. */
export function weeksIn(plan: Tracks): (entry: Entry) => Weeks | undefined {
  const entries = [...(plan.discovery?.items ?? []), ...(plan.delivery?.items ?? [])];
  let last = plan.weeks?.number ?? 1;
  if (plan.weeks === undefined) for (const entry of entries) last = Math.max(last, weeksOf(entry)?.last ?? 1);
  const whole: Weeks = { first: 1, last: Math.min(Math.max(last, 1), mostWeeks) };
  return entry => (entry.weeks === undefined ? whole : weeksOf(entry));
}
