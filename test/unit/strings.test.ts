import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsIn } from '../../scripts/generate/strings.ts';
import { judged } from '../support/workspace.ts';

const root = join(import.meta.dirname, '../..');

type Texts = Readonly<Record<string, string>>;

function textsOf(file: string): Texts {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Texts;
}

/** What a translation must not lose: what is put in, commands, addresses, and what stands between backticks. */
function keptIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\d+\}|\]\([^)]*\)|`[^`]*`|\$\([\w-]+\)/g)].map(([kept]) => kept).sort();
}

describe('the German translation', () => {
  for (const [original, translation] of [
    ['package.nls.json', 'package.nls.de.json'],
    ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
  ] as const) {
    const texts = textsOf(original);
    const translated = textsOf(translation);

    it(`of ${original} has every text in the same order, and no other`, () => {
      assert.deepEqual(Object.keys(translated), Object.keys(texts));
    });

    it(`of ${original} loses nothing that is put in, no command, no address and no code`, () => {
      for (const [key, text] of Object.entries(texts)) {
        const german = translated[key] ?? '';
        assert.notEqual(german.trim(), '', key);
        assert.deepEqual(keptIn(german), keptIn(text), key);
      }
    });

    it(`of ${original} speaks to nobody in particular`, () => {
      // In the middle of a sentence “Sie” is the formal address; at its beginning it may be “they”.
      for (const german of Object.values(translated)) assert.doesNotMatch(german, /[^.:!?\n] (?:Sie|Ihre?[nmrs]?)\b/);
    });
  }
});

describe('texts of the extension', () => {
  it('that are named in the manifest exist, and every text is used', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const named = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...named].sort(), Object.keys(textsOf('package.nls.json')).sort());
  });

  it('are found in the sources, and none is put together', () => {
    assert.deepEqual(textsIn('a.ts', "vscode.l10n.t('One {0}', 1); l10n.t('Two'); other.t('Three');"), [
      'One {0}',
      'Two',
    ]);
    assert.throws(() => textsIn('a.ts', 'vscode.l10n.t(`One ${count}`)'), /a\.ts/);
  });

  it('are all handed over to be translated', () => {
    // What people read is handed to VS Code by these; a text of its own beside them was forgotten.
    const spoken =
      /(?:show(?:Information|Warning|Error)Message|placeHolder|prompt|title|tooltip|detail|label|description|message)(?:\(|:| =)\s*(['"`])(?=[A-Z][a-z]+ |[A-Z][a-z]+\1)/g;
    /** Names that are the same in every language. */
    const names = new Set(["label: 'Markdown'"]);
    const folder = join(root, 'src/extension');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(join(folder, file), 'utf8');
      const found = [...source.matchAll(spoken)].map(({ index }) => /^.*/.exec(source.slice(index))?.[0] ?? '');
      assert.deepEqual(
        found.filter(text => ![...names].some(name => text.startsWith(name))),
        [],
        file,
      );
    }
  });
});

describe('the walkthrough', () => {
  for (const file of ['package.nls.json', 'package.nls.de.json'])
    it(`shows, by ${file}, pages that exist and examples that are read`, () => {
      const pages = Object.entries(textsOf(file)).filter(([key]) => /^walkthrough\.\w+\.media$/.test(key));
      assert.equal(pages.length, 4);
      for (const [, page] of pages) {
        const text = readFileSync(join(root, page), 'utf8');
        const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
        assert.ok(yaml, page);
        // As much as VS Code shows of a line in the width that a step has.
        for (const line of yaml.split('\n')) assert.ok(line.length <= 47, `${page}: ${line}`);
        const findings = judged({ 'a.bet.yaml': yaml }).findings('a.bet.yaml');
        assert.deepEqual(
          findings.filter(({ rule }) => /^(?:document|value)\//.test(rule)),
          [],
          page,
        );
        // What a page says can be typed is a snippet.
        const snippets = textsOf('snippets/yaml.json') as unknown as Record<string, { prefix: string }>;
        const prefixes = new Set(Object.values(snippets).map(({ prefix }) => prefix));
        for (const [, prefix] of text.matchAll(/`(bet-[a-z-]+)`/g)) assert.ok(prefixes.has(prefix ?? ''), prefix);
      }
    });

  it('has pictures that exist', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const pictures = [...manifest.matchAll(/"(media\/[\w/-]+\.png)"/g)].map(([, file]) => file ?? '');
    assert.ok(pictures.length > 3);
    assert.deepEqual(
      pictures.filter(file => !existsSync(join(root, file))),
      [],
    );
  });
});

describe('the package', () => {
  it('carries the translations and the pages of the walkthrough', () => {
    const listed = readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n');
    for (const line of [
      '!package.nls.*.json',
      '!l10n/*.json',
      '!media/walkthrough/**/*.md',
      '!media/screenshots/*.png',
    ])
      assert.ok(listed.includes(line), line);
  });
});
