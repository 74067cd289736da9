import type { Place } from '../../computed/reason.ts';
import type { Day } from '../../model/values/date.ts';
import type { Span } from '../../text/span.ts';
import { escapeMarkup } from '../markup/escape.ts';
import { isolated } from '../markup/html.ts';

/**
 * Where what stands in a file leads to. `editor`: by `data-file` (its place in `BetPage.files`), `data-start` and
 * `data-end`, offsets for a script that knows what to do with them. `anchors`: by plain links, for a page that stands
 * somewhere; what has no address leads nowhere.
 */
export type PageLinks =
  { readonly mode: 'editor' } | { readonly mode: 'anchors'; readonly urlOf: (place: Place) => string | undefined };

/** A stretch of a file that a part of the page speaks of: with the caret in it, what bears this `data-key` is lit. */
export interface PageArea {
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** What a section writes with. */
export interface Pen {
  readonly today: Day;
  readonly files: readonly string[];
  readonly areas: readonly PageArea[];
  /** Markup that leads to a place. */
  lead(place: Place | undefined, html: string): string;
  /** The same for an element that can't stand in another: the attributes that make it lead there, with a blank in front. */
  leading(place: Place | undefined): string;
  /** What was written, leading to where; empty where nothing was. */
  text(file: string, value: { readonly text: string; readonly span: Span } | undefined): string;
  /** `data-file` of a picture whose elements bear offsets of their own, with a blank in front. */
  fileOf(file: string): string;
  /** `data-key` of what is lit while the caret is in this stretch, with a blank in front. */
  area(key: string, place: Place): string;
  /** The same of a picture that bears the key itself. */
  note(key: string, place: Place): void;
}

export function createPen(links: PageLinks, today: Day): Pen {
  const files: string[] = [];
  const areas: PageArea[] = [];

  function indexOf(file: string): number {
    const known = files.indexOf(file);
    return known === -1 ? files.push(file) - 1 : known;
  }

  function leading(place: Place | undefined): string {
    if (place === undefined || links.mode !== 'editor') return '';
    const { start, end } = place.span;
    return ` role="link" tabindex="0" data-file="${String(indexOf(place.file))}" data-start="${String(start)}" data-end="${String(end)}"`;
  }

  function lead(place: Place | undefined, html: string): string {
    if (place === undefined) return html;
    if (links.mode === 'editor') return `<span class="to"${leading(place)}>${html}</span>`;
    const url = links.urlOf(place);
    return url === undefined ? html : `<a class="to" href="${escapeMarkup(url)}">${html}</a>`;
  }

  function note(key: string, { file, span }: Place): void {
    if (links.mode === 'editor') areas.push({ file: indexOf(file), start: span.start, end: span.end, key });
  }

  return {
    today,
    files,
    areas,
    lead,
    leading,
    note,
    text: (file, value) => (value === undefined ? '' : lead({ file, span: value.span }, isolated(value.text))),
    fileOf: file => (links.mode === 'editor' ? ` data-file="${String(indexOf(file))}"` : ''),
    area(key, place) {
      note(key, place);
      return links.mode === 'editor' ? ` data-key="${escapeMarkup(key)}"` : '';
    },
  };
}
