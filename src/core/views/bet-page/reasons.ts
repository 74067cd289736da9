import type { Reason } from '../../computed/reason.ts';
import { isolated } from '../markup/html.ts';
import type { Pen } from './pen.ts';

/** So many stand in sight; the others are a click away. */
const most = 12;

/** Why something is as it is, each reason leading to its place; what is said twice of one place is told once. */
export function reasonList(pen: Pen, reasons: readonly Reason[]): string {
  const told = new Map(reasons.map(reason => [`${reason.file} ${String(reason.span.start)} ${reason.text}`, reason]));
  if (told.size === 0) return '';
  const items = [...told.values()].map(reason => `<li>${pen.lead(reason, isolated(reason.text))}</li>`);
  const rest = items.slice(most);
  const more =
    rest.length === 0
      ? ''
      : `<details class="more"><summary>${String(rest.length)} more</summary><ul class="reasons">${rest.join('')}</ul></details>`;
  return `<ul class="reasons">${items.slice(0, most).join('')}</ul>${more}`;
}
