import { escapeMarkup } from '../markup/escape.ts';
import { plainText } from '../markup/plain-text.ts';
import { fitText, font } from '../markup/text-width.ts';
import type { Day } from '../../model/values/date.ts';
import { momentsOf, type Moment } from './moments.ts';
import type { Pen } from './pen.ts';
import type { PageSource } from './source.ts';
import { timeScale, type TimeScale } from './time-scale.ts';
import { dayInFull, dayWords } from './words.ts';

/** Pixels. The names stand left of the picture, in a margin that the stylesheet keeps free. */
const row = 26;
const axis = 24;
const foot = 20;
const nameWidth = 104;

/**
 * The line of time: timebox, stages, milestones, each on a row of its own, and today through all of them. Places are in
 * percent of the width, so that it fits wherever it is shown; each row says itself in words. Empty where nothing has a day.
 */
export function timeline(pen: Pen, source: PageSource): string {
  const moments = momentsOf(source);
  const days = moments.flatMap(({ start, end, planned }) => [start, end ?? start, planned ?? start]);
  const { today } = pen;
  const isOver = source.bet?.status === 'concluded';
  const scale = timeScale(isOver ? days : [...days, today]);
  if (scale === undefined || moments.length === 0) return '';
  const height = axis + moments.length * row + foot;
  const said = moments.map(moment => momentInWords(moment, today)).join(' ');
  return [
    `<figure class="bw-time"><svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${String(height)}" role="group" aria-label="Line of time">`,
    `<desc>${escapeMarkup(said)} Today is ${dayInFull(today)}.</desc>`,
    ...scale.ticks.map((day, index) =>
      tick(scale.at(day), height, dayWords(day, scale.ticks[index - 1] ?? today), index),
    ),
    todayLine(scale, pen, height),
    ...moments.map((moment, index) => rowOf(pen, moment, scale, axis + index * row)),
    '</svg></figure>',
  ].join('');
}

function tick(at: number, height: number, words: string, index: number): string {
  const x = percent(at);
  const place = at < 6 ? ' start' : at > 94 ? ' end' : '';
  const anchor = ` class="tick${place}${index % 2 === 1 ? ' second' : ''}"`;
  return `<line class="grid" x1="${x}" x2="${x}" y1="${String(axis - 4)}" y2="${String(height - foot)}"/><text${anchor} x="${x}" y="12">${words}</text>`;
}

function todayLine(scale: TimeScale, { today }: Pen, height: number): string {
  if (today < scale.from || today > scale.to) return '';
  const at = scale.at(today);
  const x = percent(at);
  const anchor = at < 8 ? ' start' : at > 92 ? ' end' : '';
  return [
    `<g class="today" aria-hidden="true"><line x1="${x}" x2="${x}" y1="${String(axis - 4)}" y2="${String(height - foot + 2)}"/>`,
    `<text class="now${anchor}" x="${x}" y="${String(height - 5)}">today</text></g>`,
  ].join('');
}

function rowOf(pen: Pen, moment: Moment, scale: TimeScale, top: number): string {
  const words = momentInWords(moment, pen.today);
  const name = fitText(plainText(moment.name), nameWidth, font(12));
  const middle = String(top + row / 2);
  const role = pen.leading(moment.place) || ' role="img"';
  // What is drawn is named by what it says in full; the short words beside it are for the eye.
  return [
    `<g class="moment ${moment.sort}${moment.done ? ' done' : ''}${moment.runs ? ' runs' : ''}"><g class="what"${role} aria-label="${escapeMarkup(words)}">`,
    `<title>${escapeMarkup(words)}</title>`,
    `<rect class="reach" x="0" y="${String(top)}" width="100%" height="${String(row)}"/>`,
    moment.sort === 'milestone' ? milestone(moment, scale, middle) : bar(moment, scale, top + 7),
    `</g><g class="said" aria-hidden="true"><text class="name" x="-12" y="${String(top + row / 2 + 4)}">${escapeMarkup(name)}</text>`,
    datesOf(moment, scale, top + row / 2 + 4, pen),
    '</g></g>',
  ].join('');
}

/** What has happened is filled; what is left of the plan is an outline behind it, and what goes beyond the plan is marked. */
function bar({ start, end, planned }: Moment, scale: TimeScale, top: number): string {
  const rect = (kind: string, from: Day, until: Day): string => {
    const [left, right] = [scale.at(from), scale.at(until)];
    return `<rect class="${kind}" x="${percent(left)}" y="${String(top)}" width="${percent(Math.max(0.4, right - left))}" height="12" rx="3"/>`;
  };
  const last = end ?? start;
  if (planned === undefined || planned === last) return rect('bar', start, last);
  if (planned > last) return rect('plan', last, planned) + rect('bar', start, last);
  return rect('bar', start, last) + rect('beyond', planned, last);
}

/** A diamond: a group stands where a percentage says only as a picture of its own. */
function milestone({ start }: Moment, scale: TimeScale, middle: string): string {
  return `<svg class="place" x="${percent(scale.at(start))}" y="${middle}" overflow="visible"><path class="diamond" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/></svg>`;
}

/** Behind it where there is room, else before it, else on it. */
function datesOf({ start, end, planned, runs }: Moment, scale: TimeScale, y: number, { today }: Pen): string {
  const last = end ?? start;
  const far = planned !== undefined && planned > last ? planned : last;
  const words =
    runs || last === start ? dayWords(start, today) : `${dayWords(start, today)} – ${dayWords(last, today)}`;
  const [left, right] = [scale.at(start), scale.at(far)];
  const { kind, at, shift } =
    right <= 66
      ? { kind: 'after', at: right, shift: 12 }
      : left >= 30
        ? { kind: 'before', at: left, shift: -12 }
        : { kind: 'inside', at: left, shift: 8 };
  return `<text class="dates ${kind}" x="${percent(at)}" dx="${String(shift)}" y="${String(y)}">${runs ? `since ${words}` : words}</text>`;
}

function momentInWords({ name, sort, start, end, planned, runs, done }: Moment, today: Day): string {
  const shown = plainText(name);
  const on = dayWords(start, today);
  if (sort === 'milestone') return `${shown}: ${on}${done ? '' : start < today ? ', which has passed' : ', ahead'}.`;
  const until = runs ? `since ${on}` : end === undefined ? `on ${on}` : `${on} to ${dayWords(end, today)}`;
  const plan = planned === undefined ? '' : `, planned until ${dayWords(planned, today)}`;
  return `${shown}: ${until}${plan}.`;
}

function percent(value: number): string {
  return `${String(Math.round(value * 100) / 100)}%`;
}
