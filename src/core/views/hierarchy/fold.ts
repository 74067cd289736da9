import { tiers } from '../../model/tiers.ts';
import type { Branch, HierarchyGraph, MetricCard } from './graph.ts';

/** Which branches are folded, by the ids of the metrics they hang on, and whether the picture is to offer buttons for it. */
export interface Folding {
  readonly collapsed: readonly string[];
  readonly buttons: 'shown' | 'absent';
}

/**
 * The graph without what is folded away: a metric goes when all that it drives is collapsed or gone itself. One that drives something
 * else, too, stays, and so does every guardrail, for what must not suffer is never out of sight.
 */
export function foldBranches(graph: HierarchyGraph, { collapsed, buttons }: Folding): HierarchyGraph {
  const wanted = new Set(collapsed);
  if (wanted.size === 0 && buttons === 'absent') return graph;
  const byKey = new Map<string, MetricCard>();
  for (const metric of graph.metrics) if (!byKey.has(metric.key)) byKey.set(metric.key, metric);
  const links = linksUp(graph, byKey);
  const hidden = hiddenBy(wanted, links);

  const branchOf = (metric: MetricCard): Branch | undefined => {
    const drivers = links.driversOf.get(metric) ?? [];
    if (drivers.length === 0) return undefined;
    if (!wanted.has(metric.id))
      return buttons === 'shown' ? { isCollapsed: false, size: drivers.length, troubled: 0 } : undefined;
    const below = hiddenBelow(metric, links, hidden);
    const troubled = below.filter(({ verdict }) => verdict === 'missed' || verdict === 'breached').length;
    return { isCollapsed: true, size: below.length, troubled };
  };
  return {
    ...graph,
    metrics: graph.metrics.flatMap(metric => {
      if (hidden.has(metric)) return [];
      const branch = branchOf(metric);
      return [branch === undefined ? metric : { ...metric, branch }];
    }),
  };
}

/** The sound drives that lead up a tier, from metrics that may be hidden. */
interface Links {
  readonly driversOf: ReadonlyMap<MetricCard, readonly MetricCard[]>;
  readonly targetsOf: ReadonlyMap<MetricCard, readonly MetricCard[]>;
}

function linksUp({ drives }: HierarchyGraph, byKey: ReadonlyMap<string, MetricCard>): Links {
  const driversOf = new Map<MetricCard, MetricCard[]>();
  const targetsOf = new Map<MetricCard, MetricCard[]>();
  for (const { from, to } of drives) {
    const [source, target] = [byKey.get(from), byKey.get(to)];
    if (source === undefined || target === undefined || source.tier === 'guardrails') continue;
    if (tiers.indexOf(source.tier) <= tiers.indexOf(target.tier)) continue;
    addTo(driversOf, target, source);
    addTo(targetsOf, source, target);
  }
  return { driversOf, targetsOf };
}

function addTo(map: Map<MetricCard, MetricCard[]>, key: MetricCard, value: MetricCard): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** Tier by tier from above, so that whether a metric's targets are gone is known before it is asked about. */
function hiddenBy(collapsed: ReadonlySet<string>, { targetsOf }: Links): ReadonlySet<MetricCard> {
  const hidden = new Set<MetricCard>();
  for (const tier of tiers) {
    for (const [metric, targets] of targetsOf) {
      if (metric.tier === tier && targets.every(target => hidden.has(target) || collapsed.has(target.id)))
        hidden.add(metric);
    }
  }
  return hidden;
}

function hiddenBelow(metric: MetricCard, { driversOf }: Links, hidden: ReadonlySet<MetricCard>): readonly MetricCard[] {
  const below = new Set<MetricCard>();
  // A set goes on with what is added to it on the way.
  const open = new Set([metric]);
  for (const above of open) {
    for (const driver of driversOf.get(above) ?? []) {
      if (!hidden.has(driver)) continue;
      below.add(driver);
      open.add(driver);
    }
  }
  return [...below];
}
