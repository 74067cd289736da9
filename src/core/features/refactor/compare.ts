import { buildFileModel } from '../../model/file-model.ts';
import type { AnyArtifact } from '../../model/artifact.ts';
import { metricsOf } from '../../model/tiers.ts';
import { parseFile } from '../../parse/file.ts';
import { artifactJson } from '../../report/artifact-json.ts';
import type { Json, JsonObject } from '../../report/json.ts';

/** What a text says, read from the beginning: the only artifact in it, as `show` prints it. Undefined where there is not exactly one. */
export function jsonIn(file: string, text: string): JsonObject | undefined {
  const parsed = parseFile(file, text);
  const model = parsed && buildFileModel(file, parsed);
  const [artifact, ...more] = model?.artifacts ?? [];
  if (artifact === undefined || more.length > 0 || model?.broken.length !== 0) return undefined;
  return jsonOf(artifact);
}

export function jsonOf(artifact: AnyArtifact): JsonObject {
  const metrics = artifact.kind === 'metrics' ? metricsOf(artifact.model) : [];
  const understanding = { id: artifact.id, metrics, status: undefined, readiness: undefined };
  return artifactJson(artifact.kind, artifact.model as never, understanding);
}

export type Path = readonly (string | number)[];

/**
 * Where two readings differ, as deep as it can be told: in items of a list only where both name the same things in the
 * same order.
 */
export function differences(before: Json | undefined, after: Json | undefined, path: Path = []): readonly Path[] {
  if (same(before, after)) return [];
  if (isList(before) && isList(after) && sameNames(before, after))
    return before.flatMap((item, index) => differences(item, after[index], [...path, index]));
  if (isObject(before) && isObject(after) && !('text' in before)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap(name => differences(before[name], after[name], [...path, name]));
  }
  return [path];
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The order of fields means nothing. */
function sorted(json: Json | undefined): Json | undefined {
  if (isList(json)) return json.map(item => sorted(item) ?? null);
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, sorted(value) ?? null]),
  );
}

/** Whether the items go by a name by which front matter and body are one: metrics, stages and results. */
function sameNames(before: readonly Json[], after: readonly Json[]): boolean {
  return (
    before.length === after.length &&
    before.every((item, index) => {
      const name = nameOf(item);
      return name !== undefined && name === nameOf(after[index]);
    })
  );
}

function nameOf(item: Json | undefined): string | undefined {
  if (!isObject(item)) return undefined;
  for (const field of ['id', 'stage', 'metric']) {
    const name = item[field];
    if (typeof name === 'string' && !('outcome' in item)) return name;
  }
  return undefined;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
