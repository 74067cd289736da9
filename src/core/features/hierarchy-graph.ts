import type { AnyArtifact } from '../model/artifact.ts';
import { currentOf } from '../model/current.ts';
import { isDisconnected, isVanity } from '../model/connection.ts';
import { directionOfDrive, findCycles, resolveDrives } from '../model/drives.ts';
import { trendOf } from '../model/history.ts';
import { isAbsent } from '../model/located.ts';
import { isPrimary, metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { Metrics } from '../model/types.gen.ts';
import { progressOf, verdictOf } from '../model/verdict.ts';
import type { Judge } from '../service.ts';
import { touches } from '../text/span.ts';
import type { HierarchyGraph, MetricCard } from '../views/hierarchy/graph.ts';
import { betCase } from '../workspace/bet-case.ts';
import { standalonePart, type Part } from '../workspace/part.ts';

/** The hierarchy to draw for a place in a file, or why there is none. */
export type HierarchyAnswer =
  | {
      readonly state: 'current' | 'stale';
      readonly graph: HierarchyGraph;
      /** Where the drawn metrics stand. */ readonly file: string;
    }
  | { readonly state: 'none'; readonly title: string; readonly reason: 'notOurs' | 'noMetrics' | 'broken' };

/**
 * The metrics of the artifact that the offset is in, else of the first in the file that has some: those that a bet embeds
 * or refers to, or a hierarchy that stands alone. `at` is an offset, or the id of an artifact in the file.
 */
export function hierarchyFor(judge: Judge, file: string, at?: number | string): HierarchyAnswer {
  const entry = judge.workspace.get(file);
  if (entry === undefined) return { state: 'none', title: '', reason: 'notOurs' };
  const chosen = entry.shown.filter(({ artifact }) =>
    typeof at === 'number' ? touches(artifact.span, at) : at === undefined || artifact.id === at,
  );
  for (const { artifact, stale } of chosen.length > 0 ? chosen : entry.shown) {
    const part = metricsPart(judge, artifact);
    if (part === undefined || metricsOf(part.model).length === 0) continue;
    return { state: stale ? 'stale' : 'current', graph: graphOf(part.model, artifact), file: part.file };
  }
  const first = (chosen[0] ?? entry.shown[0])?.artifact;
  return { state: 'none', title: first?.title ?? '', reason: first === undefined ? 'broken' : 'noMetrics' };
}

function metricsPart(judge: Judge, artifact: AnyArtifact): Part<'metrics'> | undefined {
  if (artifact.kind === 'metrics') return standalonePart(artifact);
  return artifact.kind === 'bet' ? betCase(artifact, judge.workspace.lookup, judge.settings).metrics : undefined;
}

/** The metrics of an artifact as they are drawn: keys are `m0`, `m1` … in the order of `metricsOf`. */
export function graphOf(model: Metrics, artifact: Pick<AnyArtifact, 'title' | 'id'>): HierarchyGraph {
  const metrics = metricsOf(model);
  const drives = resolveDrives(metrics);
  const keys = new Map(metrics.map((metric, index) => [metric, `m${index}`]));
  const inCycle = findCycles(metrics, drives).drives;
  const arrows = drives.flatMap(drive => {
    if (drive.to === undefined) return [];
    const direction = directionOfDrive(drive.from.tier, drive.to.tier);
    const wrong = direction === 'down' || (direction === 'sideways' && drive.from.tier !== 'lagging');
    const problem = inCycle.has(drive) ? ('cycle' as const) : wrong ? ('upsideDown' as const) : undefined;
    return [
      {
        from: keys.get(drive.from) ?? '',
        to: keys.get(drive.to) ?? '',
        fromMetric: drive.from,
        ...(problem && { problem }),
      },
    ];
  });
  const problems = new Map<TieredMetric, Set<MetricCard['problems'][number]>>();
  for (const arrow of arrows) if (arrow.problem) addTo(problems, arrow.fromMetric, arrow.problem);
  for (const metric of metrics) {
    if (isVanity(metric, drives)) addTo(problems, metric, 'vanity');
    else if (isDisconnected(metric, metrics)) addTo(problems, metric, 'disconnected');
    if (metric.tier === 'guardrails' && isAbsent(metric.metric, 'threshold')) addTo(problems, metric, 'noThreshold');
  }
  return {
    title: artifact.title,
    ...(artifact.title !== artifact.id && { subtitle: artifact.id }),
    metrics: metrics.map(metric => cardOf(metric, keys.get(metric) ?? '', metrics, [...(problems.get(metric) ?? [])])),
    drives: arrows.map(({ from, to, problem }) => ({ from, to, ...(problem && { problem }) })),
  };
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

function cardOf(
  tiered: TieredMetric,
  key: string,
  all: readonly TieredMetric[],
  problems: MetricCard['problems'],
): MetricCard {
  const { metric } = tiered;
  const progress = progressOf(metric);
  const current = currentOf(metric);
  const history = trendOf(metric);
  return {
    key,
    id: tiered.id,
    name: tiered.name,
    tier: tiered.tier,
    primary: isPrimary(tiered, all),
    ...(metric.baseline && { baseline: metric.baseline.text }),
    ...(current && { current: current.text }),
    ...(metric.target && { target: metric.target.text }),
    ...(metric.threshold && { threshold: metric.threshold.text }),
    ...(progress !== undefined && { progress: Math.min(1, Math.max(0, progress)) }),
    verdict: verdictOf(tiered),
    ...(metric.cadence && { cadence: metric.cadence.word }),
    ...(metric.owner?.name && { owner: metric.owner.name.text }),
    ...(metric.source && { source: metric.source.text }),
    ...(history.length > 1 && { history }),
    problems,
    span: metric.name?.span ?? metric.id?.span ?? metric.span,
  };
}
