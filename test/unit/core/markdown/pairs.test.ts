import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifactsIn, jsonOf } from './support.ts';

const folder = join(import.meta.dirname, '../../../fixtures/markdown/pairs');

describe('YAML and Markdown of the same content', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
    it(`give the same model: ${file}`, () => {
      const markdown = artifactsIn(file, readFileSync(join(folder, file), 'utf8'));
      const yaml = artifactsIn(
        file.replace(/md$/, 'yaml'),
        readFileSync(join(folder, file.replace(/\.md$/, '.yaml')), 'utf8'),
      );
      assert.deepEqual(markdown.map(jsonOf), yaml.map(jsonOf));
      assert.deepEqual(
        markdown.flatMap(artifact => artifact.problems),
        [],
      );
    });
  }
});
