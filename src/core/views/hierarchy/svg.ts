import { renderCard } from './card.ts';
import { hierarchyCss } from './css.ts';
import { renderDrives } from './drives.ts';
import { foldBranches, type Folding } from './fold.ts';
import { escapeMarkup } from '../markup/escape.ts';
import { tiers } from '../../model/tiers.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { HierarchyGraph, MetricCard } from './graph.ts';
import { layOut } from './layout.ts';
import type { Layout, PlacedBand } from './layout.ts';
import { MARGIN } from './measures.ts';
import type { Model } from './nets.ts';
import { TO_MEND, VERDICT_SHAPES } from './shapes.ts';
import { plainText } from '../markup/plain-text.ts';
import { boldFont, fitText, font, textWidth } from '../markup/text-width.ts';
import { cardInWords, TIER_WORDS, VERDICT_WORDS } from './words.ts';

/**
 * `embedded` carries its stylesheet and stands alone; `linked` has neither a style element nor a style attribute, for a page that brings
 * `media/hierarchy.css` under a strict content security policy.
 */
export type HierarchyStyle = 'embedded' | 'linked';

const UNFOLDED: Folding = { collapsed: [], buttons: 'absent' };

/**
 * The metrics hierarchy as one SVG element: lagging over core over leading over guardrails, what drives what, and how each metric stands.
 * What is folded away is counted all the same. The same graph gives the same text. No script, no link, no id and nothing that is fetched; every text of the graph is escaped.
 */
export function renderHierarchy(whole: HierarchyGraph, style: HierarchyStyle, folding = UNFOLDED): string {
  const graph = foldBranches(whole, folding);
  const title = plainText(graph.title) || 'Metrics hierarchy';
  const subtitle = plainText(graph.subtitle ?? '');
  const hasSummary = whole.metrics.some(metric => metric.verdict !== 'unknown' || metric.problems.length > 0);
  const top = MARGIN + 34 + (subtitle === '' ? 0 : 20) + (hasSummary ? 26 : 0);
  const layout = layOut(graph, top + 4);
  const inWords = neighboursInWords(layout.model);
  const cardsInWords = new Map(
    layout.model.metrics.map((metric, node) => [metric, cardInWords(metric, ...inWords(node))]),
  );
  const summary = hasSummary ? renderSummary(whole.metrics, top - 16) : NO_SUMMARY;
  const width = Math.max(layout.width, summary.right);
  const room = width - 2 * MARGIN;
  const left = String(MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="betwright-hierarchy" width="${String(width)}" height="${String(layout.height)}"`,
    ` viewBox="0 0 ${String(width)} ${String(layout.height)}" role="group" aria-label="${escapeMarkup(title)}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<desc>${escapeMarkup(pictureInWords(layout))}</desc>`,
    style === 'embedded' ? `<style>${hierarchyCss}</style>` : '',
    `<rect class="ground" width="${String(width)}" height="${String(layout.height)}"/>`,
    `<text class="title" x="${left}" y="${String(MARGIN + 20)}">${escapeMarkup(fitText(title, room, boldFont(18)))}</text>`,
    subtitle === ''
      ? ''
      : `<text class="subtitle" x="${left}" y="${String(MARGIN + 42)}">${escapeMarkup(fitText(subtitle, room, font(12)))}</text>`,
    summary.markup,
    ...layout.bands.map(band => renderBand(band, cardsInWords)),
    renderGuards(layout),
    renderDrives(layout),
    '</svg>',
  ].join('');
}

const IN_SUMMARY: readonly Verdict[] = ['hit', 'close', 'missed', 'within', 'alert', 'breached', 'unknown'];

interface Summary {
  readonly markup: string;
  /** Where it ends: a picture of few cards is narrower than the line of what they stand for. */
  readonly right: number;
}

const NO_SUMMARY: Summary = { markup: '', right: 0 };

/** How many stand how, with the signs that the cards bear: at once the key to them. */
function renderSummary(metrics: readonly MetricCard[], y: number): Summary {
  let x = MARGIN;
  const part = (count: number, kind: string, sign: string, said: string): string => {
    if (count === 0) return '';
    const words = `${String(count)} ${said}`;
    const shown = [
      `<g class="${kind}"><g class="verdict" transform="translate(${String(x + 7)} ${String(y)}) scale(.85)">${sign}</g>`,
      `<text class="count" x="${String(x + 20)}" y="${String(y + 4)}">${words}</text></g>`,
    ].join('');
    x += 20 + Math.ceil(textWidth(words, font(12))) + 18;
    return shown;
  };
  const parts = IN_SUMMARY.map(verdict =>
    part(
      metrics.filter(metric => metric.verdict === verdict).length,
      verdict,
      VERDICT_SHAPES[verdict],
      VERDICT_WORDS[verdict],
    ),
  );
  const faulty = metrics.filter(metric => metric.problems.length > 0).length;
  parts.push(part(faulty, 'to-mend', TO_MEND, 'to mend'));
  return { markup: `<g class="summary" aria-hidden="true">${parts.join('')}</g>`, right: x };
}

