import type { AnyArtifact, Artifact } from '../model/artifact.ts';
import type { FileModel } from '../model/file-model.ts';
import { metricKey, metricKeys, metricsOf } from '../model/tiers.ts';
import { ownText } from '../text/own-text.ts';
import { createFileIndex, type Items } from './file-index.ts';
import { KeptMetricPlace, KeptPart } from './kept-parts.ts';
import type { Lookup, MetricPlace, Target } from './lookup.ts';
import { embeddedParts, standalonePart, type Part } from './part.ts';
import { referencesIn } from './references.ts';

/** What a file tells the rest of the workspace: under which keys it can be asked for. */
interface Contribution {
  readonly targets: Items<Target>;
  readonly referrers: Items<AnyArtifact>;
  readonly metrics: Items<MetricPlace>;
  readonly priorities: Items<Artifact<'bet'>>;
}

/** Under which keys a file stands in the index. */
type Keys = { readonly [Area in keyof Contribution]: readonly string[] };

const noKeys: readonly string[] = [];
const nowhere: Keys = { targets: noKeys, referrers: noKeys, metrics: noKeys, priorities: noKeys };

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
  const keys = new Map<string, Keys>();
  const targets = createFileIndex<Target>();
  const referrers = createFileIndex<AnyArtifact>();
  const metrics = createFileIndex<MetricPlace>();
  const priorities = createFileIndex<Artifact<'bet'>>();

  return {
    set(file, model) {
      const before = keys.get(file) ?? nowhere;
      const contribution = contributionOf(model);
      targets.replace(file, before.targets, contribution.targets);
      referrers.replace(file, before.referrers, contribution.referrers);
      const flipped = metrics.replace(file, before.metrics, contribution.metrics);
      priorities.replace(file, before.priorities, contribution.priorities);
      const after = keysOf(contribution);
      if (model === undefined) keys.delete(file);
      else keys.set(file, after);
      const changed = new Set(flipped.map(key => `${metricExists}${key}`));
      for (const side of [before, after]) {
        for (const id of side.targets) changed.add(targetKey(id));
        for (const id of side.referrers) changed.add(referrerKey(id));
        for (const key of side.metrics) changed.add(`${metricPlaces}${key}`);
        for (const priority of side.priorities) changed.add(priorityKey(priority));
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
      const kept: Part = new KeptPart(part);
      if (kept.id !== undefined) add(targets, kept.id, { type: 'part', part: kept });
      if (!isMetricsPart(part) || !isMetricsPart(kept)) continue;
      for (const [index, metric] of metricsOf(part.model).entries()) {
        const place = new KeptMetricPlace(kept, index);
        for (const key of metricKeys(metric)) add(metrics, key, place);
      }
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

function keysOf({ targets, referrers, metrics, priorities }: Contribution): Keys {
  return {
    targets: listOf(targets),
    referrers: listOf(referrers),
    metrics: listOf(metrics),
    priorities: listOf(priorities),
  };
}

/** Of most areas most files say nothing. */
function listOf(items: ReadonlyMap<string, unknown>): readonly string[] {
  return items.size === 0 ? noKeys : [...items.keys()];
}

export function isMetricsPart(part: Part): part is Part<'metrics'> {
  return part.kind === 'metrics';
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(ownText(key), [item]);
}
