import { readCards, type Card } from './cards.ts';
import { cardToward } from './moves.ts';
import { followDrags } from './pan.ts';
import { showPath } from './path.ts';
import { createSearch } from './search.ts';
import { toolButton } from './tools.ts';
import type { HierarchyState, ZoomLevel } from './state.ts';
import { bringIntoView, buildView } from './view.ts';
import type { HierarchyWords } from './words.ts';
import { createZoom } from './zoom.ts';

export interface HierarchyOptions {
  readonly words: HierarchyWords;
  readonly state: HierarchyState;
  /** Zoom, place, search or current card are others now. */
  readonly onChange: () => void;
  /** A card was chosen: show where its metric is written, or go there. */
  readonly onReveal: (card: SVGElement, purpose: 'look' | 'edit') => void;
  /** Other branches are to be folded: the picture is to be drawn anew with them. */
  readonly onCollapse: (collapsed: readonly string[]) => void;
}

export interface AttachedHierarchy {
  readonly state: () => HierarchyState;
  readonly detach: () => void;
}

/**
 * Makes the picture in an element one that answers: it is put into a view that zooms and scrolls, with tools above it; cards are reached by
 * arrow keys and found by name, branches fold, and the ways from the first sign up to the result are lit. Nothing where there is no picture.
 */
