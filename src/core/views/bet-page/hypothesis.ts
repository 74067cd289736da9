import type { TextValue } from '../../model/located.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { longText } from '../markup/html.ts';
import type { Pen } from './pen.ts';

const parts = [
  ['believe', 'We believe that'],
  ['audience', 'for'],
  ['outcome', 'leads to'],
  ['because', 'because'],
] as const;

/** The hypothesis part by part where it has parts, else as its sentence; and what was agreed to decide by. */
export function hypothesis(pen: Pen, { bet, artifact }: BetCase): string {
  const { hypothesis: written, criteria } = bet;
  const { file } = artifact;
  const told = (value: TextValue): string => pen.lead({ file, span: value.span }, longText(value.text));
  const found = parts.flatMap(([name, words]) => {
    const value = written?.[name];
    return value ? [`<div><dt>${words}</dt><dd>${told(value)}</dd></div>`] : [];
  });
  // The parts that were found in a sentence are parts of that sentence: it is not told twice.
  const body = written?.text
    ? `<blockquote>${told(written.text)}</blockquote>`
    : found.length > 0
      ? `<dl class="belief">${found.join('')}</dl>`
      : '<p class="absent">No hypothesis yet: what is believed, for whom, and what should come of it?</p>';
  const area = written ? pen.area('hypothesis', { file, span: written.span }) : '';
  const agreed = (['scale', 'iterate', 'kill'] as const).flatMap(outcome => {
    const list = criteria?.[outcome];
    if (!list || list.items.length === 0) return [];
    const items = list.items.map(item => `<li>${told(item)}</li>`).join('');
    return [`<div class="${outcome}"><dt>${outcome}</dt><dd><ul>${items}</ul></dd></div>`];
  });
  const agreement =
    criteria && agreed.length > 0
      ? // Not inside a section: under the page's own heading the next one is the second.
        `<div class="block"><h2>Agreed beforehand</h2><dl class="criteria"${pen.area('criteria', { file, span: criteria.span })}>${agreed.join('')}</dl></div>`
      : '';
  return `<div class="hypothesis"${area}>${body}</div>${agreement}`;
}
