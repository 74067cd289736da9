import type { BoardData, BoardFile } from '../../core/views/board/card.ts';
import type { Status } from '../../core/model/status.ts';
import { nameOf, type CardLook } from './card.ts';
import { createColumn, type ColumnView } from './column.ts';
import { followDrag } from './drag.ts';
import { button, make, say } from './dom.ts';
import { createFacts } from './facts.ts';
import { createMenu, type MenuItem } from './menu.ts';
import type { MovedMessage } from './messages.ts';
import {
  groupRows,
  isFiltering,
  matcher,
  noFilter,
  rowsOf,
  sortRows,
  statusOrder,
  type Choices,
  type Row,
} from './rows.ts';
import { asState, type BoardState } from './state.ts';
import { createToolbar } from './toolbar.ts';
import { boardWords, english, fill, type BoardWords } from './words.ts';

/** What stands behind a board that does something. Without one it is a picture: its cards are links, and nothing moves. */
export interface BoardHost {
  readonly words: BoardWords;
  readonly locale: string;
  /** What was remembered, perhaps by an older version. */
  readonly state: unknown;
  remember(state: BoardState): void;
  open(row: Row): void;
  openFinding(row: Row): void;
  preview(row: Row): void;
  move(row: Row, to: Status): void;
  decide(row: Row): void;
  newBet(): void;
}

/** A board in the page. */
export interface Board {
  /** Takes in what has changed; `isWhole` where it is everything. */
  update(change: BoardChange): void;
  /** What came of a wish to move a bet. */
  moved(message: MovedMessage): void;
  setStopped(stopped: boolean): void;
}

interface BoardChange extends BoardData {
  readonly isWhole?: boolean;
  readonly isComplete?: boolean;
  readonly gone?: readonly string[];
}

