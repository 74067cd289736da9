import { addDays, dayNumber, type Day } from '../../model/values/date.ts';
import type { CalendarEvent } from './event.ts';
import { contentLine, escapeText } from './line.ts';

/**
 * The events as an iCalendar object (RFC 5545) of all-day entries. The same events give the same text: it knows no clock, so both the
 * stamp and the sequence of every entry come from `today`, and what is written on a later day replaces what was imported before.
 * Nobody is invited, nothing rings, and there is no address or attachment to open.
 */
export function icsCalendar(events: readonly CalendarEvent[], name: string, today: Day): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Betwright//Betwright calendar//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(event => entry(event, today)),
    'END:VCALENDAR',
  ]
    .map(contentLine)
    .join('');
}

function entry(event: CalendarEvent, today: Day): readonly string[] {
  const { uid, day, summary, details, kind, workedOut } = event;
  const next = addDays(day, 1);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${basic(today)}T000000Z`,
    `SEQUENCE:${String(Math.max(0, dayNumber(today)))}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    // An entry ends before its end; the last day of the calendar has no day after it.
    ...(next > day ? [`DTEND;VALUE=DATE:${basic(next)}`] : []),
    `SUMMARY:${escapeText(summary)}`,
    // Some calendars show a description as HTML: what would begin a tag there is shown by a sign that does not.
    `DESCRIPTION:${escapeText(details.join('\n').replace(/</g, '‹').replace(/>/g, '›'))}`,
    `CATEGORIES:${kind.toUpperCase()}`,
    `STATUS:${workedOut ? 'TENTATIVE' : 'CONFIRMED'}`,
    // A day that something is due is no day on which nobody has time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function basic(day: Day): string {
  return day.replaceAll('-', '');
}
