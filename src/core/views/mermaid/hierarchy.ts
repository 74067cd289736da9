import { tiers, type Tier } from '../../model/tiers.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { HierarchyGraph, MetricCard } from '../hierarchy/graph.ts';
import { buildModel } from '../hierarchy/nets.ts';
import { DRIVE_PROBLEM_WORDS, problemWords, TIER_WORDS, VERDICT_WORDS } from '../hierarchy/words.ts';
import { plainText } from '../markup/plain-text.ts';
import { mermaidText } from './escape.ts';

/**
 * The metrics hierarchy as a Mermaid flowchart, for pages that draw one where its text stands: pull requests, wikis, notes. The same
 * graph gives the same text. No `click`, no directive, no comment; every text of the graph is escaped.
 */
export function mermaidHierarchy(graph: HierarchyGraph): string {
  const { metrics, nets } = buildModel(graph);
  const lines = ['flowchart BT'];
  lines.push(`  accTitle: ${mermaidText(plainText(graph.title) || 'Metrics hierarchy')}`);
  // From the bottom up: with this direction what is named last stands on top.
  const present = tiers.filter(tier => metrics.some(metric => metric.tier === tier)).reverse();
  for (const tier of present) {
    lines.push(`  subgraph ${tier}["${TIER_WORDS[tier].name}"]`);
    for (const [node, metric] of metrics.entries())
      if (metric.tier === tier) lines.push(`    m${String(node)}${card(metric)}`);
    lines.push('  end');
  }
  for (const { target, sources, problem } of nets)
    for (const source of sources) lines.push(`  ${arrow(source, target, problem && DRIVE_PROBLEM_WORDS[problem])}`);
  lines.push(...betweenTiers(present), ...styles(metrics));
  return `${lines.join('\n')}\n`;
}

function card(metric: MetricCard): string {
  const { name, current, baseline, target, threshold, verdict, primary } = metric;
  const values = [
    baseline === undefined ? undefined : `from ${baseline}`,
    current === undefined ? undefined : `now ${current}`,
    target === undefined ? undefined : `target ${target}`,
    threshold === undefined ? undefined : `limit ${threshold}`,
  ].filter(value => value !== undefined);
  const label = [
    `${primary ? '★ ' : ''}${mermaidText(name)}`,
    ...(values.length === 0 ? [] : [mermaidText(values.join(', '))]),
    `${SIGNS[verdict]} ${VERDICT_WORDS[verdict]}`,
    ...problemWords(metric).map(words => `⚠ ${mermaidText(words)}`),
  ].join('<br/>');
  return metric.tier === 'guardrails' ? `{{"${label}"}}` : `["${label}"]`;
}

/** Told apart without colour. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  hit: '✓',
  close: '◐',
  missed: '✕',
  within: '✓',
  alert: '◐',
  breached: '✕',
  unknown: '?',
};

function arrow(source: number, target: number, problem: string | undefined): string {
  const [from, to] = [`m${String(source)}`, `m${String(target)}`];
  return problem === undefined ? `${from} --> ${to}` : `${from} -. "${problem}" .-> ${to}`;
}

/** Holds the tiers above one another where no metric links them. */
function betweenTiers(present: readonly Tier[]): readonly string[] {
  return present.slice(1).map((tier, index) => `  ${present[index] ?? tier} ~~~ ${tier}`);
}

/** Borders alone: they are seen on light and on dark ground. */
const STYLES: readonly (readonly [name: string, style: string, verdicts: readonly Verdict[]])[] = [
  ['good', 'stroke:#2da44e,stroke-width:2px', ['hit', 'within']],
  ['watch', 'stroke:#bf8700,stroke-width:2px', ['close', 'alert']],
  ['bad', 'stroke:#cf222e,stroke-width:3px', ['missed', 'breached']],
  ['unsure', 'stroke-dasharray:4 3', ['unknown']],
];

function styles(metrics: readonly MetricCard[]): readonly string[] {
  return STYLES.flatMap(([name, style, verdicts]) => {
    const nodes = metrics.flatMap(({ verdict }, node) => (verdicts.includes(verdict) ? [`m${String(node)}`] : []));
    return nodes.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${nodes.join(',')} ${name}`];
  });
}
