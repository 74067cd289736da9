import { icon, type Tone } from '../bet-page/icons.ts';
import { isolated } from '../markup/html.ts';
import { framed, mainPages, wayTo } from './frame.ts';
import type { SiteFinding, SiteSource } from './source.ts';

const path = mainPages.findings.path;
const groups: readonly (readonly [severity: SiteFinding['severity'], name: string, tone: Tone])[] = [
  ['error', 'Errors', 'bad'],
  ['warning', 'Warnings', 'warn'],
  ['information', 'To know', 'quiet'],
];
/** A page that can be opened: the command line tells all. */
const most = 2000;

/** All that was found, the worst first, each with where it stands. */
export function findingsPage(site: SiteSource): string {
  const sections = groups.map(([severity, name, tone]) => {
    const found = site.findings.filter(finding => finding.severity === severity);
    if (found.length === 0) return '';
    const rows = found.slice(0, most).map(rowOf);
    const more = found.length > most ? `<p class="remark">And ${String(found.length - most)} more: <code>betwright check</code> tells them all.</p>` : ''; // prettier-ignore
    return `<section><h2 id="${severity}">${icon(severity, tone)} ${name} <span class="count">${String(found.length)}</span></h2>
<div class="site-scroll" tabindex="0" role="region" aria-labelledby="${severity}"><table class="site-table site-findings"><thead><tr><th scope="col">Where</th><th scope="col">What</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>${more}</section>`;
  });
  const told = sections.join('');
  const main = `<article class="betwright-page site-page"><h1>Findings</h1>
${told === '' ? `<p>${icon('yes', 'good')} Nothing to mend.</p>` : told}</article>`;
  return framed({ site, path, at: 'findings', title: 'Findings', styles: ['pageCss'], main });
}

function rowOf({ rule, message, file, line, page }: SiteFinding): string {
  const place = `<code>${isolated(file)}:${String(line)}</code>`;
  const where =
    page === undefined ? place : `<a href="${wayTo(path, page.path)}">${isolated(page.title)}</a><br>${place}`;
  return `<tr><td>${where}</td><td>${isolated(message)} <code>${isolated(rule)}</code></td></tr>`;
}
