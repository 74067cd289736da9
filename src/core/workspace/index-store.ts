import type { AnyArtifact, Artifact } from '../model/artifact.ts';
import type { FileModel } from '../model/file-model.ts';
import { metricKey, metricKeys, metricsOf } from '../model/tiers.ts';
import { createFileIndex } from './file-index.ts';
import type { Lookup, MetricPlace, Target } from './lookup.ts';
import { embeddedParts, standalonePart, type Part } from './part.ts';
import { referencesIn } from './references.ts';

/** What a file tells the rest of the workspace: under which keys it can be asked for. */
interface Contribution {
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly referrers: ReadonlyMap<string, readonly AnyArtifact[]>;
  readonly metrics: ReadonlyMap<string, readonly MetricPlace[]>;
  readonly priorities: ReadonlyMap<string, readonly Artifact<'bet'>[]>;
}

/** Ids and references of all files, kept file by file so that a change costs what the file costs. */
export interface IndexStore extends Lookup {
  /** Takes in what a file holds now; returns the keys whose answers may have changed. */
  set(file: string, model: FileModel | undefined): ReadonlySet<string>;
}

const metricPlaces = 'metric:';
const metricExists = 'metric?';

export const targetKey = (id: string): string => `id:${id}`;
export const referrerKey = (id: string): string => `to:${id}`;
export const metricPlaceKey = (reference: string): string => metricPlaces + metricKey(reference);
/** Whether there is one at all: a common name must not make every file that uses it stale when one of them changes. */
export const metricExistsKey = (reference: string): string => metricExists + metricKey(reference);
export const priorityKey = (priority: string): string => `priority:${priority}`;

export function createIndexStore(): IndexStore {
  const contributions = new Map<string, Contribution>();
  const targets = createFileIndex<Target>();
  const referrers = createFileIndex<AnyArtifact>();
  const metrics = createFileIndex<MetricPlace>();
  const priorities = createFileIndex<Artifact<'bet'>>();

  return {
    set(file, model) {
      const before = contributions.get(file);
      const after = contributionOf(model);
      targets.replace(file, before?.targets, after.targets);
      referrers.replace(file, before?.referrers, after.referrers);
      const flipped = metrics.replace(file, before?.metrics, after.metrics);
      priorities.replace(file, before?.priorities, after.priorities);
      if (model === undefined) contributions.delete(file);
      else contributions.set(file, after);
      const changed = new Set(flipped.map(key => `${metricExists}${key}`));
      for (const side of [before, after]) {
        for (const id of side?.targets.keys() ?? []) changed.add(targetKey(id));
        for (const id of side?.referrers.keys() ?? []) changed.add(referrerKey(id));
        for (const key of side?.metrics.keys() ?? []) changed.add(`${metricPlaces}${key}`);
        for (const priority of side?.priorities.keys() ?? []) changed.add(priorityKey(priority));
      }
      return changed;
    },
    withId: id => targets.get(id),
    referringTo: id => referrers.get(id),
    metricsCalled: reference => metrics.get(metricKey(reference)),
    hasMetric: reference => metrics.has(metricKey(reference)),
    withPriority: priority => priorities.get(priority),
  };
}

function contributionOf(model: FileModel | undefined): Contribution {
  const targets = new Map<string, Target[]>();
  const referrers = new Map<string, AnyArtifact[]>();
  const metrics = new Map<string, MetricPlace[]>();
  const priorities = new Map<string, Artifact<'bet'>[]>();
  for (const artifact of model?.artifacts ?? []) {
    const parts: readonly Part[] = [standalonePart(artifact), ...embeddedParts(artifact)];
    for (const part of parts) {
      if (part.id !== undefined) add(targets, part.id, { type: 'part', part });
      if (isMetricsPart(part))
        for (const metric of metricsOf(part.model))
          for (const key of metricKeys(metric)) add(metrics, key, { metric, part });
    }
    const priority = artifact.kind === 'bet' ? artifact.model.priority?.word : undefined;
    if (artifact.kind === 'bet' && priority !== undefined && artifact.model.status?.word !== 'concluded')
      add(priorities, priority, artifact);
    for (const reference of referencesIn(artifact.model)) {
      if (reference.target === 'metric') continue;
      const known = referrers.get(reference.id);
      if (known?.at(-1) !== artifact) add(referrers, reference.id, artifact);
    }
  }
  for (const broken of model?.broken ?? []) {
    if (broken.id !== undefined)
      add(targets, broken.id, { type: 'broken', file: model?.file ?? '', kind: broken.kind });
  }
  return { targets, referrers, metrics, priorities };
}

export function isMetricsPart(part: Part): part is Part<'metrics'> {
  return part.kind === 'metrics';
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
