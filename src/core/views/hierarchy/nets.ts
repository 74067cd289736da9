import { tiers as allTiers } from '../../model/tiers.ts';
import type { DriveProblem, HierarchyGraph, MetricCard } from './graph.ts';
import { orderTiers } from './order.ts';
import { shownMetric } from './shown.ts';

export type Direction = 'up' | 'down' | 'across';

/**
 * All sound drives that reach one metric from one direction: they share a trunk and an arrowhead, and so do those of the guardrails that
 * guard it. A drive with a problem is a net alone.
 */
export interface Net {
  readonly target: number;
  readonly sources: readonly number[];
  readonly direction: Direction;
  readonly isGuard: boolean;
  readonly problem?: DriveProblem;
}

/** The graph by number: metrics as they may be shown, their tiers and nets. */
export interface Model {
  readonly metrics: readonly MetricCard[];
  readonly tierOf: readonly number[];
  readonly nets: readonly Net[];
}

/** The metrics of each tier from left to right, and where a net passes a tier that it skips: behind how many of its metrics. */
export interface TierOrder {
  readonly tiers: readonly (readonly number[])[];
  readonly passedAfter: readonly ReadonlyMap<number, number>[];
}

export function buildModel(graph: HierarchyGraph): Model {
  const nodeOf = new Map<string, number>();
  const metrics: MetricCard[] = [];
  for (const metric of graph.metrics) {
    if (nodeOf.has(metric.key)) continue;
    nodeOf.set(metric.key, metrics.length);
    metrics.push(shownMetric(metric));
  }
  const tierOf = metrics.map(metric => allTiers.indexOf(metric.tier));
  const nets = new Map<number, Net & { readonly sources: number[] }>();
  const seen = new Set<number>();
  for (const drive of graph.drives) {
    const source = nodeOf.get(drive.from);
    const target = nodeOf.get(drive.to);
    if (source === undefined || target === undefined) continue;
    const pair = source * metrics.length + target;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const direction = directionOf(tierOf[source] ?? 0, tierOf[target] ?? 0);
    if (drive.problem !== undefined) {
      nets.set(-1 - pair, { target, sources: [source], direction, isGuard: false, problem: drive.problem });
      continue;
    }
    const isGuard = metrics[source]?.tier === 'guardrails';
    const shared = (target * DIRECTIONS.length + DIRECTIONS.indexOf(direction)) * 2 + (isGuard ? 1 : 0);
    const net = nets.get(shared);
    if (net === undefined) nets.set(shared, { target, sources: [source], direction, isGuard });
    else net.sources.push(source);
  }
  return { metrics, tierOf, nets: [...nets.values()] };
}

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'across'];

function directionOf(from: number, to: number): Direction {
  if (from === to) return 'across';
  return from > to ? 'up' : 'down';
}

/** Orders the tiers with a stand-in for each net in each tier it skips, so that it gets a gap of its own where it crosses least. */
export function orderModel(model: Model): TierOrder {
  const { metrics, tierOf, nets } = model;
  const standIns: { net: number; tier: number }[] = [];
  const segments: [number, number][] = [];
  const seen = new Set<number>();
  const addSegment = (a: number, b: number, upperFirst: boolean): void => {
    const id = a * (metrics.length + nets.length * allTiers.length) + b;
    if (seen.has(id)) return;
    seen.add(id);
    segments.push(upperFirst ? [a, b] : [b, a]);
  };
  nets.forEach((net, index) => {
    if (net.direction === 'across') return;
    const step = net.direction === 'up' ? 1 : -1;
    const inTier = new Map<number, number>([[tierOf[net.target] ?? 0, net.target]]);
    for (const source of net.sources) {
      const sourceTier = tierOf[source] ?? 0;
      let nearer = net.target;
      for (let tier = (tierOf[net.target] ?? 0) + step; tier !== sourceTier; tier += step) {
        let standIn = inTier.get(tier);
        if (standIn === undefined) {
          standIn = metrics.length + standIns.length;
          standIns.push({ net: index, tier });
          inTier.set(tier, standIn);
        }
        addSegment(nearer, standIn, step === 1);
        nearer = standIn;
      }
      addSegment(nearer, source, step === 1);
    }
  });
  const order = orderTiers({
    tierOf: [...tierOf, ...standIns.map(standIn => standIn.tier)],
    tierCount: allTiers.length,
    segments,
    groupOf: groups(model, standIns),
  });
  const passedAfter = nets.map(() => new Map<number, number>());
  const tiers = order.map((nodes, tier) => {
    const real: number[] = [];
    for (const node of nodes) {
      const standIn = standIns[node - metrics.length];
      if (standIn === undefined) real.push(node);
      else passedAfter[standIn.net]?.set(tier, real.length);
    }
    return real;
  });
  return { tiers, passedAfter };
}

/** Connected parts are numbered as the file names them; what hangs on nothing comes last, where it is seen. */
function groups({ metrics, nets }: Model, standIns: readonly { readonly net: number }[]): readonly number[] {
  const parent = metrics.map((_, node) => node);
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = node; at !== root;) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const linked = new Set<number>();
  for (const { target, sources } of nets) {
    for (const source of sources) {
      const [a, b] = [find(source), find(target)];
      parent[Math.max(a, b)] = Math.min(a, b);
      if (source !== target) linked.add(source).add(target);
    }
  }
  const groupOf = metrics.map((_, node) => (linked.has(node) ? find(node) : metrics.length));
  return [...groupOf, ...standIns.map(({ net }) => groupOf[nets[net]?.target ?? 0] ?? 0)];
}
