import { isDone } from '../computed/checklist.ts';
import type { Readiness } from '../computed/readiness.ts';
import type { LeafValue, ModelValue, ReferenceValue } from '../model/located.ts';
import { standardStage } from '../model/stages.ts';
import { kebabCase, metricKey, metricKeys, metricsOf, type TieredMetric } from '../model/tiers.ts';
import type { ChecklistItem, Metric, Metrics, Models, Stage } from '../model/types.gen.ts';
import type { Audience } from '../model/values/audience.ts';
import type { Day } from '../model/values/date.ts';
import { daysOf } from '../model/values/duration.ts';
import type { Kind } from '../schema/kinds.ts';
import type { ObjectShape, Shape } from '../schema/shape.ts';
import { documentShapes } from '../schema/shapes.gen.ts';
import { wellFormed, type Json, type JsonObject } from './json.ts';

/** What an artifact's JSON says beyond what is written in the model itself. */
export interface Understanding {
  /** Its own id, else the one that stands for it. */
  readonly id: string | undefined;
  /** The status of a bet, inferred where it is not written. */
  readonly status: string | undefined;
  /** Of its bet: items with `auto` are done by it. */
  readonly readiness: Readiness | undefined;
  /** The metrics that the artifact's references to metrics mean: its own, or those of its bet. */
  readonly metrics: readonly TieredMetric[];
}

/**
 * A model as JSON: the fields of the specification in the order of the schema, without positions, each value as it was
 * understood, so that both notations give the same (SPEC 7 and 8, "Computed values in JSON"). What could not be read keeps its text.
 */
export function artifactJson<K extends Kind>(kind: K, model: Models[K], understanding: Understanding): JsonObject {
  const { id, status, readiness, metrics } = understanding;
  const context: Context = { start: undefined, readiness, metricIds: idsByKey(metrics) };
  const given = { kind, ...(id !== undefined && { id: wellFormed(id) }), ...(status !== undefined && { status }) };
  return objectJson(documentShapes[kind], model, context, given);
}

interface Context {
  /** The day from which months in a duration count. */
  readonly start: Day | undefined;
  readonly readiness: Readiness | undefined;
  /** Ids of metrics by what they may be referred to. */
  readonly metricIds: ReadonlyMap<string, string>;
}

/** A set of fields as the tables of the schema see it. */
type Fields = Readonly<Record<string, unknown>>;

function objectJson(shape: ObjectShape, model: object, outer: Context, given: JsonObject): JsonObject {
  const fields = model as Fields;
  const context = { ...outer, start: startOf(fields) };
  const entries: [string, Json][] = [];
  for (const [field, inner] of Object.entries(shape.fields)) {
    const value = fields[field] as ModelValue | undefined;
    const json = given[field] ?? (value === undefined ? undefined : valueJson(inner, value, context));
    if (json !== undefined) entries.push([field, json]);
  }
  // Not by assignment: a name such as `__proto__` is a name like any other.
  return Object.fromEntries(entries);
}

function startOf(fields: Fields): Day | undefined {
  const start = (fields['start'] ?? fields['started']) as ModelValue | undefined;
  return start?.type === 'date' ? start.day : undefined;
}

function valueJson(shape: Shape, value: ModelValue, context: Context): Json {
  switch (value.type) {
    case 'list': {
      const item = shape.type === 'either' ? shape.list.item : shape.type === 'list' ? shape.item : shape;
      return value.items.map(each => valueJson(item, each, context));
    }
    case 'map': {
      const inner = shape.type === 'map' ? shape.value : shape;
      return Object.fromEntries(
        value.entries.map(entry => [wellFormed(entry.name), valueJson(inner, entry.value, context)]),
      );
    }
    case 'object': {
      const inner = shape.type === 'embed' ? documentShapes[shape.kind] : shape;
      return inner.type === 'object' ? namedObjectJson(inner, value, context) : null;
    }
    default:
      return leafJson(value, context);
  }
}

