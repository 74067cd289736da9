import { buildFileModel } from '../../model/file-model.ts';
import type { AnyArtifact } from '../../model/artifact.ts';
import { findMetric, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import type { Metrics } from '../../model/types.gen.ts';
import { parseFile } from '../../parse/file.ts';

/** A model without its places. */
export type Plain = string | number | boolean | readonly Plain[] | PlainObject;

export interface PlainObject {
  readonly [name: string]: Plain;
}

/** What a text says, read from the beginning; undefined where there is not exactly one artifact in it. */
export function plainIn(file: string, text: string): PlainObject | undefined {
  const parsed = parseFile(file, text, { isIncluded: () => true });
  const model = parsed && buildFileModel(file, parsed);
  const [artifact, ...more] = model?.artifacts ?? [];
  if (artifact === undefined || more.length > 0 || model?.broken.length !== 0) return undefined;
  return plainOf(artifact);
}

/** What an artifact says, its id among it even where the file's name stands for it. */
export function plainOf(artifact: AnyArtifact): PlainObject {
  const own: unknown = artifact.kind === 'bet' ? artifact.model.metrics : artifact.model;
  const isHierarchy =
    artifact.kind === 'metrics' || (artifact.kind === 'bet' && artifact.model.metrics?.type === 'object');
  const { kind, ...fields } = objectOf(artifact.model, isHierarchy ? metricsOf(own as Metrics) : []);
  return { ...fields, kind: kind ?? artifact.kind, id: artifact.id };
}

function objectOf(model: object, metrics: readonly TieredMetric[]): PlainObject {
  const entries = Object.entries(model).flatMap(([name, value]: [string, unknown]): [string, Plain][] => {
    const plain = typeof value === 'object' && value !== null ? valueOf(value as Readable, metrics) : undefined;
    // An open item is open whether it says so or not.
    return plain === undefined || (name === 'done' && plain === false) ? [] : [[name, plain]];
  });
  // Not by assignment: a name such as `__proto__` is a name like any other.
  return Object.fromEntries(entries);
}

interface Readable {
  readonly type?: string;
  readonly [field: string]: unknown;
}

function valueOf(value: Readable, metrics: readonly TieredMetric[]): Plain | undefined {
  switch (value.type) {
    case 'list':
      return (value['items'] as readonly Readable[]).flatMap(item => valueOf(item, metrics) ?? []);
    case 'map':
      return Object.fromEntries(
        (value['entries'] as readonly { name: string; value: Readable }[]).flatMap(entry => {
          const plain = valueOf(entry.value, metrics);
          return plain === undefined ? [] : [[entry.name, plain]];
        }),
      );
    case 'object':
      return objectOf(value, metrics);
    case 'word':
      return value['word'] as string;
    case 'number':
      return value['number'] as number;
    case 'boolean':
      return value['boolean'] as boolean;
    case 'date':
      return (value['day'] ?? value['text']) as string;
    case 'reference': {
      const id = value['id'] as string;
      return value['target'] === 'metric' ? (findMetric(metrics, id)?.id ?? id) : id;
    }
    case 'text':
    case 'quantity':
    case 'threshold':
    case 'duration':
    case 'audience':
      return (value['text'] as string).trim();
    default:
      return undefined;
  }
}

export type Path = readonly (string | number)[];

/**
 * Where two readings differ, as deep as it can be told: in items of a list only where both name the same things in the
 * same order.
 */
export function differences(before: Plain | undefined, after: Plain | undefined, path: Path = []): readonly Path[] {
  if (same(before, after)) return [];
  if (isList(before) && isList(after) && sameNames(before, after))
    return before.flatMap((item, index) => differences(item, after[index], [...path, index]));
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap(name => differences(before[name], after[name], [...path, name]));
  }
  return [path];
}

function same(a: Plain | undefined, b: Plain | undefined): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The order of fields means nothing. */
function sorted(json: Plain | undefined): Plain | undefined {
  if (isList(json)) return json.map(item => sorted(item) ?? '');
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, sorted(value) ?? '']),
  );
}

/** Whether the items go by a name by which front matter and body are one: metrics, stages and results. */
function sameNames(before: readonly Plain[], after: readonly Plain[]): boolean {
  return (
    before.length === after.length &&
    before.every((item, index) => {
      const name = nameOf(item);
      return name !== undefined && name === nameOf(after[index]);
    })
  );
}

function nameOf(item: Plain | undefined): string | undefined {
  if (!isObject(item)) return undefined;
  for (const field of ['id', 'stage', 'metric']) {
    const name = item[field];
    if (typeof name === 'string' && !('outcome' in item)) return name;
  }
  return undefined;
}

function isObject(json: Plain | undefined): json is PlainObject {
  return typeof json === 'object' && !Array.isArray(json);
}

function isList(json: Plain | undefined): json is readonly Plain[] {
  return Array.isArray(json);
}
