import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, type Kind } from '../../src/core/schema/kinds.ts';
import { foldWord } from '../../src/core/schema/words.ts';
import type { FieldInfo, LeafReading, LeafShape, ListShape, ObjectShape, Shape } from '../../src/core/schema/shape.ts';

/** The part of JSON Schema that `schemas/README.md` allows. */
export interface Schema {
  readonly $ref?: string;
  readonly $id?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly 'x-kind'?: Kind;
  readonly 'x-value'?: string;
  readonly 'x-ref'?: string;
  readonly 'x-words'?: Readonly<Record<string, string | number>>;
  readonly 'x-enumDescriptions'?: Readonly<Record<string, string>>;
  readonly 'x-shorthand'?: string;
  readonly 'x-list'?: boolean;
  readonly 'x-embeds'?: Kind;
  readonly 'x-default'?: string;
  readonly 'x-title'?: string;
  readonly 'x-refOrText'?: boolean;
  readonly 'x-match'?: 'contains';
}

export interface ReadSchemas {
  /** The shape of each kind's whole document. */
  readonly documents: Readonly<Record<Kind, ObjectShape>>;
  /** Every object shape by name, those that others use before their users. */
  readonly objects: readonly ObjectShape[];
  /** What is said of each field: by object name, then by field name. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldInfo>>>>;
}

interface Found {
  readonly schema: Schema;
  readonly file: string;
  /** Where the reference pointed to: names the shape. */
  readonly pointer: string;
}

const readings: Readonly<Record<string, LeafReading>> = {
  text: 'text',
  markdownText: 'text',
  id: 'text',
  person: 'text',
  link: 'text',
  url: 'text',
  path: 'text',
  confidence: 'text',
  word: 'word',
  integer: 'integer',
  percentage: 'percentage',
  count: 'count',
  dateOrTrue: 'dateOrTrue',
  stageName: 'text',
  weekRange: 'weeks',
  boolean: 'boolean',
  date: 'date',
  quantity: 'quantity',
  threshold: 'threshold',
  duration: 'duration',
  audience: 'audience',
};

