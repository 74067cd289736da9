import { make, newId, safeHref } from './dom.ts';
import type { Row } from './rows.ts';
import { fill, type BoardWords } from './words.ts';

export interface CardLook {
  readonly words: BoardWords;
  readonly locale: string;
  readonly today: string;
  /** Whether cards do something, or are links. */
  readonly isLive: boolean;
  /** Columns are statuses: then no card has to say its own. */
  readonly isByStatus: boolean;
}

/** Fills an item of a list with what is said of a bet. All of it is text. */
export function drawCard(item: HTMLElement, row: Row, look: CardLook): void {
  const { words } = look;
  const [headId, detailsId] = [newId(), newId()];
  const head = headLine(row, look);
  head.id = headId;
  const details = make(
    'div',
    { class: 'bw-details', id: detailsId },
    dateLine(row, look),
    tagLine(row, look),
    troubleLine(row, words),
  );
  const title = titleOf(row, look, `${headId} ${detailsId}`);
  const menu =
    look.isLive &&
    make(
      'button',
      {
        class: 'bw-menu-button',
        type: 'button',
        tabindex: -1,
        'aria-haspopup': 'menu',
        'aria-label': fill(words.menuOf, nameOf(row)),
        title: fill(words.menuOf, nameOf(row)),
      },
      '⋯',
    );
  item.className = `bw-card${tone(row)}`;
  item.replaceChildren(head, title, details, ...(menu === false ? [] : [menu]));
}

export function nameOf({ title, id }: Row): string {
  return title === '' ? id : title;
}

/** The height of a card in the size of its font, when a line of a title holds so many letters. */
export function heightOf({ worst, stale, title }: Row, letters: number): number {
  return 6.6 + (title.length > letters ? 1.4 : 0) + (worst !== undefined ? 4.1 : stale === true ? 1.8 : 0);
}

function tone({ errors, warnings, stale }: Row): string {
  if ((errors ?? 0) > 0) return ' bw-has-errors';
  return (warnings ?? 0) > 0 || stale === true ? ' bw-has-warnings' : '';
}

function titleOf(row: Row, { isLive }: CardLook, describedBy: string): HTMLElement {
  const attributes = { class: 'bw-title', tabindex: -1, 'aria-describedby': describedBy, title: nameOf(row) };
  if (isLive) return make('button', { type: 'button', ...attributes }, nameOf(row));
  const href = safeHref(row.href);
  return make('a', { ...attributes, href }, nameOf(row));
}

function headLine({ id, priority, status, decision, ready }: Row, { words, isByStatus }: CardLook): HTMLElement {
  return make(
    'div',
    { class: 'bw-line bw-head' },
    priority && make('span', { class: `bw-priority bw-${priority.toLowerCase()}` }, priority),
    make('span', { class: 'bw-id bw-text' }, id),
    !isByStatus && make('span', { class: 'bw-pill' }, words.statuses[status]),
    decision && make('span', { class: `bw-pill bw-${decision}` }, words.outcomes[decision]),
    ready && readyMeter(ready, words),
  );
}

function dateLine({ owner, next }: Row, look: CardLook): HTMLElement {
  const { words, today } = look;
  const isLate = next !== undefined && next.day < today;
  const what = next && ((words.dates as Readonly<Record<string, string | undefined>>)[next.what] ?? next.what);
  return make(
    'div',
    { class: 'bw-line' },
    make('span', { class: owner ? 'bw-owner bw-text' : 'bw-owner bw-none' }, owner ?? words.noOwner),
    next &&
      make(
        'span',
        { class: `bw-date bw-text${isLate ? ' bw-late' : ''}` },
        `${dayWords(next.day, look)}${isLate ? ` (${words.late})` : ''} · ${what ?? ''}`,
      ),
  );
}

/** Seven small boxes, full or empty, and the number beside them. */
function readyMeter({ met, of }: NonNullable<Row['ready']>, words: BoardWords): HTMLElement {
  const label = fill(words.ready, met, of);
  const boxes = Array.from({ length: Math.min(of, 7) }, (_, index) =>
    make('i', { class: index < met ? 'bw-met' : 'bw-open' }),
  );
  return make(
    'span',
    { class: 'bw-ready', title: label },
    make('span', { class: 'bw-boxes', 'aria-hidden': true }, ...boxes),
    make('span', { 'aria-hidden': true }, `${String(met)}/${String(of)}`),
    make('span', { class: 'bw-unseen' }, label),
  );
}

function tagLine({ block, category, tags, mode, portfolio }: Row, { words }: CardLook): HTMLElement {
  const said = [
    mode && words.modes[mode],
    portfolio && words.portfolios[portfolio],
    category && words.categories[category],
    block,
    ...(tags ?? []).map(tag => `#${tag}`),
  ].filter(text => text !== undefined);
  return make('div', { class: 'bw-line bw-tags bw-text', title: said.join(' · ') }, said.join(' · '));
}

function troubleLine({ worst, errors = 0, warnings = 0, flags, stale }: Row, words: BoardWords): HTMLElement | false {
  if (worst === undefined && stale !== true) return false;
  const counts = [
    ...(stale === true ? [words.stale] : []),
    ...(flags ?? []).map(flag => words.flags[flag]),
    ...(errors > 0 ? [errors === 1 ? words.error : fill(words.errors, errors)] : []),
    ...(warnings > 0 ? [warnings === 1 ? words.warning : fill(words.warnings, warnings)] : []),
  ].join(' · ');
  return make(
    'div',
    { class: 'bw-trouble', title: worst?.text },
    make('span', { class: 'bw-sign', 'aria-hidden': true }, errors > 0 ? '✖' : '▲'),
    make('span', { class: 'bw-counts bw-text' }, counts),
    worst && make('span', { class: 'bw-words' }, worst.text),
  );
}

const day = 86_400_000;

/** `30 Nov`, with the year where it is another one. */
function dayWords(date: string, { locale, today }: CardLook): string {
  const when = Date.parse(date);
  if (Number.isNaN(when)) return date;
  const isNear = Math.abs(when - Date.parse(today)) < 180 * day || date.slice(0, 4) === today.slice(0, 4);
  return formatter(locale, isNear).format(when);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, isNear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${String(isNear)}`;
  const known = formatters.get(key);
  if (known) return known;
  const year = isNear ? {} : ({ year: 'numeric' } as const);
  const made = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}
