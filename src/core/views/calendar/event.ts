import type { Place } from '../../computed/reason.ts';
import type { Day } from '../../model/values/date.ts';

/** What a day in the calendar is for. */
export const eventKinds = ['retro', 'gate', 'launch', 'timebox', 'flag'] as const;

export type EventKind = (typeof eventKinds)[number];

/** A day on which something of a bet is due. */
export interface CalendarEvent {
  readonly kind: EventKind;
  readonly day: Day;
  /** The same for as long as the artifact keeps its id, whatever day it moves to; unique within a calendar. */
  readonly uid: string;
  /** What is due, and of what: one line. */
  readonly summary: string;
  /** Facts for whoever opens the entry, a line each. */
  readonly details: readonly string[];
  /** Whether the day follows from others, in place of being written. */
  readonly workedOut: boolean;
  /** Where what is due stands. */
  readonly place: Place;
  /** Whoever has to do with it: the owners of the bet and of the part. */
  readonly people: readonly string[];
}
