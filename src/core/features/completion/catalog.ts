import type { AnyArtifact } from '../../model/artifact.ts';
import { metricsOf, type TieredMetric } from '../../model/tiers.ts';
import { isPlaceholder } from '../../model/values/placeholder.ts';
import type { Kind } from '../../schema/kinds.ts';
import { embeddedPart, standalonePart, type Part } from '../../workspace/part.ts';
import type { Workspace, WorkspaceFile } from '../../workspace/workspace.ts';

/** What may be named at a caret: everything with an id, and the names that are in use. */
export interface Catalog {
  artifacts(kind: Kind): readonly AnyArtifact[];
  /** One of each id, however many hierarchies have it. */
  metrics(): readonly CatalogMetric[];
  /** The most frequent first. */
  names(use: NameUse): readonly string[];
}

export interface CatalogMetric {
  readonly metric: TieredMetric;
  /** The bet or hierarchy it stands in. */
  readonly holder: AnyArtifact;
}

export type NameUse = 'person' | 'block' | 'tag' | 'role';

interface Contribution {
  readonly entry: WorkspaceFile;
  readonly artifacts: readonly AnyArtifact[];
  readonly metrics: readonly CatalogMetric[];
  readonly names: readonly (readonly [NameUse, string])[];
}

interface State {
  readonly files: Map<string, Contribution>;
  readonly counts: ReadonlyMap<NameUse, Map<string, number>>;
  /** By id, then by file: the same metric stands in many bets. */
  readonly metricsById: Map<string, Map<string, CatalogMetric>>;
  /** Lists made of all files, until one of them changes. */
  readonly artifacts: Map<Kind, readonly AnyArtifact[]>;
  metrics: readonly CatalogMetric[] | undefined;
  readonly names: Map<NameUse, readonly string[]>;
}

const states = new WeakMap<Workspace, State>();

/** The catalog of a workspace as it is now. What it costs is looking over the files, and reading those that changed. */
export function catalogOf(workspace: Workspace): Catalog {
  const state = stateOf(workspace);
  const updates = update(state, workspace);
  while (updates.next().done !== true);
  const all = (): readonly Contribution[] => workspace.files().flatMap(file => state.files.get(file) ?? []);
  return {
    artifacts: kind =>
      remembered(state.artifacts, kind, () =>
        all().flatMap(({ artifacts }) => artifacts.filter(each => each.kind === kind)),
      ),
    metrics: () =>
      (state.metrics ??= [...state.metricsById.values()].flatMap(files => [...files.values()].slice(0, 1))),
    names: use =>
      remembered(state.names, use, () =>
        [...(state.counts.get(use) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name),
      ),
  };
}

/** Brings the catalog up to date file by file, so that whoever has nothing else to do can stop in between. */
export function catalogUpdates(workspace: Workspace): Generator<undefined> {
  return update(stateOf(workspace), workspace);
}

function stateOf(workspace: Workspace): State {
  const state = states.get(workspace) ?? newState();
  states.set(workspace, state);
  return state;
}

function newState(): State {
  const uses: readonly NameUse[] = ['person', 'block', 'tag', 'role'];
  return {
    files: new Map(),
    counts: new Map(uses.map(use => [use, new Map<string, number>()])),
    metricsById: new Map(),
    artifacts: new Map(),
    metrics: undefined,
    names: new Map(),
  };
}

function* update(state: State, workspace: Workspace): Generator<undefined> {
  const files = workspace.files();
  for (const file of files) {
    const entry = workspace.get(file);
    const known = state.files.get(file);
    if (entry === undefined || known?.entry === entry) continue;
    if (known) count(state, known, -1);
    const contribution = contributionOf(entry);
    count(state, contribution, 1);
    state.files.set(file, contribution);
    forgetLists(state);
    yield;
  }
  if (state.files.size > files.length) {
    for (const [file, known] of state.files) {
      if (workspace.get(file) !== undefined) continue;
      count(state, known, -1);
      state.files.delete(file);
    }
    forgetLists(state);
  }
}

function forgetLists(state: State): void {
  state.artifacts.clear();
  state.metrics = undefined;
  state.names.clear();
}

function count({ counts, metricsById }: State, { entry, names, metrics }: Contribution, by: 1 | -1): void {
  for (const metric of metrics) {
    const { id } = metric.metric;
    const files = metricsById.get(id) ?? new Map<string, CatalogMetric>();
    if (by === 1) files.set(entry.file, metric);
    else files.delete(entry.file);
    if (files.size > 0) metricsById.set(id, files);
    else metricsById.delete(id);
  }
  for (const [use, name] of names) {
    const known = counts.get(use);
    const number = (known?.get(name) ?? 0) + by;
    if (number > 0) known?.set(name, number);
    else known?.delete(name);
  }
}

function contributionOf(entry: WorkspaceFile): Contribution {
  const artifacts = entry.shown.map(({ artifact }) => artifact);
  const names: [NameUse, string][] = [];
  const metrics: CatalogMetric[] = [];
  for (const artifact of artifacts) {
    collectNames(artifact.model, undefined, names);
    const part: Part | undefined =
      artifact.kind === 'bet' ? embeddedPart(artifact, 'metrics') : standalonePart(artifact);
    if (part !== undefined && isMetrics(part))
      for (const metric of metricsOf(part.model)) metrics.push({ metric, holder: artifact });
  }
  return { entry, artifacts, metrics, names };
}

function isMetrics(part: Part): part is Part<'metrics'> {
  return part.kind === 'metrics';
}

const uses: Readonly<Record<string, NameUse>> = {
  owner: 'person',
  by: 'person',
  to: 'person',
  facilitator: 'person',
  attendees: 'person',
  block: 'block',
  tags: 'tag',
};

/** Longer ones are sentences. */
const maxName = 40;

function collectNames(value: unknown, use: NameUse | undefined, names: [NameUse, string][]): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Readonly<Record<string, unknown>>;
  if (node['type'] === 'text') {
    const text = typeof node['text'] === 'string' ? node['text'].trim() : '';
    if (use && text !== '' && text.length <= maxName && !/[\r\n]/.test(text) && !isPlaceholder(text))
      names.push([use, text]);
  } else if (node['type'] === 'list' && Array.isArray(node['items'])) {
    for (const item of node['items']) collectNames(item, use, names);
  } else if (node['type'] === 'map' && Array.isArray(node['entries'])) {
    for (const entry of node['entries'] as readonly { readonly name?: string; readonly value?: unknown }[]) {
      const isShare = (entry.value as { readonly type?: string } | undefined)?.type === 'object';
      if (isShare && typeof entry.name === 'string' && entry.name.length <= maxName) names.push(['role', entry.name]);
    }
  } else if (node['type'] === 'object') {
    for (const field in node) {
      const inner =
        field === 'name' && use === 'person' ? 'person' : Object.hasOwn(uses, field) ? uses[field] : undefined;
      collectNames(node[field], inner, names);
    }
  }
}

function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