/** Objects of which one form stands in the model though people write several. */
function namedObjectJson(shape: ObjectShape, value: object, context: Context): Json {
  switch (shape.name) {
    case 'Owner': {
      const { name = '' } = objectJson(shape, value, context, {});
      return name;
    }
    case 'Audience': {
      const { text, ...rest } = objectJson(shape, value, context, {});
      return { ...(text as JsonObject | undefined), ...rest };
    }
    case 'ChecklistItem':
      return { ...objectJson(shape, value, context, {}), done: isDone(value as ChecklistItem, context.readiness) };
    case 'Stage': {
      const name = standardStage(value as Stage);
      return objectJson(shape, value, context, name === undefined ? {} : { stage: name });
    }
    case 'Flag': {
      const { cleanedUp } = value as { cleanedUp?: { text: string } };
      return objectJson(shape, value, context, /^true$/i.test(cleanedUp?.text ?? '') ? { cleanedUp: true } : {});
    }
    case 'Metric': {
      const id = metricId(value as Metric);
      return objectJson(shape, value, context, id === '' ? {} : { id: wellFormed(id) });
    }
    case 'Metrics': {
      // A hierarchy's own metrics are meant first.
      const metricIds = new Map([...context.metricIds, ...idsByKey(metricsOf(value as Metrics))]);
      return objectJson(shape, value, { ...context, metricIds }, {});
    }
    default:
      return objectJson(shape, value, context, {});
  }
}

function leafJson(value: LeafValue, context: Context): Json {
  switch (value.type) {
    case 'text':
      return wellFormed(value.text.trim());
    case 'word':
      return value.word;
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'date':
      return value.day ?? wellFormed(value.text);
    case 'quantity': {
      const { quantity } = value;
      if (quantity === undefined) return { text: wellFormed(value.text) };
      return withUnit({ text: wellFormed(quantity.text), value: quantity.value }, quantity.unit);
    }
    case 'threshold': {
      const { threshold } = value;
      if (threshold === undefined) return { text: wellFormed(value.text) };
      const { text, op, value: limit, unit, of, statistic } = threshold;
      const relation = withUnit({ text: wellFormed(text), op, value: limit }, unit);
      return { ...relation, ...(of && { of }), ...(statistic !== undefined && { statistic }) };
    }
    case 'duration': {
      const days = value.duration && daysOf(value.duration, context.start);
      return { text: wellFormed(value.text), ...(days && { days: [...days] }) };
    }
    case 'audience':
      return audienceJson(value.audience);
    case 'reference':
      return referenceJson(value, context);
  }
}

function withUnit(json: JsonObject, unit: string | undefined): JsonObject {
  return unit === undefined ? json : { ...json, unit: wellFormed(unit) };
}

function audienceJson({ text, percent, size, segment }: Audience): JsonObject {
  return {
    ...(text !== undefined && { text: wellFormed(text) }),
    ...(percent !== undefined && { percent }),
    ...(size !== undefined && { size }),
    ...(segment !== undefined && { segment: wellFormed(segment) }),
  };
}

function referenceJson(reference: ReferenceValue, context: Context): string {
  const known = reference.target === 'metric' ? context.metricIds.get(metricKey(reference.id)) : undefined;
  return wellFormed(known ?? reference.id);
}

/** Its own, else its name in kebab-case (SPEC 8, "Ids and names"). */
function metricId({ id, name }: Metric): string {
  const written = id?.text.trim() ?? '';
  return written === '' ? kebabCase(name?.text.trim() ?? '') : written;
}

/** Ids come before names, and of two that are called the same the first is meant. */
function idsByKey(metrics: readonly TieredMetric[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const metric of metrics) setOnce(ids, metricKey(metric.id), metric.id);
  for (const metric of metrics) for (const key of metricKeys(metric)) setOnce(ids, key, metric.id);
  return ids;
}

function setOnce(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