export function readSchemas(folder: string): ReadSchemas {
  const files = new Map<string, Schema>();
  for (const name of ['common', ...kinds])
    files.set(`${name}.schema.json`, JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as Schema);
  const byPointer = new Map<string, ObjectShape>();
  const objects: ObjectShape[] = [];
  const fields: Record<string, Record<string, FieldInfo>> = {};
  const names = new Set<string>();

  function resolve(schema: Schema, file: string): Found {
    if (schema.$ref === undefined) return { schema, file, pointer: '' };
    const [target, path] = schema.$ref.split('#') as [string, string | undefined];
    const inFile = target === '' ? file : target;
    let found = files.get(inFile);
    for (const step of (path ?? '').split('/').filter(Boolean))
      found = (found as Record<string, Schema> | undefined)?.[step];
    if (!found) throw new Error(`${file}: nothing at ${schema.$ref}`);
    const deeper = resolve(found, inFile);
    return deeper.pointer === '' ? { schema: found, file: inFile, pointer: `${inFile}#${path ?? ''}` } : deeper;
  }

  function nameFor(hint: string, file: string): string {
    const plain = hint.replace(/Parts$/, '');
    const name = plain.charAt(0).toUpperCase() + plain.slice(1);
    if (!names.has(name)) return name;
    const kind = file.split('.')[0] ?? '';
    return kind.charAt(0).toUpperCase() + kind.slice(1) + name;
  }

  function objectShape(found: Found, hint: string, shorthand: string | undefined): ObjectShape {
    const pointer = found.pointer === '' ? `${found.file}#inline/${hint}` : found.pointer;
    const known = byPointer.get(pointer);
    if (known) return known;
    const last = found.pointer.split('/').at(-1) ?? '';
    const name = nameFor(last === '' ? hint : last, found.file);
    if (names.has(name)) throw new Error(`two shapes named ${name}`);
    names.add(name);
    const shapes: Record<string, Shape> = {};
    const infos: Record<string, FieldInfo> = {};
    for (const [field, schema] of Object.entries(found.schema.properties ?? {})) {
      shapes[field] = shapeOf(schema, found.file, name + field.charAt(0).toUpperCase() + field.slice(1));
      infos[field] = infoOf(schema, found.file);
    }
    const kind = found.schema['x-kind'];
    const shape: ObjectShape = {
      type: 'object',
      name,
      ...(kind ? { kind } : {}),
      fields: shapes,
      ...(found.schema.required ? { required: found.schema.required } : {}),
      ...(shorthand ? { shorthand } : {}),
    };
    byPointer.set(pointer, shape);
    objects.push(shape);
    fields[name] = infos;
    return shape;
  }

  function infoOf(own: Schema, file: string): FieldInfo {
    const found = resolve(own, file);
    const said = { ...found.schema, ...own };
    const fallback = said['x-default'] ?? (said.default === undefined ? 'none' : JSON.stringify(said.default));
    const words = leafSchema(found)?.['x-enumDescriptions'];
    return {
      ...(said['x-title'] ? { title: said['x-title'] } : {}),
      description: said.description ?? '',
      examples: said.examples ?? [],
      fallback,
      ...(words ? { words } : {}),
    };
  }

  /** The schema that says how a field's scalar is read. */
  function leafSchema(found: Found): Schema | undefined {
    if (found.schema['x-value'] !== undefined) return found.schema;
    for (const option of found.schema.anyOf ?? []) {
      const leaf = leafSchema(resolve(option, found.file));
      if (leaf) return leaf;
    }
    return undefined;
  }

  function shapeOf(schema: Schema, file: string, hint: string): Shape {
    const found = resolve(schema, file);
    const target = found.schema;
    if (target['x-embeds'] !== undefined) return { type: 'embed', kind: target['x-embeds'] };
    if (target.anyOf) return choiceOf(found, hint);
    if (target.type === 'array') return listOf(target, found.file, hint);
    if (
      target.type === 'object' &&
      target.properties === undefined &&
      typeof target.additionalProperties === 'object'
    ) {
      return { type: 'map', value: shapeOf(target.additionalProperties, found.file, `${hint}Entry`) };
    }
    if (target.type === 'object') return objectShape(found, hint, undefined);
    return leafOf(target, hint);
  }

  function listOf(schema: Schema, file: string, hint: string): ListShape {
    if (!schema.items) throw new Error(`${hint}: a list without items`);
    return { type: 'list', item: shapeOf(schema.items, file, `${hint}Item`) };
  }

  function choiceOf(found: Found, hint: string): Shape {
    const options = (found.schema.anyOf ?? []).map(option => resolve(option, found.file));
    const list = options.find(option => option.schema.type === 'array');
    const object = options.find(option => option.schema.type === 'object');
    const scalar = options.find(option => option !== list && option !== object);
    const shorthand = found.schema['x-shorthand'];
    if (object && shorthand !== undefined)
      return objectShape({ ...object, pointer: found.pointer || object.pointer }, hint, shorthand);
    if (list && found.schema['x-list'] === true) return { ...listOf(list.schema, list.file, hint), single: true };
    if (list && scalar)
      return { type: 'either', scalar: leafOf(scalar.schema, hint), list: listOf(list.schema, list.file, hint) };
    // A date or `true`: several scalar forms of one leaf; the first says how it is read.
    if (scalar && !list && !object) return leafOf(scalar.schema, hint);
    throw new Error(`${found.file}: no reading for the choice at ${hint}`);
  }

  function leafOf(schema: Schema, hint: string): LeafShape {
    const target = schema['x-ref'] as LeafShape['target'];
    const reading = target ? 'reference' : readings[schema['x-value'] ?? ''];
    if (reading === undefined) throw new Error(`${hint}: no reading for x-value ${String(schema['x-value'])}`);
    const contains = schema['x-match'] === 'contains';
    const listed = contains ? Object.keys(schema['x-enumDescriptions'] ?? {}) : schema.enum?.map(String);
    const words = listed ?? (schema.const === undefined ? undefined : [schema.const]);
    const others = Object.entries(schema['x-words'] ?? {}).map(
      ([word, canonical]) => [foldWord(word), String(canonical)] as const,
    );
    return {
      type: 'leaf',
      reading,
      ...(words ? { words } : {}),
      ...(others.length > 0 ? { otherWords: Object.fromEntries(others) } : {}),
      ...(contains ? { contains } : {}),
      ...(schema.enum?.some(word => typeof word === 'number') ? { numeric: true as const } : {}),
      ...(target ? { target } : {}),
      ...(target && schema['x-refOrText'] === true ? { orText: true as const } : {}),
      ...(schema.minimum === undefined ? {} : { minimum: schema.minimum }),
      ...(schema.maximum === undefined ? {} : { maximum: schema.maximum }),
    };
  }

  const documents = Object.fromEntries(
    kinds.map(kind => {
      const file = `${kind}.schema.json`;
      const schema = files.get(file) ?? {};
      return [kind, objectShape({ schema, file, pointer: `${file}#/${kind}` }, kind, undefined)];
    }),
  ) as Record<Kind, ObjectShape>;
  return { documents, objects, fields };
}
