import type { Card, Cards } from './cards.ts';
import { filled, type HierarchyWords } from './words.ts';

export interface Search {
  readonly field: HTMLInputElement;
  readonly count: HTMLElement;
}

/** Lights the cards whose names hold what is typed, tells how many, and brings one after the other into view. */
export function createSearch(
  words: HierarchyWords,
  { all }: Cards,
  first: string,
  show: (card: Card) => void,
  leave: (found: Card | undefined) => void,
): Search {
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = words.search;
  field.setAttribute('aria-label', words.search);
  field.value = first;
  const count = document.createElement('output');
  count.className = 'found-count';
  let found: readonly Card[] = [];
  let place = 0;

  function find(): void {
    const wanted = field.value.trim().toLowerCase();
    found = wanted === '' ? [] : all.filter(card => card.name.includes(wanted));
    place = 0;
    const hits = new Set(found);
    for (const card of all) card.element.classList.toggle('found', hits.has(card));
    point();
  }

  function point(): void {
    found.forEach((card, index) => card.element.classList.toggle('found-now', index === place));
    for (const card of all) if (!found.includes(card)) card.element.classList.remove('found-now');
    count.textContent =
      field.value.trim() === ''
        ? ''
        : found.length === 0
          ? words.foundNone
          : filled(words.found, place + 1, found.length);
  }

  function go(step: number): void {
    if (found.length === 0) return;
    place = (place + step + found.length) % found.length;
    showPlace();
  }

  function showPlace(): void {
    point();
    const card = found[place];
    if (card !== undefined) show(card);
  }

  field.addEventListener('input', () => {
    find();
    showPlace();
  });
  field.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') {
      const last = found[place];
      field.value = '';
      find();
      leave(last);
    }
  });
  find();
  return { field, count };
}
