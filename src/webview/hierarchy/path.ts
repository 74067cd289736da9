import type { Arrow, Card, Cards } from './cards.ts';

/** What lies on the ways from what drives a card, over it, up to what it moves in the end. */
export interface Path {
  readonly cards: ReadonlySet<Card>;
  readonly arrows: readonly Arrow[];
}

export function pathThrough(card: Card, { arrows }: Cards): Path {
  const above = reached(card, next => next.drives);
  const below = reached(card, next => next.drivenBy);
  const isOnPath = ({ from, to }: Arrow): boolean =>
    (above.has(from) && above.has(to)) || (below.has(from) && below.has(to));
  return { cards: new Set([...above, ...below]), arrows: arrows.filter(isOnPath) };
}

function reached(start: Card, next: (card: Card) => readonly Card[]): ReadonlySet<Card> {
  const seen = new Set([start]);
  // A set goes on with what is added to it on the way.
  for (const card of seen) for (const neighbour of next(card)) seen.add(neighbour);
  return seen;
}

/** Lights the path through a card and dims the rest; all is as usual without one. */
export function showPath(svg: SVGSVGElement, cards: Cards, through: Card | undefined): void {
  svg.classList.toggle('tracing', through !== undefined);
  for (const lit of svg.querySelectorAll('.traced')) lit.classList.remove('traced');
  if (through === undefined) return;
  const path = pathThrough(through, cards);
  for (const { element, fold } of path.cards) {
    element.classList.add('traced');
    fold?.classList.add('traced');
  }
  for (const { element } of path.arrows) element.classList.add('traced');
}
