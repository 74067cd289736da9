import type { Card } from './cards.ts';
import type { HierarchyWords } from './words.ts';

/** Puts the picture into a view that scrolls, with a bar for tools above it. */
export function buildView(
  svg: SVGSVGElement,
  words: HierarchyWords,
): { readonly view: HTMLElement; readonly tools: HTMLElement } {
  const tools = document.createElement('div');
  tools.className = 'hierarchy-tools';
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', words.tools);
  const view = document.createElement('div');
  view.className = 'hierarchy-view';
  view.tabIndex = 0;
  view.setAttribute('role', 'region');
  view.setAttribute('aria-label', words.picture);
  const keys = document.createElement('p');
  keys.className = 'hierarchy-keys';
  keys.textContent = words.keys;
  svg.replaceWith(tools, view);
  view.append(keys, svg);
  return { view, tools };
}

/** Scrolls no farther than it must; what lies around the view scrolls with it. */
export function bringIntoView(view: HTMLElement, { element }: Card): void {
  const [card, room] = [element.getBoundingClientRect(), view.getBoundingClientRect()];
  view.scrollBy(
    shift(card.left, card.right, room.left, room.right),
    shift(card.top, card.bottom, room.top, room.bottom),
  );
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** How far from the edge of the view a card is brought, in pixels. */
const EDGE = 16;

function shift(from: number, to: number, start: number, end: number): number {
  if (from < start + EDGE) return from - start - EDGE;
  return to > end - EDGE ? Math.min(to - end + EDGE, from - start - EDGE) : 0;
}
