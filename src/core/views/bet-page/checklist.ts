import { itemState, type ReadinessSource } from '../../computed/checklist.ts';
import type { Reason } from '../../computed/reason.ts';
import type { ListValue } from '../../model/located.ts';
import type { ChecklistItem } from '../../model/types.gen.ts';
import { isolated } from '../markup/html.ts';
import { icon } from './icons.ts';
import type { Pen } from './pen.ts';
import { dateMarkup } from './words.ts';

/** Done and all of a checklist, for its title; empty where there is no item. */
export function checklistCount(items: readonly ChecklistItem[], file: string, readiness: ReadinessSource): string {
  if (items.length === 0) return '';
  const done = items.filter(item => itemState(item, file, readiness).done).length;
  return `${String(done)} of ${String(items.length)} done`;
}

/** The items, each with its sign and what is said of it; empty where there is none. */
export function checklist(
  pen: Pen,
  file: string,
  list: ListValue<ChecklistItem> | undefined,
  readiness: ReadinessSource,
): string {
  const items = list?.items ?? [];
  if (items.length === 0) return '';
  return `<ul class="checklist">${items.map(item => itemMarkup(pen, file, item, readiness)).join('')}</ul>`;
}

function itemMarkup(pen: Pen, file: string, item: ChecklistItem, readiness: ReadinessSource): string {
  const { done, reasons } = itemState(item, file, readiness);
  const words = item.text ? isolated(item.text.text) : 'An item without words';
  const late = !done && item.due?.day !== undefined && item.due.day < pen.today;
  const remarks = [
    pen.text(file, item.owner?.name),
    item.due ? `${late ? 'was due' : 'due'} ${dateMarkup(pen, file, item.due)}` : '',
    pen.text(file, item.note),
  ].filter(Boolean);
  return [
    `<li class="${done ? 'done' : 'open'}${late ? ' late' : ''}">${icon(done ? 'yes' : 'open', done ? 'good' : late ? 'bad' : 'quiet')}`,
    `<span><span class="hidden">${done ? 'Done: ' : 'Open: '}</span>${pen.lead({ file, span: (item.text ?? item).span }, words)}`,
    remarks.length === 0 ? '' : ` <span class="remark">${remarks.join(' · ')}</span>`,
    item.auto ? autoRemark(pen, done, reasons) : '',
    '</span></li>',
  ].join('');
}

/** An item that ticks itself says why it does, or does not. */
function autoRemark(pen: Pen, done: boolean, reasons: readonly Reason[]): string {
  if (done) return ' <span class="remark">ticked by itself</span>';
  return reasons.map(reason => `<span class="reason">${pen.lead(reason, isolated(reason.text))}</span>`).join('');
}
