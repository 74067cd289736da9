import { statuses } from '../../model/status.ts';
import { capitalised, dayMarkup, wordsOf } from '../bet-page/words.ts';
import { inline, isolated } from '../markup/html.ts';
import { framed, mainPages, wayTo } from './frame.ts';
import { pageData } from './page-data.ts';
import type { SiteSource } from './source.ts';

const path = mainPages.board.path;

/** The board. Without a script it is a list of the bets by status; with one, that list gives way to columns, search and filters. */
export function boardPage(site: SiteSource): string {
  const main = `<h1 class="unseen">Board</h1>
<div id="betwright-board"><div class="site-page betwright-page">${plainBoard(site)}</div></div>
${pageData('betwright-board-data', site.board)}`;
  return framed({ site, path, at: 'board', title: 'Board', styles: ['pageCss', 'boardCss'], scripts: ['boardScript'], main }); // prettier-ignore
}

function plainBoard({ board: { files, today } }: SiteSource): string {
  const cards = files.flatMap(file => file.cards);
  if (cards.length === 0) return '<p>There are no bets yet.</p>';
  return statuses
    .map(status => {
      const items = cards
        .filter(card => card.status === status)
        .map(({ id, title, href, owner, next }) => {
          const name = isolated(title === '' ? id : title);
          const link = href === undefined ? name : `<a href="${wayTo(path, href)}">${name}</a>`;
          const due = next === undefined ? '' : ` · ${inline(next.what)} ${dayMarkup(next.day, today)}`;
          return `<li>${link} <span class="remark">${isolated(id)}${owner === undefined ? '' : ` · ${isolated(owner)}`}${due}</span></li>`;
        });
      if (items.length === 0) return '';
      return `<section><h2>${capitalised(wordsOf(status))} <span class="count">${String(items.length)}</span></h2><ul class="site-list">${items.join('')}</ul></section>`;
    })
    .join('');
}
