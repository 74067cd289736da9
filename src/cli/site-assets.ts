import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import boardCss from '../../media/board.css';
import hierarchyCss from '../../media/hierarchy.css';
import pageCss from '../../media/page.css';
import siteCss from '../../media/site.css';
import type { SiteWishes } from '../core/features/site.ts';

/** What the pages of a site bring along: stylesheets inside this bundle, and the script of the board beside it. */
export function siteAssets(): SiteWishes['assets'] {
  const boardScript = readFileSync(join(__dirname, 'board.js'), 'utf8').replace(
    /\n\/\/# sourceMappingURL=.*\n?$/,
    '\n',
  );
  return { siteCss, pageCss, hierarchyCss, boardCss, boardScript };
}
