import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Setting {
  readonly default: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const settings = Object.entries(manifest.contributes.configuration.properties);

describe('the settings', () => {
  it('are listed in the guide, each with its default, in the order of the settings editor', () => {
    const page = readFileSync(join(root, 'docs/guide/settings.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(betwright\.[\w.]+)` \| `([^`]*)` \|/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    const wanted = settings.map(([name, setting]) => {
      const value = setting.default;
      return [name, typeof value === 'string' && value !== '' ? value : JSON.stringify(value)];
    });
    assert.deepEqual(rows, wanted);
  });

  it('have descriptions that can be translated', () => {
    for (const [name, { description, markdownDescription }] of settings)
      assert.match(description ?? markdownDescription ?? '', /^%setting\.[\w.]+%$/, name);
  });
});
