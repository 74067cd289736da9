import { statuses, type Status } from '../../model/status.ts';
import { addDays, compareDays, type Day } from '../../model/values/date.ts';
import { icon, type Icon, type Tone } from '../bet-page/icons.ts';
import { capitalised, dayMarkup, distance, kindTitles, wordsOf } from '../bet-page/words.ts';
import type { PlacedCard } from '../board/card.ts';
import { inline, isolated } from '../markup/html.ts';
import { calendarPath, framed, mainPages, wayTo } from './frame.ts';
import type { SiteSource } from './source.ts';

const path = mainPages.overview.path;
/** Days ahead that are told; the calendar file has all. */
const ahead = 28;
const mostEvents = 12;

/** What one wants to know first: what can't wait, what is next, and how each bet stands. */
export function overviewPage(site: SiteSource): string {
  const cards = site.board.files.flatMap(file => file.cards);
  const main = `<article class="betwright-page site-page">
<h1>${inline(site.title) || 'Product bets'}</h1>
${tiles(site, cards)}
${broken(site)}
<div class="site-columns">${urgent(cards)}${upcoming(site)}</div>
${statuses.map(status => betsIn(site, status, cards)).join('')}
${others(site)}
</article>`;
  return framed({ site, path, at: 'overview', styles: ['pageCss'], main });
}

function tiles({ findings }: SiteSource, cards: readonly PlacedCard[]): string {
  const open = cards.filter(({ status }) => status !== 'concluded').length;
  const count = (severity: string): number => findings.filter(finding => finding.severity === severity).length;
  const tile = (number: number, words: string, to: string, sign: string): string =>
    `<li><a href="${wayTo(path, to)}">${sign}<b>${String(number)}</b> ${words}</a></li>`;
  return `<ul class="site-tiles">${[
    tile(open, open === 1 ? 'open bet' : 'open bets', mainPages.board.path, ''),
    tile(cards.length - open, 'concluded', mainPages.learnings.path, ''),
    tile(count('error'), count('error') === 1 ? 'error' : 'errors', mainPages.findings.path, icon('error', count('error') > 0 ? 'bad' : 'quiet')), // prettier-ignore
    tile(count('warning'), count('warning') === 1 ? 'warning' : 'warnings', mainPages.findings.path, icon('warning', count('warning') > 0 ? 'warn' : 'quiet')), // prettier-ignore
  ].join('')}</ul>`;
}

function broken({ broken: files }: SiteSource): string {
  if (files.length === 0) return '';
  const items = files.map(file => `<li><code>${isolated(file)}</code></li>`);
  return `<section class="site-broken" aria-label="Files that are missing"><p>${icon('error', 'bad')} What stands in these files is missing, because they can’t be parsed:</p><ul>${items.join('')}</ul></section>`;
}

const flagWords = {
  zombie: 'The timebox is long over, and nothing was decided',
  retroOverdue: 'The retro is overdue',
  guardrailBreached: 'A guardrail is breached',
} as const;

/** Bets that can't wait, each with why. */
function urgent(cards: readonly PlacedCard[]): string {
  const items = cards.flatMap(card =>
    (card.flags ?? []).map(
      flag =>
        `<li>${icon('error', 'bad')}<span>${link(card)} <span class="remark">${flagWords[flag]}</span></span></li>`,
    ),
  );
  const body = items.length === 0 ? `<p class="remark">${icon('yes', 'good')} Nothing.</p>` : `<ul class="site-list">${items.join('')}</ul>`; // prettier-ignore
  return `<section aria-labelledby="urgent"><h2 id="urgent">Can’t wait</h2>${body}</section>`;
}

