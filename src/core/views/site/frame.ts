import type { Day } from '../../model/values/date.ts';
import { dayInFull } from '../bet-page/words.ts';
import { escapeMarkup } from '../markup/escape.ts';
import { inline } from '../markup/html.ts';
import { htmlDocument } from './document.ts';

/** The pages that every page leads to. */
export const mainPages = {
  overview: { path: 'index.html', name: 'Overview' },
  board: { path: 'board.html', name: 'Board' },
  learnings: { path: 'learnings.html', name: 'Learnings' },
  findings: { path: 'findings.html', name: 'Findings' },
} as const;

export type MainPage = keyof typeof mainPages;

/** What the pages bring along, by name in the site's folder. */
export const assetPaths = {
  siteCss: 'assets/site.css',
  pageCss: 'assets/page.css',
  hierarchyCss: 'assets/hierarchy.css',
  boardCss: 'assets/board.css',
  boardScript: 'assets/board.js',
} as const;

export const calendarPath = 'betwright.ics';

interface Frame {
  readonly site: { readonly title: string; readonly today: Day };
  /** Where the page stands in the site's folder. */
  readonly path: string;
  /** The main page that it is, if it is one. */
  readonly at?: MainPage;
  /** As it was written; without one the site's own. */
  readonly title?: string;
  /** Stylesheets besides the site's own, which comes last. */
  readonly styles: readonly (keyof typeof assetPaths)[];
  readonly scripts?: readonly (keyof typeof assetPaths)[];
  readonly main: string;
}

/**
 * A page of the site. It may load what lies beside it and nothing else: `file:` stands beside `'self'` for browsers that do not take
 * two files of a folder for the same place.
 */
export function framed({ site, path, at, title, styles, scripts = [], main }: Frame): string {
  const own = title === undefined ? undefined : inline(title);
  const siteTitle = inline(site.title);
  const sheets = [...styles, 'siteCss' as const].map(
    name => `<link rel="stylesheet" href="${wayTo(path, assetPaths[name])}">`,
  );
  const loaded = scripts.map(name => `<script src="${wayTo(path, assetPaths[name])}" defer></script>`);
  return htmlDocument({
    title: own === undefined || own === '' ? siteTitle : `${own} – ${siteTitle}`,
    allowed: `style-src 'self' file:; img-src 'self' file:${scripts.length > 0 ? "; script-src 'self' file:" : ''}`,
    head: [...sheets, ...loaded].join('\n'),
    body: `<a class="skip" href="#main">To the content</a>
<header class="site-head"><a class="site-title" href="${wayTo(path, mainPages.overview.path)}"><bdi>${siteTitle}</bdi></a>${navigation(path, at)}</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="site-foot"><p>As of <time datetime="${site.today}">${dayInFull(site.today)}</time>. Made by Betwright from the files of the repository; they have the last word.</p></footer>`,
  });
}

function navigation(from: string, at: MainPage | undefined): string {
  const links = (Object.keys(mainPages) as MainPage[]).map(name => {
    const page = mainPages[name];
    return `<li><a href="${wayTo(from, page.path)}"${name === at ? ' aria-current="page"' : ''}>${page.name}</a></li>`;
  });
  return `<nav aria-label="Site"><ul>${links.join('')}</ul></nav>`;
}

/** The address of a file of the site, from another one. Both may have a fragment; the site is never left. */
export function wayTo(from: string, to: string): string {
  const depth = from.split('/').length - 1;
  return escapeMarkup(`${'../'.repeat(depth)}${to}`);
}
