import { escapeMarkup } from '../markup/escape.ts';
import { plainText } from '../markup/plain-text.ts';
import { htmlDocument } from '../site/document.ts';
import { hierarchyCss } from './css.ts';
import type { HierarchyGraph } from './graph.ts';
import { renderHierarchy } from './svg.ts';
import { hierarchyTable } from './table.ts';

/** The metrics hierarchy as a page of its own, with its table below it and its style inside. The same graph gives the same text. */
export function hierarchyPage(graph: HierarchyGraph): string {
  const title = escapeMarkup(plainText(graph.title) || 'Metrics hierarchy');
  return htmlDocument({
    title,
    allowed: "style-src 'unsafe-inline'",
    head: `<style>${hierarchyCss}${pageCss}</style>`,
    body: `<main>
<h1 class="unseen">${title}</h1>
<div class="picture" tabindex="0" role="region" aria-label="Picture">${renderHierarchy(graph, 'linked')}</div>
<div class="facts" tabindex="0" role="region" aria-label="Table">${hierarchyTable(graph)}</div>
</main>`,
  });
}

const pageCss = `
:root{color-scheme:light dark}
body{margin:0;background:#fff}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
main{padding:16px;max-width:max-content;margin:0 auto}
.picture,.facts{overflow-x:auto;max-width:calc(100vw - 32px)}
.facts{margin-top:16px}
.betwright-hierarchy{display:block;max-width:none}
.betwright-table{--bw-quiet:#d0d7de}
.betwright-table th,.betwright-table td{border-width:0 0 1px}
.betwright-table caption{padding-bottom:8px;font-size:14px}
@media (prefers-color-scheme:dark){body{background:#0d1117}.betwright-table{--bw-quiet:#30363d}}
@media print{.picture,.facts{overflow:visible}}
`;
