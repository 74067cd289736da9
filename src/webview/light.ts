import type { CaretMessage, PageArea } from './messages.ts';

/** What bears the key of the smallest stretch in which the caret stands is lit, and nothing else. Returns that key. */
export function light(article: HTMLElement, areas: readonly PageArea[], caret: Omit<CaretMessage, 'type'>): string {
  let smallest: PageArea | undefined;
  for (const area of areas) {
    if (area.file !== caret.file || caret.offset < area.start || caret.offset > area.end) continue;
    if (smallest === undefined || area.end - area.start < smallest.end - smallest.start) smallest = area;
  }
  const key = smallest?.key ?? '';
  for (const element of article.querySelectorAll('.lit'))
    if (element.getAttribute('data-key') !== key) element.classList.remove('lit');
  for (const element of litBy(article, key)) element.classList.add('lit');
  return key;
}

/** Brings what is lit into view, unless it is there. */
export function followLight(article: HTMLElement, key: string): void {
  const shown = litBy(article, key).find(element => element.getClientRects().length > 0);
  shown?.scrollIntoView({ block: 'nearest' });
}

function litBy(article: HTMLElement, key: string): readonly Element[] {
  return key === ''
    ? []
    : [...article.querySelectorAll('[data-key]')].filter(element => element.getAttribute('data-key') === key);
}
