import type { Entry, Tracks } from '../../model/types.gen.ts';
import { addDays, type Day } from '../../model/values/date.ts';
import { weeksIn, type Weeks } from '../../model/weeks.ts';
import { escapeMarkup } from '../markup/escape.ts';
import { inline, isolated, longText } from '../markup/html.ts';
import { plainText } from '../markup/plain-text.ts';
import type { Pen } from './pen.ts';
import { block, facts, section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { dateMarkup, dayWords } from './words.ts';

/** Beyond so many weeks and bars a picture says nothing more. */
const mostWeeks = 60;
const mostBars = 200;
/** Pixels. */
const row = 34;
const head = 40;

/** Who finds out about what, and who builds what, week by week: two lanes, how the roles are shared, and how they meet. */
export function tracks(pen: Pen, { tracks: part, named, today }: PageSource): PageSection | undefined {
  if (part === undefined) return undefined;
  const { model, file } = part;
  const entries = [...(model.discovery?.items ?? []), ...(model.delivery?.items ?? [])];
  const body = [
    facts([
      ['From', dateMarkup(pen, file, model.start)],
      ['Weeks', pen.text(file, model.weeks)],
    ]),
    entries.length === 0
      ? '<p class="absent">Nothing is planned yet: what is found out about, and what is built?</p>'
      : lanes(pen, file, model, { titleOf: id => named.get(id)?.title, today }),
    block('Who has how much time for which', allocation(pen, file, model)),
    block('Coordination', coordination(pen, file, model)),
  ].join('');
  return section({ name: 'tracks', title: 'Weeks', body, attributes: pen.area('tracks', { file, span: model.span }) });
}

interface Naming {
  readonly titleOf: (id: string) => string | undefined;
  readonly today: Day;
}

interface Bar {
  readonly entry: Entry;
  readonly weeks: Weeks;
  readonly level: number;
}

function lanes(pen: Pen, file: string, model: Tracks, naming: Naming): string {
  const weeksOf = weeksIn(model);
  const lane = (entries: readonly Entry[]): readonly Bar[] => stacked(entries.slice(0, mostBars), weeksOf);
  const discovery = lane(model.discovery?.items ?? []);
  const delivery = lane(model.delivery?.items ?? []);
  const last = Math.max(model.weeks?.number ?? 0, 1, ...[...discovery, ...delivery].map(({ weeks }) => weeks.last));
  const count = Math.min(mostWeeks, Math.ceil(last));
  const [upper, lower] = [heightOf(discovery), heightOf(delivery)];
  const height = head + upper + lower;
  const now = presentWeek(model, naming.today, count);
  return [
    `<figure class="bw-tracks"><svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${String(height)}" role="group" aria-label="Weeks 1 to ${String(count)}: discovery above, delivery below">`,
    `<rect class="lane discovery" x="0" y="${String(head)}" width="100%" height="${String(upper)}" rx="6"/>`,
    `<rect class="lane delivery" x="0" y="${String(head + upper)}" width="100%" height="${String(lower)}" rx="6"/>`,
    weekGrid(model, count, height, now, naming.today),
    `<text class="name" x="-12" y="${String(head + 24)}">Discovery</text><text class="name" x="-12" y="${String(head + upper + 24)}">Delivery</text>`,
    ...discovery.map(bar =>
      barMarkup(
        pen,
        file,
        bar,
        count,
        head,
        `discovery-${String(model.discovery?.items.indexOf(bar.entry))}`,
        'Discovery',
        naming,
      ),
    ),
    ...delivery.map(bar =>
      barMarkup(
        pen,
        file,
        bar,
        count,
        head + upper,
        `delivery-${String(model.delivery?.items.indexOf(bar.entry))}`,
        'Delivery',
        naming,
      ),
    ),
    '</svg></figure>',
  ].join('');
}

/** Each bar as high up as nothing else has those weeks; what has weeks that can't be read is told nowhere. */
function stacked(entries: readonly Entry[], weeksOf: (entry: Entry) => Weeks | undefined): readonly Bar[] {
  const ends: number[] = [];
  return entries.flatMap(entry => {
    const weeks = weeksOf(entry);
    if (weeks === undefined || weeks.first > mostWeeks) return [];
    const free = ends.findIndex(end => end < weeks.first);
    const level = free === -1 ? ends.length : free;
    ends[level] = weeks.last;
    return [{ entry, weeks, level }];
  });
}

function heightOf(bars: readonly Bar[]): number {
  return 12 + row * Math.max(1, ...bars.map(({ level }) => level + 1));
}

/** The week of the plan that today is in, from 1 on. */
function presentWeek({ start }: Tracks, today: Day, count: number): number | undefined {
  if (start?.day === undefined) return undefined;
  for (let week = 1; week <= count; week++)
    if (today >= addDays(start.day, (week - 1) * 7) && today < addDays(start.day, week * 7)) return week;
  return undefined;
}

function weekGrid({ start }: Tracks, count: number, height: number, now: number | undefined, today: Day): string {
  const each = 100 / count;
  const step = Math.ceil(count / 12);
  const parts: string[] = [];
  if (now !== undefined)
    parts.push(
      `<rect class="present" x="${percent((now - 1) * each)}" y="0" width="${percent(each)}" height="${String(height)}"><title>This week</title></rect>`,
    );
  for (let week = 1; week <= count; week++) {
    const x = percent((week - 1) * each);
    if (week > 1)
      parts.push(`<line class="grid" x1="${x}" x2="${x}" y1="${String(head - 4)}" y2="${String(height)}"/>`);
    if ((week - 1) % step !== 0) continue;
    parts.push(`<text class="week" x="${x}" dx="6" y="14">${week === now ? '▸ ' : ''}${String(week)}</text>`);
    if (start?.day !== undefined)
      parts.push(
        `<text class="day" x="${x}" dx="6" y="29">${dayWords(addDays(start.day, (week - 1) * 7), today)}</text>`,
      );
  }
  return `<g aria-hidden="true">${parts.join('')}</g>`;
}

function barMarkup(
  pen: Pen,
  file: string,
  { entry, weeks, level }: Bar,
  count: number,
  top: number,
  key: string,
  lane: string,
  { titleOf }: Naming,
): string {
  const { bet, activity } = entry;
  const title = bet && titleOf(bet.id);
  const inFull = plainText([bet?.id, title ?? '', activity?.text].filter(Boolean).join(' · ')) || 'Something';
  const range =
    weeks.first === weeks.last
      ? `week ${String(weeks.first)}`
      : `weeks ${String(weeks.first)} to ${String(weeks.last)}`;
  const each = 100 / count;
  const place = { file, span: entry.span };
  const last = Math.min(count, weeks.last);
  const said = escapeMarkup(`${lane}, ${range}: ${inFull}`);
  const role = pen.leading(place) || ' role="img"';
  const box = `x="${percent((weeks.first - 1) * each + 0.2)}" y="${String(top + 8 + level * row)}" width="${percent((last - weeks.first + 1) * each - 0.4)}" height="${String(row - 6)}"`;
  const isBet = bet !== undefined && (bet.orText !== true || title !== undefined);
  const id = isBet ? `<tspan class="id">${inline(bet.id)}</tspan> ` : '';
  const words = `${id}${inline(isBet ? (activity?.text ?? title ?? '') : [bet?.id, activity?.text].filter(Boolean).join(' · '))}`;
  return [
    `<g class="entry ${lane.toLowerCase()}"${pen.area(key, place)}>`,
    `<g class="what"${role} aria-label="${said}"><title>${said}</title><rect class="bar" ${box} rx="5"/></g>`,
    `<svg class="said" aria-hidden="true" ${box}><text x="10" y="19">${words}</text></svg></g>`,
  ].join('');
}

/** A bar a role: discovery from the left, delivery from the right. */
function allocation(pen: Pen, file: string, { allocation: roles }: Tracks): string {
  const entries = roles?.entries ?? [];
  if (entries.length === 0) return '';
  const rows = entries.map(({ name, value }) => {
    const discovery = Math.min(100, Math.max(0, value.discovery?.number ?? 0));
    const delivery = Math.min(100, Math.max(0, value.delivery?.number ?? 0));
    const sum = (value.discovery?.number ?? 0) + (value.delivery?.number ?? 0);
    const off = sum === 100 ? '' : ` <span class="fault">makes ${String(Math.round(sum * 100) / 100)}%</span>`;
    return [
      `<li><span class="what">${pen.lead({ file, span: value.key ?? value.span }, isolated(name))}</span>`,
      `<svg xmlns="http://www.w3.org/2000/svg" class="bw-share" width="100%" height="16" aria-hidden="true"><rect class="ground" width="100%" height="16" rx="3"/>`,
      `<rect class="discovery" width="${String(discovery)}%" height="16"/><rect class="delivery" x="${String(discovery)}%" width="${String(Math.min(delivery, 100 - discovery))}%" height="16"/></svg>`,
      `<span class="of">${share(pen, file, value.discovery)} discovery, ${share(pen, file, value.delivery)} delivery${off}</span></li>`,
    ].join('');
  });
  return `<ul class="allocation">${rows.join('')}</ul>`;
}

function share(
  pen: Pen,
  file: string,
  value: { readonly text: string; readonly span: { readonly start: number; readonly end: number } } | undefined,
): string {
  return value === undefined ? '0%' : pen.lead({ file, span: value.span }, `${inline(value.text).replace(/%$/, '')}%`);
}

function coordination(pen: Pen, file: string, { coordination: written }: Tracks): string {
  if (written === undefined) return '';
  const told = (value: (typeof written)['handoff']): string =>
    value ? pen.lead({ file, span: value.span }, longText(value.text)) : '';
  return facts([
    ['Weekly sync', told(written.weeklySync)],
    ['Handoff', told(written.handoff)],
    ['Learning', told(written.learning)],
  ]);
}

function percent(value: number): string {
  return `${String(Math.round(value * 1000) / 1000)}%`;
}