function renderBand(band: PlacedBand, cardsInWords: ReadonlyMap<MetricCard, string>): string {
  const words = TIER_WORDS[band.tier];
  const count =
    band.cards.length === 0 ? words.empty : `${String(band.cards.length)} metric${band.cards.length === 1 ? '' : 's'}`;
  const labelLeft = String(band.x + 16);
  const labelTop = band.y + Math.min(band.height / 2, 64) - 14;
  const purpose = words.purpose.map(
    (line, index) => `<text class="quiet" x="${labelLeft}" y="${String(labelTop + 20 + index * 15)}">${line}</text>`,
  );
  const { empty } = band;
  return [
    `<g class="band ${band.tier}${empty === undefined ? '' : ' empty'}" role="group" aria-label="${words.name}: ${count}">`,
    `<rect class="ground-band" x="${String(band.x)}" y="${String(band.y)}" width="${String(band.width)}" height="${String(band.height)}" rx="10"/>`,
    `<text class="tier" x="${labelLeft}" y="${String(labelTop)}">${words.name}</text>`,
    ...purpose,
    empty === undefined
      ? ''
      : `<rect class="gap" x="${String(empty.x)}" y="${String(empty.y)}" width="${String(empty.width)}" height="${String(empty.height)}" rx="6"/>` +
        `<text class="invite" x="${String(empty.x + empty.width / 2)}" y="${String(empty.y + empty.height / 2 + 4)}">${words.empty}</text>`,
    ...band.cards.map(card => renderCard(card, cardsInWords.get(card.metric) ?? '')),
    '</g>',
  ].join('');
}

/**
 * Guardrails guard everything above them, so they share one broad arrow in place of a line each; only one that says what it guards has
 * a line of its own. The arrow stands beside the bands, where no line runs.
 */
function renderGuards({ guards: { x, y, height }, bands, model }: Layout): string {
  const isEmpty = bands.at(-1)?.empty !== undefined;
  const hasLines = model.nets.some(({ sources }) => sources.some(node => isGuardrail(model.metrics[node])));
  const lines = isEmpty ? ['nothing guards', 'this'] : hasLines ? GUARDS_SOME : ['guard everything', 'above'];
  const shaft = height - 18;
  return [
    `<g class="guards${isEmpty ? ' empty' : ''}" aria-hidden="true"><path class="guards-arrow" d="M${String(x - 9)} ${String(y)}v${String(-shaft)}h-11`,
    `L${String(x)} ${String(y - height)}l20 18h-11V${String(y)}z"/>`,
    ...lines.map(
      (line, index) =>
        `<text class="quiet" x="${String(x + 28)}" y="${String(y - height / 2 - 3 + index * 14)}">${line}</text>`,
    ),
    '</g>',
  ].join('');
}

const GUARDS_SOME = ['guard all above,', 'some one metric'];

function isGuardrail(metric: MetricCard | undefined): boolean {
  return metric?.tier === 'guardrails';
}

function neighboursInWords({
  metrics,
  nets,
}: Model): (node: number) => [drives: readonly string[], drivenBy: readonly string[]] {
  const names = metrics.map(metric => metric.name);
  const drives: string[][] = metrics.map(() => []);
  const drivenBy: string[][] = metrics.map(() => []);
  for (const { target, sources } of nets) {
    for (const source of sources) {
      drives[source]?.push(names[target] ?? '');
      drivenBy[target]?.push(names[source] ?? '');
    }
  }
  return node => [drives[node] ?? [], drivenBy[node] ?? []];
}

function pictureInWords({ bands, routes }: Layout): string {
  const sizes = tiers.map(
    (tier, index) => `${TIER_WORDS[tier].name.toLowerCase()} ${String(bands[index]?.cards.length ?? 0)}`,
  );
  const broken = routes.filter(route => route.problem !== undefined).length;
  const faults = broken === 0 ? '' : ` ${String(broken)} of them against the hierarchy.`;
  return `Metrics from the business result down to the guardrails: ${sizes.join(', ')}. Arrows for what drives what: ${String(routes.length)}.${faults}`;
}
