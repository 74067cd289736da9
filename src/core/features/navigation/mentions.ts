import type { AnyArtifact } from '../../model/artifact.ts';
import type { ReferenceValue } from '../../model/located.ts';
import { tiers, type Tier } from '../../model/tiers.ts';
import type { Metric } from '../../model/types.gen.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Span } from '../../text/span.ts';
import { isMetricsPart } from '../../workspace/index-store.ts';
import { embeddedParts, standalonePart, type Part } from '../../workspace/part.ts';
import { referencesIn } from '../../workspace/references.ts';

/** A place at which an artifact or a metric is called by an id or a name, or is given it. */
export type Mention = ArtifactMention | MetricMention;

export interface ArtifactMention {
  readonly about: 'artifact';
  readonly role: 'id' | 'reference';
  /** As the model has it. */
  readonly text: string;
  readonly span: Span;
  /** Of a reference the kind that is wanted, else its own. */
  readonly kind: Kind;
}

export interface MetricMention {
  readonly about: 'metric';
  /** `sentence`: a trigger's words, which may begin with a metric's name. */
  readonly role: 'id' | 'name' | 'reference' | 'sentence';
  readonly text: string;
  readonly span: Span;
  /** What it is part of: from there on it is decided which metric is meant. */
  readonly part: Part;
  /** The metric that has the id or name, or the one whose `drives` this is. */
  readonly own?: OwnMetric;
}

/** A metric and its tier. What it goes by is worked out for those that are asked about only: there are many. */
export interface OwnMetric {
  readonly tier: Tier;
  readonly metric: Metric;
}

/** All of them in a document, in the order of its fields. What an alias repeats comes as often as it is repeated. */
export function mentionsIn(artifact: AnyArtifact): readonly Mention[] {
  return [...partsOf(artifact).flatMap(idOf), ...metricMentions(artifact), ...artifactReferences(artifact)];
}

/** Those of metrics only. */
export function metricMentions(artifact: AnyArtifact): readonly MetricMention[] {
  const found: MetricMention[] = [];
  for (const part of partsOf(artifact)) collectMetricMentions(part, found);
  return found;
}

function partsOf(artifact: AnyArtifact): readonly Part[] {
  return [standalonePart(artifact), ...embeddedParts(artifact)];
}

function idOf({ kind, model, id }: Part): readonly Mention[] {
  const written = model.id;
  if (written === undefined || id === undefined) return [];
  return [{ about: 'artifact', role: 'id', text: id, span: written.span, kind }];
}

/** References to artifacts, those in embedded parts included. */
export function artifactReferences(artifact: AnyArtifact): readonly ArtifactMention[] {
  return referencesIn(artifact.model).flatMap(({ target, id, span }) =>
    target === 'metric' ? [] : [{ about: 'artifact', role: 'reference', text: id, span, kind: target } as const],
  );
}

/** Fills a list instead of joining many: a whole workspace is looked through. */
function collectMetricMentions(part: Part, found: MetricMention[]): void {
  if (isMetricsPart(part)) {
    for (const tier of tiers)
      for (const metric of part.model[tier]?.items ?? []) collectOwnMentions({ tier, metric }, part, found);
  } else if (isPart(part, 'rollout')) {
    for (const { metric, when } of part.model.rollback?.triggers?.items ?? []) {
      if (metric) found.push(reference(metric, part));
      if (when) found.push({ about: 'metric', role: 'sentence', text: when.text, span: when.span, part });
    }
  } else if (isPart(part, 'retro')) {
    for (const { metric } of part.model.metrics?.items ?? []) if (metric) found.push(reference(metric, part));
  }
}

function collectOwnMentions(own: OwnMetric, part: Part, found: MetricMention[]): void {
  const { id, name, drives } = own.metric;
  if (id) found.push({ about: 'metric', role: 'id', text: id.text.trim(), span: id.span, part, own });
  if (name) found.push({ about: 'metric', role: 'name', text: name.text.trim(), span: name.span, part, own });
  for (const entry of drives?.items ?? []) found.push({ ...reference(entry, part), own });
}

function reference({ id, span }: ReferenceValue, part: Part): MetricMention {
  return { about: 'metric', role: 'reference', text: id, span, part };
}

function isPart<K extends Kind>(part: Part, kind: K): part is Part<K> {
  return part.kind === kind;
}
