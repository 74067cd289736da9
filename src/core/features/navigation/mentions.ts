import type { AnyArtifact } from '../../model/artifact.ts';
import type { ReferenceValue } from '../../model/located.ts';
import { metricsOf, type TieredMetric } from '../../model/tiers.ts';
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
  readonly metric?: TieredMetric;
}

/** All of them in a document, in the order of its fields. What an alias repeats comes as often as it is repeated. */
export function mentionsIn(artifact: AnyArtifact): readonly Mention[] {
  const parts: readonly Part[] = [standalonePart(artifact), ...embeddedParts(artifact)];
  return [...parts.flatMap(part => [...idOf(part), ...metricMentions(part)]), ...artifactReferences(artifact)];
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

function metricMentions(part: Part): readonly MetricMention[] {
  if (isMetricsPart(part)) return metricsOf(part.model).flatMap(metric => ownMentions(metric, part));
  if (isPart(part, 'rollout'))
    return (part.model.rollback?.triggers?.items ?? []).flatMap(({ metric, when }) => [
      ...(metric ? [reference(metric, part)] : []),
      ...(when ? [{ about: 'metric', role: 'sentence', text: when.text, span: when.span, part } as const] : []),
    ]);
  if (isPart(part, 'retro'))
    return (part.model.metrics?.items ?? []).flatMap(({ metric }) => (metric ? [reference(metric, part)] : []));
  return [];
}

function ownMentions(metric: TieredMetric, part: Part): readonly MetricMention[] {
  const { id, name, drives } = metric.metric;
  const about = 'metric';
  return [
    ...(id ? [{ about, role: 'id', text: id.text.trim(), span: id.span, part, metric } as const] : []),
    ...(name ? [{ about, role: 'name', text: name.text.trim(), span: name.span, part, metric } as const] : []),
    ...(drives?.items ?? []).map(entry => ({ ...reference(entry, part), metric })),
  ];
}

function reference({ id, span }: ReferenceValue, part: Part): MetricMention {
  return { about: 'metric', role: 'reference', text: id, span, part };
}

export function isPart<K extends Kind>(part: Part, kind: K): part is Part<K> {
  return part.kind === kind;
}
