import { button, make } from './dom.ts';
import { balanceOf, countFacts, factOrder, type Balance, type Fact, type Filter, type Row } from './rows.ts';
import { fill, type BoardWords } from './words.ts';

/** What is worth knowing before one card is read; each of them narrows the board to the bets that it speaks of. */
export interface FactsView {
  readonly element: HTMLElement;
  /** Of all bets, whatever is filtered. */
  count(rows: readonly Row[], mostP0: number): void;
  show(filter: Filter): void;
}

export function createFacts(words: BoardWords, onFilter: (change: Partial<Filter>) => void): FactsView {
  let filter: Pick<Filter, 'fact' | 'portfolio'> = { fact: '', portfolio: '' };
  const toggleFact = (fact: Fact): void => {
    onFilter({ fact: filter.fact === fact ? '' : fact });
  };
  const togglePortfolio = (portfolio: string): void => {
    onFilter({ portfolio: filter.portfolio === portfolio ? '' : portfolio });
  };
  const facts = new Map(
    factOrder.map(fact => {
      const number = make('b');
      const element = button('', { class: 'bw-fact' }, () => {
        toggleFact(fact);
      });
      element.append(`${words.facts[fact]} `, number);
      return [fact, { element, number }];
    }),
  );
  const bar = make('span', { class: 'bw-bar', role: 'img' });
  const legend = make('span', { class: 'bw-legend' });
  const balance = make('div', { class: 'bw-balance' }, make('span', { class: 'bw-quiet' }, words.balance), bar, legend);
  const element = make(
    'div',
    { class: 'bw-facts' },
    make('div', { class: 'bw-fact-list' }, ...[...facts.values()].map(fact => fact.element)),
    balance,
  );
  const parts = new Map(
    (['core', 'adjacent', 'transformational'] as const).map(portfolio => {
      const piece = make('i', { class: `bw-${portfolio}` });
      const name = button('', { class: 'bw-part' }, () => {
        togglePortfolio(portfolio);
      });
      const text = make('span');
      name.append(make('i', { class: `bw-key bw-${portfolio}`, 'aria-hidden': true }), text);
      bar.append(piece);
      legend.append(name);
      return [portfolio, { piece, name, text }];
    }),
  );
  const silent = make('span', { class: 'bw-quiet' });
  legend.append(silent);

  function showBalance({ parts: all, unsaid }: Balance): void {
    const said = all.map(({ portfolio, percent, target }) =>
      fill(words.balancePart, words.portfolios[portfolio], percent, target),
    );
    bar.setAttribute('aria-label', fill(words.balanceLabel, said.join(', ')));
    for (const [index, { portfolio, count, percent, target }] of all.entries()) {
      const part = parts.get(portfolio);
      if (part === undefined) continue;
      part.piece.style.flexGrow = String(count);
      part.text.textContent = fill(words.balancePart, words.portfolios[portfolio], percent, target);
      part.name.setAttribute('aria-label', `${said[index] ?? ''}: ${String(count)}`);
    }
    silent.textContent = unsaid === 0 ? '' : fill(words.unsaid, unsaid);
  }

  return {
    element,
    count(rows, mostP0) {
      const counts = countFacts(rows);
      for (const [fact, { element: chip, number }] of facts) {
        const count = counts[fact];
        number.textContent = fact === 'p0' ? fill(words.ofLimit, count, mostP0) : String(count);
        chip.classList.toggle('bw-alarm', fact === 'p0' ? count > mostP0 : count > 0);
        chip.classList.toggle('bw-calm', count === 0);
      }
      const spread = balanceOf(rows);
      balance.hidden = spread.parts.every(({ count }) => count === 0);
      showBalance(spread);
    },
    show(chosen) {
      filter = chosen;
      for (const [fact, chip] of facts) chip.element.setAttribute('aria-pressed', String(filter.fact === fact));
      for (const [portfolio, { name }] of parts)
        name.setAttribute('aria-pressed', String(filter.portfolio === portfolio));
    },
  };
}
