import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { publicFields } from './fields.ts';
import { values, type Value } from './values.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The part of JSON Schema that schemas/README.md allows. */
interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: true | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly 'x-kind'?: string;
  readonly 'x-value'?: Value;
  readonly 'x-default'?: string;
  readonly 'x-ref'?: string;
  readonly 'x-enumDescriptions'?: Readonly<Record<string, string>>;
  readonly 'x-words'?: Readonly<Record<string, string | number>>;
  readonly 'x-wordEffects'?: Readonly<Record<string, Json>>;
  readonly 'x-shorthand'?: string;
  readonly 'x-list'?: true;
  readonly 'x-embeds'?: string;
  readonly 'x-file'?: string;
}

/** A schema and where it stands: `bet.schema.json#/properties/status`. */
interface Place {
  readonly schema: Schema;
  readonly at: string;
}

const kinds = ['bet', 'metrics', 'rollout', 'retro', 'launch', 'tracks'] as const;
const annotations = [
  ...['x-kind', 'x-value', 'x-default', 'x-title', 'x-ref', 'x-refOrText', 'x-enumDescriptions', 'x-words'],
  ...['x-wordEffects', 'x-match', 'x-shorthand', 'x-list', 'x-embeds', 'x-file', 'x-keyName'],
];
const unionMarks = ['x-shorthand', 'x-list', 'x-embeds', 'x-file'] as const;
const structure = [
  ...['$schema', '$id', '$ref', 'title', 'description', 'type', 'properties', 'patternProperties'],
  ...['additionalProperties', 'items', 'anyOf', 'enum', 'const', 'minimum', 'required', 'default', 'examples'],
  'definitions',
];

const schemas = new Map<string, Schema>(
  [...kinds, 'common'].map(name => {
    const file = `${name}.schema.json`;
    return [file, JSON.parse(readFileSync(new URL(`../../../schemas/${file}`, import.meta.url), 'utf8')) as Schema];
  }),
);

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addVocabulary(annotations);
for (const schema of schemas.values()) ajv.addSchema(schema);

function root(file: string): Place {
  const schema = schemas.get(file);
  assert.ok(schema, `no schema ${file}`);
  return { schema, at: `${file}#` };
}

/** The schemas directly inside this one. */
function inside({ schema, at }: Place): Place[] {
  const places: Place[] = [];
  for (const group of ['properties', 'definitions'] as const) {
    for (const [name, inner] of Object.entries(schema[group] ?? {}))
      places.push({ schema: inner, at: `${at}/${group}/${name}` });
  }
  if (typeof schema.additionalProperties === 'object')
    places.push({ schema: schema.additionalProperties, at: `${at}/additionalProperties` });
  if (schema.items) places.push({ schema: schema.items, at: `${at}/items` });
  schema.anyOf?.forEach((inner, index) => places.push({ schema: inner, at: `${at}/anyOf/${index}` }));
  return places;
}

function everything(place: Place): Place[] {
  return [place, ...inside(place).flatMap(everything)];
}

/** Where a `$ref` leads to, as far as it leads. */
function resolve(place: Place): Place {
  const target = place.schema.$ref;
  if (target === undefined) return place;
  const [file, name] = target.split('#/definitions/');
  const document = root(file !== undefined && file !== '' ? file : place.at.slice(0, place.at.indexOf('#')));
  if (name === undefined) return document;
  const schema = document.schema.definitions?.[name];
  assert.ok(schema, `${place.at}: ${target} leads nowhere`);
  return resolve({ schema, at: `${document.at}/definitions/${name}` });
}

function properties({ schema, at }: Place): [string, Place][] {
  return Object.entries(schema.properties ?? {}).map(([name, inner]) => [
    name,
    { schema: inner, at: `${at}/properties/${name}` },
  ]);
}

function fullForm(place: Place): Place {
  const { schema, at } = resolve(place);
  const full = schema.anyOf?.[1];
  if (full === undefined) return resolve(place);
  return fullForm({ schema: full, at: `${resolve(place).at || at}/anyOf/1` });
}

