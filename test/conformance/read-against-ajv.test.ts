import assert from 'node:assert/strict';
import type { ErrorObject } from 'ajv';
import { stringify } from 'yaml';
import { readModel } from '../../src/core/model/read.ts';
import { isNoValue, isPlaceholder } from '../../src/core/model/values/placeholder.ts';
import type { Node } from '../../src/core/parse/tree.ts';
import { parseYaml } from '../../src/core/parse/yaml.ts';
import { kinds, type Kind } from '../../src/core/schema/kinds.ts';
import { foldWord } from '../../src/core/schema/words.ts';
import type { Span } from '../../src/core/text/span.ts';
import { readSchemas, type Json, type Place } from '../support/schemas.ts';

const schemas = readSchemas();

/*
 * The reader is driven by tables that are made from the schemas; ajv reads the schemas themselves. Wherever ajv finds
 * an error the reader must report `document/schema`, at the same place, and nowhere else.
 *
 * What the reader forgives on purpose is applied to an instance before ajv sees it:
 * - null, an empty text, "N/A", a dash, and a placeholder are no value: the field or item is left out;
 * - what is required and has a placeholder is still owed, and not missing;
 * - a scalar where text is expected is its source text;
 * - words are the same without case, blanks and hyphens, and other words people write stand for the canonical ones.
 * The other leniencies (a scalar for a list, a scalar for an object) stand in the schemas.
 */
function forgiven(place: Place, value: Json): Json | undefined {
  const { schema, file } = schemas.resolve(place);
  if (isNothing(value)) return undefined;
  if (schema.anyOf) {
    const fitting = schema.anyOf.map(inner => ({ schema: inner, file })).find(inner => takes(inner, value));
    return fitting === undefined ? value : forgiven(fitting, value);
  }
  if (isList(value)) {
    const { items } = schema;
    if (items === undefined) return value;
    return value.map(item => forgiven({ schema: items, file }, item)).filter(item => item !== undefined);
  }
  if (isObject(value)) {
    const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
      const own = Object.hasOwn(schema.properties ?? {}, name)
        ? schema.properties?.[name]
        : schema.additionalProperties;
      if (typeof own !== 'object') return [[name, inner]];
      const kept = forgiven({ schema: own, file }, inner);
      const isOwed =
        kept === undefined &&
        schema.required?.includes(name) === true &&
        typeof inner === 'string' &&
        isPlaceholder(inner);
      return isOwed ? [[name, 'Something']] : kept === undefined ? [] : [[name, kept]];
    });
    return Object.fromEntries(entries);
  }
  return forgivenScalar({ schema, file }, value);
}

function forgivenScalar({ schema }: Place, value: Json): Json {
  if (isList(value) || isObject(value)) return value;
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (words !== undefined) {
    const folded = foldWord(String(value));
    const other = Object.entries(schema['x-words'] ?? {}).find(([word]) => foldWord(word) === folded);
    return words.find(word => foldWord(String(word)) === folded) ?? other?.[1] ?? value;
  }
  const isText = [schema.type].flat().includes('string');
  return isText && typeof value !== 'string' ? String(value) : value;
}

