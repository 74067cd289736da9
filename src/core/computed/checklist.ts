import type { ChecklistItem } from '../model/types.gen.ts';
import type { Readiness } from './readiness.ts';
import { quoted, type Reason } from './reason.ts';

/** Whether an item is done, and what says so. */
export interface ItemState {
  readonly done: boolean;
  readonly reasons: readonly Reason[];
}

/** Readiness, at least of the point that the item asks for; computed when it asks: most never do. Absent where there is no bet. */
export type ReadinessSource = () => Partial<Readiness> | undefined;

/**
 * An item with `auto` is done when that point of readiness is met, whatever is ticked; one that does not apply holds
 * nothing up either. Without a bet nothing is known of its readiness, and the tick counts.
 */
export function itemState(item: ChecklistItem, file: string, readiness: ReadinessSource): ItemState {
  const point = item.auto && readiness()?.[item.auto.word];
  if (point) return { done: point.value !== 'notMet', reasons: point.reasons };
  const done = item.done?.boolean === true;
  const span = (done ? item.done : undefined)?.span ?? (item.text ?? item).span;
  return { done, reasons: [{ text: `${itemName(item)} is ${done ? 'ticked' : 'open'}.`, file, span }] };
}

export function isDone(item: ChecklistItem, readiness: Readiness | undefined): boolean {
  return itemState(item, '', () => readiness).done;
}

export function itemName(item: ChecklistItem): string {
  return item.text ? quoted(item.text.text) : 'An item without words';
}

/** Done and all. No item at all is 0 of 0, and never "all done" (SPEC 8). */
export function itemCount(
  items: readonly ChecklistItem[],
  readiness: Readiness | undefined,
): { readonly done: number; readonly of: number } {
  return { done: items.filter(item => isDone(item, readiness)).length, of: items.length };
}
