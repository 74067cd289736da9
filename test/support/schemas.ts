import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { kinds, type Kind } from '../../src/core/schema/kinds.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The part of JSON Schema that schemas/README.md allows, as far as instances are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: true | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly required?: readonly string[];
  readonly examples?: readonly Json[];
  readonly 'x-value'?: string;
  readonly 'x-words'?: Readonly<Record<string, string | number>>;
}

/** A schema, and the file in which its references are read. */
export interface Place {
  readonly schema: Schema;
  readonly file: string;
}

const annotations = [
  ...['x-kind', 'x-value', 'x-default', 'x-title', 'x-ref', 'x-refOrText', 'x-enumDescriptions', 'x-words'],
  ...['x-wordEffects', 'x-match', 'x-shorthand', 'x-list', 'x-embeds', 'x-file', 'x-keyName'],
];

export interface Schemas {
  /** The schema of a kind's whole document. */
  of(kind: Kind): Place;
  /** What a `$ref` leads to; any other schema as it is. */
  resolve(place: Place): Place;
  /** Draft-07, strict, with the annotations of schemas/README.md. */
  validator(kind: Kind): ValidateFunction;
}

export function readSchemas(): Schemas {
  const files = new Map(
    ['common', ...kinds].map(name => {
      const file = `${name}.schema.json`;
      return [file, JSON.parse(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8')) as Schema];
    }),
  );
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addVocabulary(annotations);
  for (const schema of files.values()) ajv.addSchema(schema);

  function whole(file: string): Place {
    const schema = files.get(file);
    if (schema === undefined) throw new Error(`no schema ${file}`);
    return { schema, file };
  }

  function resolve(place: Place): Place {
    const target = place.schema.$ref;
    if (target === undefined) return place;
    const [file = '', name] = target.split('#/definitions/');
    const document = whole(file === '' ? place.file : file);
    if (name === undefined) return document;
    const schema = document.schema.definitions?.[name];
    if (schema === undefined) throw new Error(`${place.file}: ${target} leads nowhere`);
    return resolve({ schema, file: document.file });
  }

  return {
    of: kind => whole(`${kind}.schema.json`),
    resolve,
    validator(kind) {
      const validate = ajv.getSchema(`${kind}.schema.json`) ?? ajv.getSchema(idOf(whole(`${kind}.schema.json`)));
      if (validate === undefined) throw new Error(`no validator for ${kind}`);
      return validate;
    },
  };
}

function idOf({ schema }: Place): string {
  return (schema as { readonly $id?: string }).$id ?? '';
}