export function attachHierarchy(element: HTMLElement, options: HierarchyOptions): AttachedHierarchy | undefined {
  const svg = element.querySelector<SVGSVGElement>('svg.betwright-hierarchy');
  if (svg === null) return undefined;
  const { words, state: first } = options;
  const cards = readCards(svg);
  const listening = new AbortController();
  const { signal } = listening;
  let { collapsed } = first;
  let current = cards.byKey.get(first.current) ?? cards.all.find(isPrimary) ?? cards.all[0];
  let hovered: Card | undefined;
  let focused: Card | undefined;

  const { view, tools } = buildView(svg, words);

  const size = toolButton(words.actualSize, '100%', () => {
    zoomTo(1);
  });
  // What it shows is what it is called by.
  size.removeAttribute('aria-label');
  const fitWidth = toolButton(words.fitWidth, 'fitWidth', () => {
    zoomTo('width');
  });
  const fitWhole = toolButton(words.fitWhole, 'fitWhole', () => {
    zoomTo('whole');
  });
  const zoom = createZoom(view, svg, first.zoom, (factor, level) => {
    size.textContent = `${String(Math.round(factor * 100))}%`;
    fitWidth.setAttribute('aria-pressed', String(level === 'width'));
    fitWhole.setAttribute('aria-pressed', String(level === 'whole'));
  });
  const pan = followDrags(view, signal);
  const search = createSearch(
    words,
    cards,
    first.search,
    card => bringIntoView(view, card),
    found => {
      (found ?? current)?.element.focus({ preventScroll: true });
    },
  );
  const folding = foldAllButton();
  tools.append(
    toolButton(words.zoomOut, '−', () => {
      zoomBy(-1);
    }),
    size,
    toolButton(words.zoomIn, '+', () => {
      zoomBy(1);
    }),
    fitWidth,
    fitWhole,
    ...(folding === undefined ? [] : [folding]),
    search.field,
    search.count,
  );

  function zoomTo(level: ZoomLevel): void {
    zoom.to(level);
    options.onChange();
  }

  function zoomBy(steps: number, point?: { readonly x: number; readonly y: number }): void {
    zoom.by(steps, point);
    options.onChange();
  }

  /** All core branches at once: what remains is what the business looks at. */
  function foldAllButton(): HTMLButtonElement | undefined {
    const all = cards.all.flatMap(({ tier, fold }) => (tier === CORE ? (fold?.dataset['branch'] ?? []) : []));
    if (all.length === 0 && collapsed.length === 0) return undefined;
    return collapsed.length > 0
      ? toolButton(words.expandAll, 'expandAll', () => {
          collapse([]);
        })
      : toolButton(words.collapseAll, 'collapseAll', () => {
          collapse(all);
        });
  }

  function collapse(next: readonly string[]): void {
    collapsed = next;
    options.onCollapse(next);
  }

  function toggle(fold: SVGElement | undefined): void {
    const id = fold?.dataset['branch'];
    if (id === undefined) return;
    collapse(collapsed.includes(id) ? collapsed.filter(other => other !== id) : [...collapsed, id]);
  }

  /** One card, and the button on it, is reached with the tab key: the others are with the arrow keys. */
  function makeCurrent(card: Card | undefined): void {
    current = card;
    for (const { element: other, fold } of cards.all) {
      other.setAttribute('tabindex', other === card?.element ? '0' : '-1');
      fold?.setAttribute('tabindex', other === card?.element ? '0' : '-1');
    }
  }

  function cardOf(target: EventTarget | null): Card | undefined {
    const within = target instanceof Element ? target.closest<SVGElement>('.metric, .fold') : null;
    const key = within?.dataset['key'] ?? within?.dataset['of'];
    return key === undefined ? undefined : cards.byKey.get(key);
  }

  const foldOf = (target: EventTarget | null): SVGElement | undefined =>
    target instanceof Element ? (target.closest<SVGElement>('.fold') ?? undefined) : undefined;

  makeCurrent(current);

  view.addEventListener(
    'wheel',
    event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = view.getBoundingClientRect();
      zoomBy(-event.deltaY / 100, { x: event.clientX - box.left, y: event.clientY - box.top });
    },
    { passive: false, signal },
  );
  view.addEventListener('scroll', options.onChange, { passive: true, signal });
  view.addEventListener(
    'click',
    event => {
      const card = cardOf(event.target);
      if (pan.tookDrag() || card === undefined) return;
      event.stopPropagation();
      makeCurrent(card);
      const fold = foldOf(event.target);
      if (fold !== undefined) toggle(fold);
      else options.onReveal(card.element, 'look');
    },
    { signal },
  );
  view.addEventListener(
    'pointerover',
    event => {
      const over = cardOf(event.target);
      if (over === hovered) return;
      hovered = over;
      showPath(svg, cards, hovered ?? focused);
    },
    { signal },
  );
  view.addEventListener(
    'pointerleave',
    () => {
      hovered = undefined;
      showPath(svg, cards, focused);
    },
    { signal },
  );
  view.addEventListener(
    'focusin',
    event => {
      const card = cardOf(event.target);
      focused = card;
      if (card !== undefined && card !== current) makeCurrent(card);
      showPath(svg, cards, hovered ?? focused);
    },
    { signal },
  );
  view.addEventListener(
    'focusout',
    () => {
      focused = undefined;
      showPath(svg, cards, hovered);
    },
    { signal },
  );
  element.addEventListener('keydown', onKey, { signal });
  element.addEventListener(
    'keyup',
    event => {
      if (event.key !== ' ') return;
      view.classList.remove('grabbing');
      const card = cardOf(event.target);
      if (card === undefined || pan.tookDrag()) return;
      toggle(card.fold);
    },
    { signal },
  );

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    const isInTools = target instanceof Node && tools.contains(target);
    const card = isInTools ? undefined : cardOf(target);
    if (key === '+' || key === '=') zoomBy(1);
    else if (key === '-') zoomBy(-1);
    else if (key === '0') zoomTo('readable');
    else if (key === '/') search.field.focus();
    else if (isInTools) return;
    else if (key === ' ') {
      // Held it drags, let go it folds: a page that scrolls would be in the way of both.
      pan.tookDrag();
      view.classList.add('grabbing');
    } else if (card === undefined) return;
    else if (key === 'Enter') {
      const fold = foldOf(target);
      if (fold !== undefined) toggle(fold);
      else options.onReveal(card.element, 'edit');
    } else {
      const next = cardToward(key, card, cards);
      if (next === undefined) return;
      makeCurrent(next);
      next.element.focus({ preventScroll: true });
      bringIntoView(view, next);
      options.onChange();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  restore();

  /** A new picture stands where the last one did, with the focus on the same card. */
  function restore(): void {
    view.scrollTo(first.left, first.top);
    switch (first.focus) {
      case 'card':
        current?.element.focus({ preventScroll: true });
        break;
      case 'fold':
        (current?.fold ?? current?.element)?.focus({ preventScroll: true });
        break;
      case 'search':
        search.field.focus({ preventScroll: true });
        break;
      case 'view':
        view.focus({ preventScroll: true });
        break;
      case 'none':
    }
  }

  function focusNow(): HierarchyState['focus'] {
    const active = document.activeElement;
    if (active === search.field) return 'search';
    if (active === view) return 'view';
    if (!view.contains(active)) return 'none';
    return foldOf(active) === undefined ? 'card' : 'fold';
  }

  return {
    state: () => ({
      zoom: zoom.level(),
      left: view.scrollLeft,
      top: view.scrollTop,
      search: search.field.value,
      collapsed,
      current: current?.key ?? '',
      focus: focusNow(),
    }),
    detach() {
      listening.abort();
      zoom.detach();
    },
  };
}

/** The second band from the top. */
const CORE = 1;

function isPrimary({ element }: Card): boolean {
  return element.classList.contains('primary');
}