/** Every field with its path, artifacts embedded in others excepted. */
function paths(place: Place, prefix: string): string[] {
  const resolved = resolve(place);
  if (resolved.schema['x-embeds'] !== undefined) return [];
  const full = fullForm(resolved);
  if (full.schema.items) {
    return paths({ schema: full.schema.items, at: `${full.at}/items` }, `${prefix}[]`);
  }
  if (typeof full.schema.additionalProperties === 'object') {
    return paths({ schema: full.schema.additionalProperties, at: `${full.at}/additionalProperties` }, `${prefix}.*`);
  }
  return properties(full).flatMap(([name, inner]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [path, ...paths(inner, path)];
  });
}

const normalised = (word: string | number): string =>
  String(word)
    .toLowerCase()
    .replace(/[\s-]+/g, '');

const all = [...schemas.keys()].flatMap(file => everything(root(file)));
const fields = [
  ...new Map(
    all.flatMap(place => properties(place).map(([, inner]) => resolve(inner))).map(place => [place.at, place]),
  ).values(),
];
const leaves = all.filter(({ schema }) => schema['x-value'] !== undefined);
const unions = all.filter(({ schema }) => schema.anyOf !== undefined);

describe('schemas', () => {
  for (const file of schemas.keys()) {
    it(`${file} compiles strictly, under its own name`, () => {
      assert.equal(root(file).schema.$id, file);
      assert.ok(ajv.getSchema(file));
    });
  }

  for (const kind of kinds) {
    it(`${kind} has exactly the public fields`, () => {
      assert.deepEqual(paths(root(`${kind}.schema.json`), '').sort(), [...publicFields[kind]].sort());
    });

    it(`${kind} says its kind, and asks for no field`, () => {
      const { schema } = root(`${kind}.schema.json`);
      assert.equal(schema['x-kind'], kind);
      assert.equal(schema.properties?.['kind']?.const, kind);
      assert.ok(ajv.validate(schema, {}));
    });

    it(`${kind} keeps fields that it does not know`, () => {
      const { schema } = root(`${kind}.schema.json`);
      assert.ok(ajv.validate(schema, { 'x-team': 'payments', effort: 'M' }));
    });
  }

  it('describes every field, gives an example and says what holds without it', () => {
    const poor = fields.filter(
      ({ schema }) =>
        !schema.description?.endsWith('.') ||
        !schema.examples?.length ||
        (schema.default === undefined) === (schema['x-default'] === undefined),
    );
    assert.deepEqual(
      poor.map(({ at }) => at),
      [],
    );
    assert.ok(fields.length > 100);
  });

  it('has examples and defaults that are valid', () => {
    for (const { schema, at } of all) {
      const given = [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])];
      if (given.length === 0) continue;
      const validate = ajv.compile({ $ref: at });
      for (const value of given)
        assert.ok(validate(value), `${at}: ${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`);
    }
  });

  it('uses no keyword that schemas/README.md does not name', () => {
    const known = new Set([...structure, ...annotations]);
    for (const { schema, at } of all)
      for (const keyword of Object.keys(schema)) assert.ok(known.has(keyword), `${at}: ${keyword}`);
  });

  it('lets a $ref stand alone and lead somewhere', () => {
    for (const place of all) {
      if (place.schema.$ref === undefined) continue;
      assert.deepEqual(Object.keys(place.schema), ['$ref'], place.at);
      resolve(place);
    }
  });

  it('has no shape but leaf, object, map, list and union', () => {
    for (const { schema, at } of all) {
      if (schema.$ref !== undefined || at === 'common.schema.json#') continue;
      const shapes = [
        schema['x-value'] !== undefined,
        schema.properties !== undefined,
        schema.type === 'object' && typeof schema.additionalProperties === 'object',
        schema.items !== undefined,
        schema.anyOf !== undefined,
      ].filter(Boolean);
      assert.equal(shapes.length, 1, at);
      if (schema.properties) {
        assert.deepEqual(schema.patternProperties, { '^x-': {} }, at);
        assert.equal(schema.additionalProperties, true, at);
      }
    }
  });

  it('gives every leaf a way to be read that fits its type', () => {
    for (const { schema, at } of leaves) {
      const value = schema['x-value'];
      assert.ok(value !== undefined && value in values, `${at}: ${value}`);
      const types = [schema.type ?? []].flat();
      if (value === 'word' && schema.type === 'integer') continue;
      assert.deepEqual(types, values[value], at);
    }
  });

  it('refers to metrics and artifacts only, and only by id', () => {
    for (const { schema, at } of all) {
      const target = schema['x-ref'];
      if (target === undefined) continue;
      assert.ok(target === 'metric' || kinds.some(kind => kind === target), at);
      assert.equal(schema['x-value'], 'id', at);
    }
  });

  it('describes every word, and leads every other word to one of them', () => {
    for (const { schema, at } of all) {
      const described = Object.keys(schema['x-enumDescriptions'] ?? {});
      if (schema.enum) assert.deepEqual(described, schema.enum.map(String), at);
      const canonical = new Set(described.map(normalised));
      assert.equal(canonical.size, described.length, at);
      const others = Object.entries(schema['x-words'] ?? {});
      for (const [other, word] of others) {
        assert.ok(described.includes(String(word)), `${at}: ${other} → ${word}`);
        assert.ok(!canonical.has(normalised(other)), `${at}: ${other} needs no entry`);
      }
      assert.equal(new Set(others.map(([other]) => normalised(other))).size, others.length, at);
      for (const word of Object.keys(schema['x-wordEffects'] ?? {})) assert.ok(word in (schema['x-words'] ?? {}), at);
    }
  });

  it('has unions of a short form and a full form', () => {
    for (const { schema, at } of unions) {
      const marks = unionMarks.filter(mark => schema[mark] !== undefined);
      assert.equal(schema.anyOf?.length, 2, at);
      assert.equal(marks.length, 1, `${at}: ${marks.join()}`);
      const [short, full] = (schema.anyOf ?? []).map((inner, index) =>
        resolve({ schema: inner, at: `${at}/anyOf/${index}` }),
      ) as [Place, Place];

      if (schema['x-shorthand'] !== undefined) {
        const filled = properties(full).find(([name]) => name === schema['x-shorthand'])?.[1];
        assert.ok(filled, at);
        assert.equal(short.at, resolve(filled).at, `${at}: the short form is read as another field than it fills`);
      }
      if (schema['x-list'] || schema['x-file']) assert.equal(full.schema.type, 'array', at);
      if (schema['x-embeds'] !== undefined) {
        assert.equal(full.schema['x-kind'], schema['x-embeds'], at);
        assert.equal(short.schema['x-ref'], schema['x-embeds'], at);
      }
    }
  });

  it('uses every definition', () => {
    const used = new Set(all.filter(({ schema }) => schema.$ref !== undefined).map(place => resolve(place).at));
    for (const file of schemas.keys())
      for (const name of Object.keys(root(file).schema.definitions ?? {}))
        assert.ok(used.has(`${file}#/definitions/${name}`), `${file}: ${name}`);
  });

  const refused: readonly [kind: string, value: Json][] = [
    ['bet', { kind: 'retro' }],
    ['bet', { status: 'almost' }],
    ['bet', { iteration: 0 }],
    ['bet', { rollout: { kind: 'launch' } }],
    ['metrics', { core: [{ name: 'Activation rate', primary: 'maybe' }] }],
    ['rollout', { stages: [{ exit: [{ done: true }] }] }],
    ['rollout', { stages: { stage: 'beta' } }],
    ['retro', { decision: 'postpone' }],
    ['launch', { tier: 5 }],
    ['launch', { components: { documentation: 'soon' } }],
    ['tracks', { weeks: 0 }],
  ];
  for (const [kind, value] of refused) {
    it(`refuses ${JSON.stringify(value)} as ${kind}`, () => {
      assert.equal(ajv.validate(root(`${kind}.schema.json`).schema, value), false);
    });
  }

  const accepted: readonly [kind: string, value: Json][] = [
    ['bet', { timebox: { start: 'next spring' }, shipped: '2026-02-31' }],
    ['metrics', { guardrails: [{ name: 'Error rate', threshold: 'not too many', current: 0.02 }] }],
    [
      'rollout',
      { stages: ['internal', { stage: 'Nordic pilot', audience: { percent: '10%' } }], flag: { cleanedUp: true } },
    ],
    ['rollout', { rollback: { triggers: [{ when: 'Data is lost', action: 'Roll it back' }] } }],
    ['retro', { metrics: [{ metric: 'Something nobody measured before' }], learnings: 'One sentence.' }],
    ['tracks', { allocation: { PM: { discovery: '60%', delivery: 40 } } }],
  ];
  for (const [kind, value] of accepted) {
    it(`leaves ${JSON.stringify(value)} in ${kind} to the rules`, () => {
      assert.ok(ajv.validate(root(`${kind}.schema.json`).schema, value), ajv.errorsText());
    });
  }
});
