import { betPage } from '../bet-page/bet-page.ts';
import type { PageLinks } from '../bet-page/pen.ts';
import type { PageSource } from '../bet-page/source.ts';
import { framed } from './frame.ts';
import type { SitePage, SiteSource } from './source.ts';

/** The page of an artifact, as the preview shows it, with links that stay within the site. */
export function artifactPage(
  site: Pick<SiteSource, 'title' | 'today'>,
  page: SitePage,
  source: PageSource,
  links: PageLinks,
): string {
  const { html } = betPage(source, links);
  return framed({ site, path: page.path, title: page.title, styles: ['pageCss', 'hierarchyCss'], main: html });
}