/** Shows the bets of a workspace as cards in columns. @param data undefined until it comes */
export function mountBoard(root: HTMLElement, data: BoardData | undefined, host?: BoardHost): Board {
  const words = host?.words ?? boardWords(english);
  const files = new Map<string, readonly Row[]>();
  let { filter, sort, grouping, active, left, tops } = asState(host?.state);
  let today = data?.today ?? '';
  let mostP0 = data?.mostP0 ?? 0;
  let isComplete = data !== undefined;
  let isStopped = false;
  /** A card that goes from one column to another is in none for a moment. */
  let isArranging = false;
  let all: readonly Row[] = [];
  let columns: readonly ColumnView[] = [];
  let look: CardLook = lookOf();
  let remembering: ReturnType<typeof setTimeout> | undefined;
  const busy = new Set<string>();

  const facts = createFacts(words, change => {
    choose({ filter: { ...filter, ...change } });
  });
  const toolbar = createToolbar(words, choose);
  const notice = make('p', { class: 'bw-notice', role: 'status', hidden: true });
  const view = make('div', { class: 'bw-columns', role: 'group', 'aria-label': words.board });
  const empty = make('div', { class: 'bw-empty', hidden: true });
  const told = make('div', { class: 'bw-told', hidden: true });
  const live = make('div', { class: 'bw-unseen', 'aria-live': 'polite' });
  const menu = createMenu(root);
  root.classList.add('bw-board');
  root.replaceChildren(
    make('h1', { class: 'bw-unseen' }, words.board),
    facts.element,
    toolbar.element,
    notice,
    view,
    empty,
    told,
    live,
  );
  if (host) view.setAttribute('aria-description', words.keys);

  function lookOf(): CardLook {
    const locale = host?.locale ?? 'en';
    return { words, locale, today, isLive: host !== undefined, isByStatus: grouping === 'status' };
  }

  function choose(change: Partial<Choices>): void {
    const before = { sort, grouping };
    filter = change.filter ?? filter;
    if (change.sort !== undefined && change.sort !== sort) all = sortRows(all, change.sort);
    sort = change.sort ?? sort;
    grouping = change.grouping ?? grouping;
    if (before.sort !== sort || before.grouping !== grouping || change.filter)
      for (const { scroll } of columns) scroll.scrollTop = 0;
    render();
    remember();
  }

  function update(change: BoardChange): void {
    if (change.isWhole !== false) files.clear();
    for (const uri of change.gone ?? []) files.delete(uri);
    for (const file of change.files) files.set(file.uri, rowsKept(file, files.get(file.uri)));
    today = change.today;
    mostP0 = change.mostP0;
    isComplete = change.isComplete ?? true;
    all = sortRows([...files.values()].flat(), sort);
    facts.count(all, mostP0);
    toolbar.offer(all, filter);
    for (const key of busy) if (!all.some(row => row.key === key)) busy.delete(key);
    render();
  }

  function render(): void {
    const hadFocus = focusedCard() !== undefined;
    const next = lookOf();
    if (next.today !== look.today || next.isByStatus !== look.isByStatus) look = next;
    const shown = isFiltering(filter) ? all.filter(matcher(filter)) : all;
    facts.show(filter);
    toolbar.show({ filter, sort, grouping }, shown.length, all.length);
    isArranging = true;
    showColumns(groupRows(shown, grouping));
    isArranging = false;
    showEmpty(shown.length);
    showNotice();
    markActive();
    // The card has gone to another column: the focus goes with it.
    if (hadFocus && focusedCard() === undefined) focusActive();
  }

  function showColumns(wanted: ReturnType<typeof groupRows>): void {
    const known = new Map(columns.map(column => [column.value, column]));
    const isSame =
      wanted.length === columns.length && wanted.every(({ value }, index) => columns[index]?.value === value);
    if (!isSame) {
      const scrolled = view.scrollLeft;
      const kept = new Set(wanted.map(({ value }) => value));
      for (const column of columns) if (!kept.has(column.value)) column.dispose();
      columns = wanted.map(
        ({ value }) =>
          known.get(value) ??
          createColumn({
            value,
            title: columnTitle(value),
            empty: words.emptyColumn,
            active: () => active,
            onDrawn: markActive,
          }),
      );
      view.replaceChildren(...columns.map(({ element }) => element));
      view.scrollLeft = scrolled;
    }
    for (const [index, { rows }] of wanted.entries()) columns[index]?.show(rows, look);
    restoreScroll();
  }

  function columnTitle(value: string): string {
    if (grouping === 'status') return words.statuses[value as Status];
    if (grouping === 'category')
      return (words.categories as Readonly<Record<string, string | undefined>>)[value] ?? words.noCategory;
    return value !== '' ? value : grouping === 'owner' ? words.noOwner : words.noBlock;
  }

  /** Once, when the cards are there for the first time. */
  function restoreScroll(): void {
    if (all.length === 0) return;
    for (const column of columns) {
      const top = tops[column.value];
      if (top !== undefined && column.rows.length > 0) column.scroll.scrollTop = top;
    }
    if (left > 0) view.scrollLeft = left;
    left = 0;
    tops = {};
  }

  function showEmpty(shown: number): void {
    const isEmpty = shown === 0 && (isComplete || all.length > 0);
    view.hidden = shown === 0;
    facts.element.hidden = all.length === 0;
    toolbar.element.hidden = all.length === 0;
    empty.hidden = !isEmpty;
    if (!isEmpty) return;
    const isBare = all.length === 0;
    const what = isBare ? words.noBets : words.nothing;
    if (empty.firstElementChild?.textContent === what) return;
    const way = isBare
      ? host &&
        button(words.newBet, { class: 'bw-main' }, () => {
          host.newBet();
        })
      : button(words.clear, { class: 'bw-main' }, () => {
          choose({ filter: noFilter });
          toolbar.search.focus();
        });
    empty.replaceChildren(make('p', {}, what), ...(way ? [way] : []));
  }

  function showNotice(): void {
    const text = isStopped ? words.stopped : isComplete ? '' : words.reading;
    say(notice, text);
    notice.hidden = text === '';
  }

  /** A page that is hidden is gone at once: only what comes many times a second may wait. */
  function remember(): void {
    clearTimeout(remembering);
    remembering = undefined;
    host?.remember({
      filter,
      sort,
      grouping,
      active,
      left: view.scrollLeft,
      tops: Object.fromEntries(columns.map(({ value, scroll }) => [value, Math.round(scroll.scrollTop)])),
    });
  }

  function rememberSoon(): void {
    remembering ??= setTimeout(remember, 200);
  }

  function rowOf(target: EventTarget | null): Row | undefined {
    const key = target instanceof Element ? target.closest<HTMLElement>('li[data-key]')?.dataset['key'] : undefined;
    return key === undefined ? undefined : rowCalled(key);
  }

  function rowCalled(key: string): Row | undefined {
    const at = rowIndexOf(key);
    return at && columns[at.column]?.rows[at.index];
  }

  function focusedCard(): HTMLElement | undefined {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && view.contains(focused)
      ? (focused.closest<HTMLElement>('li[data-key]') ?? undefined)
      : undefined;
  }

  /** One card of the board can be reached by Tab: that which had the focus last, else the first. */
  function markActive(): void {
    if (!isArranging && rowIndexOf(active) === undefined)
      active = columns.find(({ rows }) => rows.length > 0)?.rows[0]?.key ?? '';
    for (const item of view.querySelectorAll<HTMLElement>('li[data-key]')) {
      const isActive = item.dataset['key'] === active;
      for (const part of item.querySelectorAll<HTMLElement>('.bw-title, .bw-menu-button'))
        if (part.tabIndex !== (isActive ? 0 : -1)) part.tabIndex = isActive ? 0 : -1;
      const isBusy = busy.has(item.dataset['key'] ?? '');
      if (isBusy) item.setAttribute('aria-busy', 'true');
      else item.removeAttribute('aria-busy');
    }
  }

  function rowIndexOf(key: string): { readonly column: number; readonly index: number } | undefined {
    for (const [column, view] of columns.entries()) {
      const index = view.indexOf(key);
      if (index !== undefined) return { column, index };
    }
    return undefined;
  }

  function focusAt(column: number, index: number): void {
    const row = columns[column]?.rows[index];
    if (row === undefined) return;
    active = row.key;
    columns[column]?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const item = columns[column]?.bring(index);
    markActive();
    item?.querySelector<HTMLElement>('.bw-title')?.focus({ preventScroll: true });
    remember();
  }

  function focusActive(): void {
    const at = rowIndexOf(active);
    if (at) focusAt(at.column, at.index);
  }

  function onKey(event: KeyboardEvent): void {
    const row = rowOf(event.target);
    const at = row && rowIndexOf(row.key);
    if (row === undefined || at === undefined || event.altKey) return;
    if (host && isMenuKey(event)) {
      event.preventDefault();
      openMenu(row);
      return;
    }
    if (host && (event.key === 'p' || event.key === 'P') && !event.ctrlKey && !event.metaKey) {
      host.preview(row);
      return;
    }
    const next = neighbour(event.key, at);
    if (next === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    focusAt(next.column, next.index);
  }

  function neighbour(key: string, { column, index }: { readonly column: number; readonly index: number }) {
    const count = columns[column]?.rows.length ?? 0;
    const page = 5;
    switch (key) {
      case 'ArrowDown':
        return index + 1 < count ? { column, index: index + 1 } : undefined;
      case 'ArrowUp':
        return index > 0 ? { column, index: index - 1 } : undefined;
      case 'PageDown':
        return { column, index: Math.min(count - 1, index + page) };
      case 'PageUp':
        return { column, index: Math.max(0, index - page) };
      case 'Home':
        return { column, index: 0 };
      case 'End':
        return { column, index: count - 1 };
      case 'ArrowRight':
      case 'ArrowLeft':
        return beside(column, index, key === 'ArrowRight' ? 1 : -1);
      default:
        return undefined;
    }
  }

  /** The card at the same height of the next column that has any. */
  function beside(column: number, index: number, step: 1 | -1) {
    const from = columns[column];
    for (let other = column + step; from && columns[other] !== undefined; other += step) {
      const to = columns[other];
      if (to === undefined || to.rows.length === 0) continue;
      return { column: other, index: to.indexAt(from.topOf(index) - from.scroll.scrollTop + to.scroll.scrollTop) };
    }
    return undefined;
  }

  function openMenu(row: Row): void {
    if (host === undefined) return;
    const at = rowIndexOf(row.key);
    const item = at && columns[at.column]?.bring(at.index);
    const anchor = item?.querySelector<HTMLElement>('.bw-menu-button');
    if (!anchor) return;
    active = row.key;
    markActive();
    menu.open(anchor, fill(words.menuOf, nameOf(row)), menuItems(row, host), focusActive);
  }

  function menuItems(row: Row, to: BoardHost): readonly MenuItem[] {
    const moves = statusOrder
      .filter(status => status !== row.status)
      .map((status, index): MenuItem => ({
        label: fill(words.moveTo, words.statuses[status]),
        run: () => {
          move(row, status);
        },
        ...(index === 0 && { isApart: true }),
      }));
    const item = (label: string, run: () => void): MenuItem => ({ label, run });
    return [
      item(words.goToLine, () => {
        to.open(row);
      }),
      ...(row.worst
        ? [
            item(words.goToFinding, () => {
              to.openFinding(row);
            }),
          ]
        : []),
      item(words.openPreview, () => {
        to.preview(row);
      }),
      ...moves,
      ...(row.decision === undefined
        ? [
            {
              ...item(words.recordDecision, () => {
                to.decide(row);
              }),
              isApart: true,
            } as const,
          ]
        : []),
    ];
  }

  function move(row: Row, to: Status): void {
    if (host === undefined || row.status === to || busy.has(row.key)) return;
    busy.add(row.key);
    active = row.key;
    markActive();
    tell('');
    say(live, fill(words.moving, nameOf(row), words.statuses[to]));
    host.move(row, to);
  }

  /** Something that stays until it is closed, with a way on where there is one. */
  function tell(text: string, way?: { readonly label: string; readonly run: () => void }): void {
    told.hidden = text === '';
    if (text === '') return;
    const close = button('×', { class: 'bw-close', 'aria-label': words.dismiss, title: words.dismiss }, () => {
      told.hidden = true;
      focusActive();
    });
    const go =
      way &&
      button(way.label, { class: 'bw-main' }, () => {
        told.hidden = true;
        way.run();
      });
    told.replaceChildren(make('span', {}, text), ...(go ? [go] : []), close);
  }

  view.addEventListener('click', onClick);
  view.addEventListener('dblclick', event => {
    const row = rowOf(event.target);
    if (host && row && !isMenuButton(event.target)) {
      clearTimeout(clicking);
      host.preview(row);
    }
  });
  let clicking: ReturnType<typeof setTimeout> | undefined;

  function onClick(event: MouseEvent): void {
    const row = rowOf(event.target);
    if (row === undefined || host === undefined) return;
    if (isMenuButton(event.target)) {
      openMenu(row);
      return;
    }
    active = row.key;
    markActive();
    clearTimeout(clicking);
    const isFinding = event.target instanceof Element && event.target.closest('.bw-trouble') !== null;
    const go = (): void => {
      if (isFinding) host.openFinding(row);
      else host.open(row);
    };
    // By key at once; by mouse a second click may come, which means the preview.
    if (event.detail === 0) go();
    else if (event.detail === 1) clicking = setTimeout(go, 220);
  }

  view.addEventListener('contextmenu', event => {
    const row = rowOf(event.target);
    if (host === undefined || row === undefined) return;
    event.preventDefault();
    openMenu(row);
  });
  view.addEventListener('keydown', onKey);
  view.addEventListener('focusin', event => {
    const row = rowOf(event.target);
    if (row === undefined || row.key === active) return;
    active = row.key;
    markActive();
    remember();
  });
  view.addEventListener('scroll', rememberSoon, { capture: true, passive: true });
  if (host) followDrag(view, { canDrop: () => grouping === 'status', rowOf, move });
  if (data) update(data);
  else render();

  return {
    update,
    moved({ key, to, outcome, reason }) {
      busy.delete(key);
      markActive();
      const row = rowCalled(key) ?? all.find(each => each.key === key);
      const name = row ? nameOf(row) : '';
      if (outcome === 'moved') {
        say(live, fill(words.moved, name, words.statuses[to]));
        return;
      }
      const text = outcome === 'undecided' ? fill(words.undecided, name) : fill(words.notMoved, name, reason);
      say(live, text);
      tell(
        text,
        outcome === 'undecided' && row && host
          ? {
              label: words.recordDecision,
              run: () => {
                host.decide(row);
              },
            }
          : undefined,
      );
    },
    setStopped(stopped) {
      isStopped = stopped;
      showNotice();
    },
  };
}

/** The rows of a file; those that say the same as before are the same, so that nothing of them is drawn anew. */
function rowsKept(file: BoardFile, before: readonly Row[] | undefined): readonly Row[] {
  const known = new Map((before ?? []).map(row => [row.key, row]));
  return rowsOf(file).map(row => {
    const old = known.get(row.key);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}

function isMenuKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return true;
  return (key === 'm' || key === 'M') && !ctrlKey && !metaKey;
}

function isMenuButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.bw-menu-button') !== null;
}
