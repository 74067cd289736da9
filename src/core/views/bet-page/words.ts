import { dayOfWeek, daysBetween, type Day } from '../../model/values/date.ts';
import type { DateValue } from '../../model/located.ts';
import type { Place } from '../../computed/reason.ts';
import { counted } from '../../computed/reason.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Stage } from '../../model/types.gen.ts';
import type { Kind } from '../../schema/kinds.ts';
import { isolated } from '../markup/html.ts';
import type { Pen } from './pen.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

export const kindTitles: Readonly<Record<Kind, string>> = {
  bet: 'Bet',
  metrics: 'Metrics hierarchy',
  rollout: 'Rollout plan',
  retro: 'Retrospective',
  launch: 'Launch',
  tracks: 'Dual-track plan',
};

/** "22 Nov", with the year where it is not that of today. */
export function dayWords(day: Day, today: Day): string {
  const [year, month, date] = day.split('-');
  const words = `${String(Number(date))} ${months[Number(month) - 1] ?? ''}`;
  return year === today.slice(0, 4) ? words : `${words} ${year ?? ''}`;
}

/** "Mon 23 Nov 2026", for where the pointer rests. */
export function dayInFull(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${weekdays[dayOfWeek(day) - 1] ?? ''} ${String(Number(date))} ${months[Number(month) - 1] ?? ''} ${year ?? ''}`;
}

export function dayMarkup(day: Day, today: Day): string {
  return `<time datetime="${day}" title="${dayInFull(day)}">${dayWords(day, today)}</time>`;
}

/** "today", "in 3 days", "12 days ago". */
export function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  return days === 0 ? 'today' : days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}

/** A date as people say it, leading to where it stands; what can't be read is shown as it was written. */
export function dateMarkup(pen: Pen, file: string, value: DateValue | undefined): string {
  if (value === undefined) return '';
  const place: Place = { file, span: value.span };
  return pen.lead(place, value.day === undefined ? isolated(value.text) : dayMarkup(value.day, pen.today));
}

/** "valueCreation" as people say it: "value creation". */
export function wordsOf(word: string): string {
  return word.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`);
}

/** What begins a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Beta", "GA", or as the team calls it. */
export function stageWords(stage: Stage, index: number): string {
  const title = stageTitle(stage, index);
  return title === 'ga' ? 'GA' : capitalised(title);
}