function upcoming({ events, today }: SiteSource): string {
  const until = addDays(today, ahead);
  const next = events.filter(({ day }) => compareDays(day, today) >= 0 && compareDays(day, until) <= 0);
  const items = next.slice(0, mostEvents).map(({ day, summary, path: to, workedOut }) => {
    // An id is not to be broken at its hyphen.
    const text = isolated(summary).replace(/-(?=\d)/g, '-&#8288;');
    const words = to === undefined ? text : `<a href="${wayTo(path, to)}">${text}</a>`;
    const marks = workedOut ? ' <span class="remark">expected</span>' : '';
    return `<li><span class="when">${dayMarkup(day, today)} <span class="remark">${distance(day, today)}</span></span><span>${words}${marks}</span></li>`;
  });
  const more = next.length - items.length;
  const body = items.length === 0 ? `<p class="remark">Nothing in the next ${String(ahead)} days.</p>` : `<ul class="site-dates">${items.join('')}</ul>`; // prettier-ignore
  const rest = more > 0 ? `And ${String(more)} more until then. ` : '';
  return `<section aria-labelledby="next"><h2 id="next">Next ${String(ahead)} days</h2>${body}<p class="remark">${rest}All days are in the <a href="${wayTo(path, calendarPath)}" download>calendar file</a>.</p></section>`;
}

function betsIn({ today }: SiteSource, status: Status, all: readonly PlacedCard[]): string {
  const cards = all.filter(card => card.status === status);
  if (cards.length === 0) return '';
  const hasReadiness = cards.some(({ ready }) => ready !== undefined);
  const headings = [
    ['name', 'Bet'],
    ['owner', 'Owner'],
    ['due', status === 'concluded' ? 'Decision' : 'Next'],
    ...(hasReadiness ? [['ready', 'Ready for GA']] : []),
    ['marks', 'To mend'],
  ];
  const head = headings.map(([name, words]) => `<th scope="col" class="${name ?? ''}">${words ?? ''}</th>`).join('');
  const rows = cards.map(card => {
    const cells = [isolated(card.owner ?? ''), dueOf(card, today), ...(hasReadiness ? [readyOf(card)] : []), marksOf(card)]; // prettier-ignore
    return `<tr><th scope="row">${nameOf(card)}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<section><h2 id="${status}">${capitalised(wordsOf(status))} <span class="count">${String(cards.length)}</span></h2>
<div class="site-scroll" tabindex="0" role="region" aria-labelledby="${status}"><table class="site-table site-bets"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function nameOf(card: PlacedCard): string {
  const { priority, title, id } = card;
  const mark = priority === undefined ? '' : `<span class="priority">${priority}</span> `;
  return `${mark}${link(card)}${title === id ? '' : ` <span class="remark">${isolated(id)}</span>`}`;
}

function dueOf({ next, decision }: PlacedCard, today: Day): string {
  if (next === undefined) return decision === undefined ? '' : `${icon(decision, 'plain')} ${capitalised(decision)}`;
  const late = next.day < today ? ' <span class="late">late</span>' : '';
  return `${capitalised(inline(next.what))}: ${dayMarkup(next.day, today)}${late}`;
}

function readyOf({ ready }: PlacedCard): string {
  return ready === undefined ? '' : `${String(ready.met)} of ${String(ready.of)}`;
}

function marksOf({ errors = 0, warnings = 0 }: PlacedCard): string {
  if (errors + warnings === 0) return `${icon('yes', 'good')}<span class="hidden">nothing</span>`;
  return [counted(errors, 'error', 'bad'), counted(warnings, 'warning', 'warn')].filter(Boolean).join(' ');
}

function counted(count: number, what: Icon & ('error' | 'warning'), tone: Tone): string {
  const words = `${what}${count === 1 ? '' : 's'}`;
  return count === 0 ? '' : `<span class="mark">${icon(what, tone)}${String(count)}<span class="hidden"> ${words}</span></span>`; // prettier-ignore
}

function link({ href, title, id }: PlacedCard): string {
  const name = isolated(title === '' ? id : title);
  return href === undefined ? name : `<a href="${wayTo(path, href)}">${name}</a>`;
}

/** What stands for itself or serves several bets. */
function others({ pages }: SiteSource): string {
  const alone = pages.filter(({ kind }) => kind !== 'bet');
  if (alone.length === 0) return '';
  const items = alone.map(
    page =>
      `<li><a href="${wayTo(path, page.path)}">${isolated(page.title)}</a> <span class="remark">${kindTitles[page.kind]}</span></li>`,
  );
  return `<section aria-labelledby="others"><h2 id="others">Beside the bets</h2><ul class="site-list">${items.join('')}</ul></section>`;
}
