import { addDays, dayOfWeek, readDate, type Day } from '../../model/values/date.ts';
import { endOf, readDuration } from '../../model/values/duration.ts';
import type { Candidate, ValueQuestion } from './values.ts';

/** Days on which something happened. */
const past: ReadonlySet<string> = new Set(['shipped', 'held', 'started', 'ended', 'asOf', 'cleanedUp']);
/** Objects whose `date` is the day of an entry. */
const logs: ReadonlySet<string> = new Set(['Reading', 'StageDecision', 'DecisionEntry']);
/** Days at which something has to be over. */
const due: ReadonlySet<string> = new Set(['scheduled', 'due', 'cleanupBy', 'date']);

const fortnight = 14;
/** Weeks that a bet is given until somebody says otherwise. */
const usualWeeks = 6;

/** Days that are likely in a field, with their weekday. */
export function dateCandidates(question: ValueQuestion): readonly Candidate[] {
  const { object, field, around, beside } = question;
  const { today } = around.judge.settings;
  if (past.has(field) || logs.has(object))
    return days([
      [today, 'today'],
      [addDays(today, -1), 'yesterday'],
      [addDays(today, -7), 'a week ago'],
    ]);
  if (object === 'Timebox' && field === 'end') {
    const start = readDate(beside('start') ?? '');
    const from = start ?? today;
    const weeks = [usualWeeks, 4, 8].map(count => [addDays(from, count * 7), `${String(count)} weeks`] as const);
    return days(start === undefined ? weeks : weeks.map(([day, words]) => [day, `start + ${words}`] as const));
  }
  const end = around.timebox.end;
  const isOver = end !== undefined && due.has(field);
  return days([
    ...(isOver ? [[end, 'end of the timebox'] as const] : []),
    [today, 'today'],
    ...(field === 'start' ? [[nextMonday(today), 'next Monday'] as const] : []),
    [addDays(today, fortnight), 'in two weeks'],
    ...(field === 'cleanupBy' ? [[addDays(today, 30), 'in 30 days'] as const] : []),
  ]);
}

function nextMonday(today: Day): Day {
  return addDays(today, 8 - dayOfWeek(today));
}

function days(said: readonly (readonly [Day, string])[]): readonly Candidate[] {
  const seen = new Set<Day>();
  return said.flatMap(([day, words]) => {
    if (seen.has(day)) return [];
    seen.add(day);
    return [
      { text: day, kind: 'date' as const, detail: `${weekdays[dayOfWeek(day) - 1] ?? ''}, ${words}`, also: words },
    ];
  });
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const usualDurations: Readonly<Record<string, readonly string[]>> = {
  Timebox: ['6w', '4w', '8w', '2w', '12w'],
  Stage: ['1w', '3d', '2w', '1-2 weeks', 'ongoing'],
  Alert: ['15 min', '1 h', '4 h', '1 d'],
};

/** Lengths of time that are usual there; where the start is known, with the day on which they end. */
export function durationCandidates({ object, beside }: ValueQuestion): readonly Candidate[] {
  const start = readDate(beside('start') ?? beside('started') ?? '');
  return (usualDurations[object] ?? []).map(text => {
    const duration = readDuration(text);
    const end = start && duration && endOf(start, duration, 'longest');
    return { text, kind: 'value', ...(end && { detail: `until ${weekdays[dayOfWeek(end) - 1] ?? ''}, ${end}` }) };
  });
}
