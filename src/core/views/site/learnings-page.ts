import { capitalised, dayMarkup } from '../bet-page/words.ts';
import type { LearningEntry } from '../learning-repository/entry.ts';
import { isolated, longText } from '../markup/html.ts';
import { framed, mainPages, wayTo } from './frame.ts';
import { pageData } from './page-data.ts';
import type { SiteSource } from './source.ts';

const path = mainPages.learnings.path;

/** What concluded bets taught. Without a script it is a list; with one it can be searched and filtered. */
export function learningsPage(site: SiteSource): string {
  const { entries } = site.learnings;
  const list = entries.map(entry => plainEntry(entry, site)).join('');
  const plain = list === '' ? '<p>No bet has been concluded yet.</p>' : list;
  const main = `<h1 class="unseen">Learnings</h1>
<div id="betwright-learnings"><div class="site-page betwright-page">${plain}</div></div>
${pageData('betwright-learnings-data', site.learnings)}`;
  return framed({ site, path, at: 'learnings', title: 'Learnings', styles: ['pageCss', 'boardCss'], scripts: ['boardScript'], main }); // prettier-ignore
}

function plainEntry(entry: LearningEntry, { today }: SiteSource): string {
  const { id, title, href, outcome, result, owner, day, hypothesis, evidence, why, learnings = [] } = entry;
  const name = isolated(title === '' ? id : title);
  const facts = [
    outcome === undefined ? '' : capitalised(outcome),
    result === undefined ? '' : `hypothesis ${result}`,
    day === undefined ? '' : dayMarkup(day, today),
    isolated(id),
    owner === undefined ? '' : isolated(owner),
  ].filter(Boolean);
  const paragraph = (label: string, text: string | undefined): string =>
    text === undefined ? '' : `<p><b>${label}:</b> ${longText(text)}</p>`;
  return `<section><h2>${href === undefined ? name : `<a href="${wayTo(path, href)}">${name}</a>`}</h2>
<p class="remark">${facts.join(' · ')}</p>
${paragraph('Hypothesis', hypothesis)}${paragraph('Evidence', evidence?.text)}${paragraph('Why', why?.text)}
${learnings.length === 0 ? '' : `<ul class="site-points">${learnings.map(({ text }) => `<li>${longText(text)}</li>`).join('')}</ul>`}</section>`;
}
