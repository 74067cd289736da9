import { escapeMarkup } from '../markup/escape.ts';
import { tiers } from '../../model/tiers.ts';
import type { HierarchyGraph, MetricCard } from './graph.ts';
import { buildModel } from './nets.ts';
import { plainText } from '../markup/plain-text.ts';
import { problemWords, TIER_WORDS, VERDICT_WORDS } from './words.ts';

const HEADINGS = [
  'Tier',
  'Metric',
  'Baseline',
  'Current',
  'Target',
  'Threshold',
  'Verdict',
  'Drives',
  'Cadence',
  'Owner',
  'Source',
  'To mend',
];

/** The same facts as the picture, as an HTML table from the business result down to the guardrails. */
export function hierarchyTable(graph: HierarchyGraph): string {
  const { metrics, nets } = buildModel(graph);
  const drives: string[][] = metrics.map(() => []);
  for (const { target, sources } of nets) {
    const metric = metrics[target];
    for (const source of sources) if (metric !== undefined) drives[source]?.push(metric.name);
  }
  const rows = tiers.flatMap(tier =>
    metrics.flatMap((metric, node) => (metric.tier === tier ? [renderRow(metric, drives[node] ?? [])] : [])),
  );
  const headings = HEADINGS.map(heading => `<th scope="col">${heading}</th>`).join('');
  const title = escapeMarkup(plainText(graph.title) || 'Metrics hierarchy');
  return `<table class="betwright-table"><caption>${title}</caption><thead><tr>${headings}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function renderRow(metric: MetricCard, drives: readonly string[]): string {
  const name = `${metric.name}${metric.primary ? ' (primary)' : ''}`;
  const cells = [
    metric.baseline,
    metric.current,
    metric.target,
    metric.threshold,
    VERDICT_WORDS[metric.verdict],
    drives.join(', '),
    metric.cadence,
    metric.owner,
    metric.source,
    problemWords(metric).join('; '),
  ];
  const key = escapeMarkup(metric.key);
  const facts = cells.map(cell => `<td>${escapeMarkup(cell ?? '')}</td>`).join('');
  return `<tr data-key="${key}"><td>${TIER_WORDS[metric.tier].name}</td><th scope="row">${escapeMarkup(name)}</th>${facts}</tr>`;
}
