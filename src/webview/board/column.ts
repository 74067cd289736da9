import { drawCard, heightOf, type CardLook } from './card.ts';
import { make, newId, say } from './dom.ts';
import type { Row } from './rows.ts';

/** A column of cards, of which only those that can be seen are in the page. */
export interface ColumnView {
  readonly element: HTMLElement;
  readonly value: string;
  readonly rows: readonly Row[];
  show(rows: readonly Row[], look: CardLook): void;
  /** Puts into the page what can be seen, and the card that has the focus. */
  draw(): void;
  /** Brings a card into view, and gives it. */
  bring(index: number): HTMLElement | undefined;
  indexAt(top: number): number;
  /** Undefined of a card that does not stand here. */
  indexOf(key: string): number | undefined;
  topOf(index: number): number;
  readonly scroll: HTMLElement;
  dispose(): void;
}

interface Surroundings {
  readonly value: string;
  readonly title: string;
  readonly empty: string;
  /** The card that has the focus, or would get it. */
  readonly active: () => string | undefined;
  readonly onDrawn: () => void;
}

/** Between two cards, in the size of their font. */
const gapHeight = 0.5;
/** So many pixels more than can be seen are drawn, so that a quick wheel finds cards. */
const overscan = 400;

export function createColumn({ value, title, empty, active, onDrawn }: Surroundings): ColumnView {
  const headingId = newId();
  const count = make('span', { class: 'bw-count' });
  const heading = make('h2', { id: headingId }, make('span', { class: 'bw-text' }, title), count);
  const list = make('ul', { 'aria-labelledby': headingId });
  const nothing = make('p', { class: 'bw-nothing' }, empty);
  const scroll = make('div', { class: 'bw-scroll' }, list, nothing);
  const element = make(
    'section',
    { class: 'bw-column', 'aria-labelledby': headingId, 'data-column': value },
    heading,
    scroll,
  );
  const items = new Map<string, { readonly item: HTMLLIElement; row: Row; look: CardLook }>();
  let rows: readonly Row[] = [];
  let indexes = new Map<string, number>();
  let look: CardLook | undefined;
  /** Where each card begins, and where the last ends. */
  let tops: number[] = [0];
  /** The size of the font, and how many letters a line of a title holds. */
  let unit = 0;
  let letters = 0;
  let isSeen = true;
  let frame = 0;

  function measure(): void {
    const gap = Math.round(gapHeight * unit);
    tops = [0];
    for (const row of rows) tops.push((tops.at(-1) ?? 0) + Math.round(heightOf(row, letters) * unit) + gap);
    list.style.height = `${String(tops.at(-1) ?? 0)}px`;
  }

  /** Another font, or another width: then other titles have two lines. */
  function isResized(): boolean {
    const font = parseFloat(getComputedStyle(list).fontSize) || 13;
    const width = scroll.clientWidth === 0 ? letters : Math.floor((scroll.clientWidth - 38) / (font * 0.6));
    if (font === unit && width === letters) return false;
    unit = font;
    letters = width;
    return true;
  }

  function indexAt(top: number): number {
    let low = 0;
    let high = Math.max(0, rows.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tops[middle] ?? 0) <= top) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function wantedIndexes(): readonly number[] {
    if (rows.length === 0) return [];
    const top = scroll.scrollTop;
    const height = scroll.clientHeight;
    const from = isSeen ? indexAt(Math.max(0, top - overscan)) : 0;
    const to = isSeen ? indexAt(top + height + overscan) : -1;
    const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    const kept = indexes.get(active() ?? '');
    if (kept !== undefined && (kept < from || kept > to)) wanted.push(kept);
    return wanted.sort((a, b) => a - b);
  }

  function draw(): void {
    if (look === undefined) return;
    const wanted = wantedIndexes();
    const keys = new Set(wanted.map(index => rows[index]?.key ?? ''));
    for (const [key, { item }] of items) {
      if (keys.has(key)) continue;
      // What is being dragged must stay in the page, or its way ends.
      if (item.classList.contains('bw-dragged')) continue;
      item.remove();
      items.delete(key);
    }
    let before: Element | null = null;
    for (const index of wanted) {
      const item = place(index);
      if (item === undefined) continue;
      const next: Element | null = before === null ? list.firstElementChild : before.nextElementSibling;
      if (next !== item) list.insertBefore(item, next);
      before = item;
    }
    onDrawn();
  }

  function place(index: number): HTMLLIElement | undefined {
    const row = rows[index];
    if (row === undefined || look === undefined) return undefined;
    const known = items.get(row.key);
    const item = known?.item ?? make('li', { 'data-key': row.key, draggable: look.isLive ? 'true' : undefined });
    if (known?.row !== row || known.look !== look) redraw(item, row, look);
    items.set(row.key, { item, row, look });
    item.style.top = `${String(tops[index] ?? 0)}px`;
    item.style.height = `${String((tops[index + 1] ?? 0) - (tops[index] ?? 0) - Math.round(gapHeight * unit))}px`;
    item.classList.toggle('bw-two-lines', row.title.length > letters);
    item.setAttribute('aria-setsize', String(rows.length));
    item.setAttribute('aria-posinset', String(index + 1));
    return item;
  }

  const observer = new IntersectionObserver(entries => {
    isSeen = entries.at(-1)?.isIntersecting ?? true;
    draw();
  });
  observer.observe(element);
  const resizing = new ResizeObserver(() => {
    if (isResized()) measure();
    soon();
  });
  resizing.observe(scroll);

  function soon(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  }

  scroll.addEventListener('scroll', soon, { passive: true });

  return {
    element,
    value,
    scroll,
    get rows() {
      return rows;
    },
    show(next, nextLook) {
      rows = next;
      look = nextLook;
      indexes = new Map(rows.map(({ key }, index) => [key, index]));
      say(count, String(rows.length));
      nothing.hidden = rows.length > 0;
      list.hidden = rows.length === 0;
      isResized();
      measure();
      draw();
    },
    draw,
    bring(index) {
      const [top = 0, bottom = 0] = [tops[index], tops[index + 1]];
      if (top < scroll.scrollTop) scroll.scrollTop = top;
      else if (bottom > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = bottom - scroll.clientHeight;
      draw();
      return items.get(rows[index]?.key ?? '')?.item ?? undefined;
    },
    indexAt,
    indexOf: key => indexes.get(key),
    topOf: index => tops[index] ?? 0,
    dispose() {
      observer.disconnect();
      resizing.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

/** The focus stays on what it was on in the card. */
function redraw(item: HTMLElement, row: Row, look: CardLook): void {
  const focused = document.activeElement;
  const selector = focused && item.contains(focused) ? `.${[...focused.classList].join('.')}` : undefined;
  const tabIndexes = [...item.querySelectorAll<HTMLElement>('[tabindex]')].map(({ tabIndex }) => tabIndex);
  const dragged = item.classList.contains('bw-dragged');
  drawCard(item, row, look);
  item.classList.toggle('bw-dragged', dragged);
  for (const [index, element] of item.querySelectorAll<HTMLElement>('[tabindex]').entries())
    element.tabIndex = tabIndexes[index] ?? -1;
  if (selector !== undefined) item.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
