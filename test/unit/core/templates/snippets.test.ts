import assert from 'node:assert/strict';
import { generate } from '../../../../scripts/generate/snippets.ts';
import { templates } from '../../../../src/core/templates/index.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
  readonly include: readonly string[];
}

describe('the snippet files', () => {
  const files = generate();

  it('are one a language', () => {
    assert.deepEqual([...files.keys()].sort(), ['snippets/markdown.json', 'snippets/yaml.json']);
  });

  for (const [path, text] of files) {
    it(`${path} holds every template of its notation, sorted, and ends in a line end`, () => {
      const snippets = JSON.parse(text) as Record<string, Snippet>;
      const notation = path.includes('yaml') ? 'yaml' : 'markdown';
      const wanted = templates.filter(template => template.notation === notation).map(template => template.label);
      assert.deepEqual(Object.keys(snippets), wanted.sort());
      assert.ok(text.endsWith('}\n'));
      for (const snippet of Object.values(snippets)) assert.ok(snippet.body.every(line => !line.includes('\n')));
    });

    it(`${path} is in nobody’s way: where a name says what a file is, the language server offers what fits`, () => {
      for (const { include } of Object.values(JSON.parse(text) as Record<string, Snippet>))
        assert.deepEqual(include, ['Untitled-*']);
    });
  }
});