function isNothing(value: Json): boolean {
  return value === null || (typeof value === 'string' && (isNoValue(value) || isPlaceholder(value)));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Whether this alternative of a union is meant for a list, an object or a scalar. */
function takes(place: Place, value: Json): boolean {
  const { schema, file } = schemas.resolve(place);
  if (schema.anyOf) return schema.anyOf.some(inner => takes({ schema: inner, file }, value));
  const form = isList(value) ? 'array' : isObject(value) ? 'object' : 'scalar';
  return form === (schema.type === 'array' || schema.type === 'object' ? schema.type : 'scalar');
}

/** Where ajv finds fault; of a union only the alternative that is meant. */
function pathsOfAjv(errors: readonly ErrorObject[]): Set<string> {
  const unions = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  const culprits = errors.filter(({ keyword, instancePath }) => {
    if (keyword === 'anyOf') return false;
    if (!unions.has(instancePath) || keyword === 'required') return true;
    return !errors.some(
      other =>
        other.instancePath.startsWith(`${instancePath}/`) ||
        (other.instancePath === instancePath && other.keyword === 'required'),
    );
  });
  return new Set(culprits.map(({ instancePath }) => instancePath));
}

/** Where the reader finds fault, found again by position. */
function pathsOfReader(kind: Kind, text: string): Set<string> {
  const [document, ...others] = parseYaml(text, 0);
  assert.deepEqual([document?.problems, others], [[], []], text);
  const root = document?.root;
  assert.ok(root);
  const places = new Map<string, string>();
  const key = ({ start, end }: Span): string => `${start}-${end}`;
  const walk = (node: Node, path: string): void => {
    places.set(key(node.span), path);
    if (node.type === 'list') node.items.forEach((item, index) => walk(item, `${path}/${index}`));
    if (node.type !== 'map') return;
    for (const entry of node.entries) {
      // What is missing in an object is said at its own key, else at its first field's.
      places.set(key(entry.key.span), path);
      walk(entry.value, `${path}/${entry.key.text.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  };
  walk(root, '');
  const paths = new Set<string>();
  readModel(kind, root, problem => {
    if (problem.code !== 'schema') return;
    const path = places.get(key(problem.span));
    assert.ok(
      path !== undefined,
      `${problem.message} stands at nothing: ${text.slice(problem.span.start, problem.span.end)}`,
    );
    paths.add(path);
  });
  return paths;
}

/** What the two say of an instance, where they differ. */
function difference(kind: Kind, instance: Json, render: (value: Json) => string): readonly string[] {
  const validate = schemas.validator(kind);
  validate(forgiven(schemas.of(kind), instance));
  const wanted = [...pathsOfAjv(validate.errors ?? [])].sort();
  const text = render(instance);
  const found = [...pathsOfReader(kind, text)].sort();
  return found.join(' ') === wanted.join(' ')
    ? []
    : [`${text}: ajv ${JSON.stringify(wanted)}, the reader ${JSON.stringify(found)}`];
}

/** A valid instance that holds a value at this path and little else, for each field of the schema. */
function* fieldsOf(
  place: Place,
  wrap: (value: Json) => Json,
  isEmbedded = false,
): Generator<readonly [example: Json, wrap: (value: Json) => Json]> {
  const { schema, file } = schemas.resolve(place);
  if (schema.anyOf) {
    const [short, full] = schema.anyOf;
    if (short) yield* fieldsOf({ schema: short, file }, wrap, isEmbedded);
    // An artifact inside an artifact is the same as one that stands alone: it is entered, and some of its fields are tried.
    if (full) yield* fieldsOf({ schema: full, file }, wrap, isEmbedded || isWhole(full, file));
    return;
  }
  if (schema.type === 'array' && schema.items) {
    yield [[], wrap];
    yield* fieldsOf({ schema: schema.items, file }, value => wrap([value]), isEmbedded);
    return;
  }
  if (schema.type === 'object') {
    const needed: Readonly<Record<string, Json>> = Object.fromEntries(
      (schema.required ?? []).map(name => [name, 'Something']),
    );
    yield [needed, wrap];
    const fields = Object.entries(schema.properties ?? {}).filter((_, index) => !isEmbedded || index % 5 === 0);
    for (const [name, inner] of fields)
      yield* fieldsOf({ schema: inner, file }, value => wrap({ ...needed, [name]: value }), isEmbedded);
    if (typeof schema.additionalProperties === 'object')
      yield* fieldsOf({ schema: schema.additionalProperties, file }, value => wrap({ 'Eng/QA ~1': value }), isEmbedded);
    return;
  }
  yield [schema.const ?? schema.examples?.[0] ?? schema.enum?.[0] ?? 'Something', wrap];
}

function isWhole(schema: { readonly $ref?: string }, file: string): boolean {
  return schema.$ref !== undefined && !schema.$ref.includes('#') && schema.$ref !== file;
}

/** What may stand where it does not belong. */
const strangers: readonly Json[] = [
  ...['nonsense', 'N/A', '[Date]', '3', 'true', '  DONE ', 'two\nlines'],
  ...[0, 3, -1, 2.5, 1e21, true, false, null],
  ...[[], ['x'], [7], [null], [['x']], [{}], [{ text: 'x' }]],
  ...[{}, { text: 'x' }, { name: 'x', id: 7 }],
];

const asJson = (value: Json): string => JSON.stringify(value);
const asBlocks = (value: Json): string => stringify(value, { lineWidth: 0 });

describe('the reader finds what ajv finds', () => {
  for (const kind of kinds) {
    it(`in a ${kind}, field by field`, () => {
      let count = 0;
      const differences: string[] = [];
      for (const [example, wrap] of fieldsOf(schemas.of(kind), value => value)) {
        differences.push(...difference(kind, wrap(example), asJson), ...difference(kind, wrap(example), asBlocks));
        for (const stranger of strangers)
          differences.push(...difference(kind, wrap(stranger), count++ % 5 === 0 ? asBlocks : asJson));
      }
      assert.deepEqual(differences.slice(0, 20), []);
      assert.ok(count > 300, `${count} cases`);
    }).timeout(60_000);
  }

  it('in every example that the schemas give', () => {
    const walk = (place: Place, wrap: (value: Json) => Json, kind: Kind, depth: number): void => {
      for (const example of place.schema.examples ?? []) assert.deepEqual(difference(kind, wrap(example), asJson), []);
      const { schema, file } = schemas.resolve(place);
      for (const example of schema.examples ?? []) assert.deepEqual(difference(kind, wrap(example), asJson), []);
      if (depth > 0)
        for (const [name, inner] of Object.entries(schema.properties ?? {}))
          walk({ schema: inner, file }, value => wrap({ [name]: value }), kind, depth - 1);
    };
    for (const kind of kinds) walk(schemas.of(kind), value => value, kind, 3);
  });

  it('names no field like the parts of a value', () => {
    for (const kind of kinds)
      for (const [, wrap] of fieldsOf(schemas.of(kind), value => value)) {
        const names = JSON.stringify(wrap('Something')).matchAll(/"(\w+)":/g);
        for (const [, name] of names) assert.ok(!['type', 'span', 'key', 'blanks'].includes(name ?? ''), name);
      }
  });
});
