import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { isKind, kinds, type Kind } from '../../../src/core/schema/kinds.ts';
import { foldWord } from '../../../src/core/schema/words.ts';

const root = join(import.meta.dirname, '../../..');

/** As an editor without the extension would take them: from the files, in draft-07, with what it does not know ignored. */
function plainAjv(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
  for (const name of [...kinds, 'common']) {
    const file = `${name}.schema.json`;
    const schema = JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')) as {
      readonly $schema: string;
      readonly $id: string;
    };
    assert.match(schema.$schema, /draft-07/);
    // Relative, so that references among them lead to their neighbours, wherever the folder lies.
    assert.equal(schema.$id, file);
    ajv.addSchema(schema);
  }
  return ajv;
}

/** The one thing in which the schemas are stricter than we are, as the guide says: they know the canonical words alone. */
function isLooseWord({ keyword, data, schema, parentSchema }: ErrorObject): boolean {
  if (keyword !== 'enum' || typeof data !== 'string' || !Array.isArray(schema)) return false;
  const others = Object.keys((parentSchema?.['x-words'] ?? {}) as object);
  return [...(schema as readonly unknown[]), ...others].some(word => foldWord(String(word)) === foldWord(data));
}

interface Written {
  readonly place: string;
  readonly kind: Kind;
  readonly value: unknown;
}

function documentsIn(folder: string): readonly Written[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.ya?ml$/.test(file))
    .flatMap(file => {
      const suffix = /\.(\w+)\.ya?ml$/.exec(file)?.[1] ?? '';
      return parseAllDocuments(readFileSync(join(root, folder, file), 'utf8')).flatMap((document): Written[] => {
        const value = document.toJS() as { readonly kind?: unknown } | null;
        const kind = typeof value?.kind === 'string' ? value.kind : suffix;
        return isKind(kind) ? [{ place: `${folder}/${file}`, kind, value }] : [];
      });
    });
}

describe('the schemas, without the extension', () => {
  const ajv = plainAjv();
  const documents = ['examples', 'test/fixtures/markdown/pairs'].flatMap(documentsIn);

  for (const kind of kinds)
    it(`take every ${kind} of the examples and the fixtures`, () => {
      const mine = documents.filter(document => document.kind === kind);
      assert.ok(mine.length > 0);
      const validate = ajv.getSchema(`${kind}.schema.json`);
      assert.ok(validate);
      for (const { place, value } of mine) {
        validate(value);
        assert.deepEqual(
          (validate.errors ?? []).filter(error => !isLooseWord(error)),
          [],
          place,
        );
      }
    });

  it('find what is wrong, and let unknown fields pass', () => {
    const validate = ajv.getSchema('bet.schema.json');
    assert.equal(validate?.({ id: 'BET-1', status: 'nonsense' }), false);
    assert.equal(validate({ id: 'BET-1', metrics: { guardrails: [{ name: 'Errors', onBreach: 'shout' }] } }), false);
    assert.equal(validate({ id: 'BET-1', satus: 'building' }), true);
  });
});
