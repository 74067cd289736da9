import { metricSpan } from '../../computed/reason.ts';
import { verdictReason } from '../../computed/verdicts.ts';
import { metricsOf } from '../../model/tiers.ts';
import type { Tier } from '../../model/tiers.ts';
import type { MetricState } from '../../computed/metric-states.ts';
import { currentOf } from '../../model/current.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Folding } from '../hierarchy/fold.ts';
import type { HierarchyGraph } from '../hierarchy/graph.ts';
import { VERDICT_SHAPES } from '../hierarchy/shapes.ts';
import { renderHierarchy } from '../hierarchy/svg.ts';
import { problemWords, TIER_WORDS, VERDICT_WORDS } from '../hierarchy/words.ts';
import { inline, isolated, longText } from '../markup/html.ts';
import type { Pen } from './pen.ts';
import { section, type PageSection } from './section.ts';
import type { PageSource } from './source.ts';
import { dateMarkup, wordsOf } from './words.ts';

/** The hierarchy as a picture and, below it, as a table that tells why each metric stands as it does. */
export function metrics(pen: Pen, { metrics: found, states }: PageSource, folding?: Folding): PageSection | undefined {
  if (found === undefined) return undefined;
  const { part, graph } = found;
  const { file } = part;
  const all = metricsOf(part.model);
  if (all.length === 0) {
    const body = '<p class="absent">No metrics yet: what should move, and what must not suffer?</p>';
    return section({ name: 'metrics', title: 'Metrics', body });
  }
  const byMetric = new Map(states.filter(({ inHierarchy }) => inHierarchy).map((state, index) => [index, state]));
  for (const [index, metric] of all.entries()) pen.note(`m${String(index)}`, { file, span: metric.metric.span });
  const rows = all.map((metric, index) => {
    const card = graph.metrics[index];
    const state = byMetric.get(index);
    return { tier: metric.tier, html: rowOf(pen, file, index, state, metric, graph, card) };
  });
  const body = [
    `<div class="picture" data-picture="hierarchy"${pen.fileOf(file)}>${renderHierarchy(graph, 'linked', folding)}</div>`,
    `<details class="bw-fold small" data-fold="metrics-table"><summary>As a table, with reasons</summary>`,
    `<div class="wide"><table class="metrics"><thead><tr><th scope="col">Metric</th><th scope="col">Now</th><th scope="col">Goal</th><th scope="col">Verdict</th></tr></thead>`,
    bodies(rows),
    '</table></div></details>',
  ].join('');
  return section({
    name: 'metrics',
    title: 'Metrics',
    aside: counts(states),
    body,
    attributes: pen.area('metrics', { file, span: part.model.span }),
  });
}

function bodies(rows: readonly { readonly tier: Tier; readonly html: string }[]): string {
  const tiers = [...new Set(rows.map(({ tier }) => tier))];
  return tiers
    .map(tier => {
      const own = rows.filter(row => row.tier === tier).map(({ html }) => html);
      return `<tbody><tr class="tier"><th colspan="4" scope="rowgroup">${TIER_WORDS[tier].name}</th></tr>${own.join('')}</tbody>`;
    })
    .join('');
}

function rowOf(
  pen: Pen,
  file: string,
  index: number,
  state: MetricState | undefined,
  tiered: MetricState['metric'],
  graph: HierarchyGraph,
  card: HierarchyGraph['metrics'][number] | undefined,
): string {
  const { metric, name } = tiered;
  const key = `m${String(index)}`;
  const judged = state?.metric.metric ?? metric;
  const now = currentOf(judged);
  const drives = graph.drives
    .filter(({ from }) => from === key)
    .map(({ to }) => graph.metrics.find(other => other.key === to)?.name ?? '');
  const quiet = [
    ...(drives.length > 0 ? [`drives ${drives.map(isolated).join(', ')}`] : []),
    ...(metric.cadence ? [wordsOf(metric.cadence.word)] : []),
    ...[metric.owner?.name, metric.source].flatMap(fact => (fact ? [pen.text(file, fact)] : [])),
  ];
  const goal = tiered.tier === 'guardrails' ? metric.threshold : metric.target;
  const verdict = state?.verdict ?? 'unknown';
  const reason = state && verdictReason(state);
  const problems = card ? problemWords(card) : [];
  return [
    `<tr data-key="${key}"><th scope="row">${pen.lead({ file, span: metricSpan(tiered) }, isolated(name))}${card?.primary ? ' <span class="primary">primary</span>' : ''}`,
    metric.definition
      ? `<div class="remark">${pen.lead({ file, span: metric.definition.span }, longText(metric.definition.text))}</div>`
      : '',
    quiet.length === 0 ? '' : `<div class="remark">${quiet.join(' · ')}</div>`,
    problems.map(problem => `<div class="fault">${problem}</div>`).join(''),
    `</th><td>${now && state?.value ? pen.lead(state.value, isolated(now.text)) : ''}${metric.asOf ? `<div class="remark">${dateMarkup(pen, file, metric.asOf)}</div>` : ''}</td>`,
    `<td>${pen.text(file, goal)}${metric.baseline ? `<div class="remark">from ${pen.text(file, metric.baseline)}</div>` : ''}</td>`,
    `<td>${verdictSign(verdict)} ${VERDICT_WORDS[verdict]}${reason ? `<div class="remark">${pen.lead(reason, inline(reason.text))}</div>` : ''}</td></tr>`,
  ].join('');
}

/** The sign that the metric bears in the picture, in a line of text. */
export function verdictSign(verdict: Verdict): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bw-icon bw-verdict ${verdict}" width="16" height="16" viewBox="-9 -9 18 18" aria-hidden="true">${VERDICT_SHAPES[verdict]}</svg>`;
}

const told: readonly Verdict[] = ['breached', 'missed', 'alert', 'close', 'hit', 'within'];

/** How many stand how, the worst first. */
function counts(states: readonly MetricState[]): string {
  return told
    .flatMap(verdict => {
      const count = states.filter(state => state.verdict === verdict).length;
      return count === 0
        ? []
        : [`<span class="count">${verdictSign(verdict)}${String(count)} ${VERDICT_WORDS[verdict]}</span>`];
    })
    .join('');
}
