import type { Learning } from '../../computed/learnings.ts';
import { isolated, longText } from '../markup/html.ts';
import { icon } from './icons.ts';
import type { Pen } from './pen.ts';
import { section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { wordsOf } from './words.ts';

const most = 24;

/** What earlier bets taught that share a metric with this one, bet by bet; no section where none did. */
export function learnings(pen: Pen, { learnings: all }: PageSource): PageSection | undefined {
  if (all.length === 0) return undefined;
  const byBet = new Map<string, Learning[]>();
  for (const learning of all.slice(0, most)) {
    const key = `${learning.file} ${learning.bet}`;
    const known = byBet.get(key);
    if (known) known.push(learning);
    else byBet.set(key, [learning]);
  }
  const body = [...byBet.values()].map(taught => betMarkup(pen, taught)).join('');
  return section({ name: 'learnings', title: 'What earlier bets taught', body });
}

function betMarkup(pen: Pen, taught: readonly Learning[]): string {
  const [first] = taught;
  if (first === undefined) return '';
  const items = taught.map(learning => `<li>${pen.lead(learning, longText(learning.text))}</li>`).join('');
  const outcome = first.outcome ? `<span class="outcome">${icon(first.outcome, 'plain')}${first.outcome}</span>` : '';
  const shared = first.shared === 'category' ? isolated(wordsOf(first.name)) : isolated(first.name);
  return [
    `<div class="taught"><h3>${isolated(first.title)} <span class="id">${isolated(first.bet)}</span>${outcome}</h3>`,
    `<p class="remark">same ${first.shared}: ${shared}</p><ul class="learnings">${items}</ul></div>`,
  ].join('');
}
