import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readPlainYaml } from '../../../../src/core/parse/plain-yaml/read.ts';
import { betFiles } from '../../../bench/corpus/corpus.ts';
import { isGivenUp, sorts, yamlTexts } from '../../../support/plain-yaml.ts';

/** More texts, or others: `BETWRIGHT_PROPERTY_RUNS`, `BETWRIGHT_PROPERTY_SEED`; many more: `npm run fuzz`. */
const runs = Number(process.env['BETWRIGHT_PROPERTY_RUNS'] ?? 400);
const seed = Number(process.env['BETWRIGHT_PROPERTY_SEED'] ?? 20261122);

const endings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'with CRLF': text => text.replaceAll('\n', '\r\n'),
  'without its last line end': text => text.replace(/\n$/, ''),
  'in a list': text => `- ${text.replaceAll('\n', '\n  ')}`,
};

describe('parse/plain-yaml: what the project holds', function () {
  this.timeout(30_000);

  for (const [how, change] of Object.entries(endings)) {
    it(`is read as the library reads it, ${how}`, () => {
      for (const { text, base } of yamlTexts()) isGivenUp(change(text), base);
    });
  }

  it('is hardly ever given up', () => {
    const texts = yamlTexts();
    const given = texts.filter(({ text, base }) => isGivenUp(text, base));
    assert.ok(given.length < texts.length / 20, given.map(({ file }) => file).join('\n'));
  });

  it('is read from the bench’s corpus without exception', () => {
    for (const [file, text] of betFiles(400)) if (file.endsWith('.yaml')) assert.equal(isGivenUp(text), false);
  });
});

describe('parse/plain-yaml: any text is given up or read as the library reads it', function () {
  this.timeout(Math.max(20_000, runs * 50));

  for (const [sort, texts] of Object.entries(sorts)) {
    it(sort, () => {
      let read = 0;
      fc.assert(
        fc.property(texts, text => {
          if (!isGivenUp(text)) read++;
        }),
        { seed, numRuns: runs },
      );
      assert.ok(read > runs / 20, `only ${read} of ${runs} were read`);
    });
  }
});

describe('parse/plain-yaml: what it reads', () => {
  const texts: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'nothing but comments': '# a\n\n  # b\n',
    'empty documents': '---\n---   # c\n...\n---\n# d\n',
    'several documents': 'a: 1\n---\nb: 2\n...\nc: 3\n...\n',
    'values that are missing': 'a:\nb:   # c\n\nc:\n  d:\n  e:',
    'lists beside their key': 'a:\n- b\n-\n- c: 1\n  d:\n  - e\nf: 1\n',
    'lists in lists': '- - a\n  - - b\n-   - c\n-\n  - d\n',
    'maps in lists': '- a: 1\n  b: 2\n-\n  c: 3\n-   d: 4\n    e: 5\n',
    'comments anywhere': 'a: 1 # x\n# y\n    # z\nb:\n# w\n  c: 2\n  # v\n',
    quotes: "\"a b\": 'it''s'\n'c': \"\\\"\\u00e9\\n\\x41\"\n",
    'numbers, booleans and null': 'a: [010, 0x1F, 0o17, 1e3, .5, -.inf, .nan, true, FALSE, Null, ~, no]\n',
    'dates and times': 'a: 2026-11-22\nb: 12:30\nc: 2026-11-22T12:30:00Z\n',
    brackets: 'a: [b, {c: d, e, f: , g:}, [], {}, "h", ]\n',
    'literal text': 'a: |\n  b\n\n    c # d\n  e: f\n\ng: |- # h\n    i\n  # j\nk: |+\n l\n\n\nm: |\n\n  n',
    'folded text':
      'a: >\n  b\n  c\n\n  d\n    e\n    f\n\n    g\n  h\n\n\n  i\nj: >-\n  k\n \n  \n  k\nl: >+\n m\n n\n\n',
    CRLF: 'a: |\r\n  b\r\n\r\n  c\r\nd: # e\r\n- f\r\n- >\r\n  g\r\n  h\r\n---\r\ni:\r\n',
    'a byte order mark': '\ufeffa: 1\nb:\n  - c\n',
    'blanks before the colon': 'a : 1\n"b"  : 2\n',
    'values below their keys': 'a:\n  b\nc:\n\n  "d"\ne:\n  [f]\n',
    'a scalar, a list in brackets': 'a b\n---\n[c]\n---\n"d"\n',
    'names that objects have': '__proto__: 1\nconstructor: 2\n',
    'what looks like something else': 'a: b#c\nd: http://e.example:80/?f=1#g\nh: -i\nj: a & b * c ! d\n',
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => assert.equal(isGivenUp(text, 1000), false));

  it('lets go of a text that has more pieces than the library is asked to look at', () => {
    const text = 'a:\n  - [b, "c"] # d\n  - >\n    e\n';
    assert.equal(isGivenUp(text), false);
    assert.equal(readPlainYaml(text, 0, 10), undefined);
  });
});

describe('parse/plain-yaml: what it gives up', () => {
  const texts: Readonly<Record<string, string>> = {
    'anchors and aliases': 'a: &b c\nd: *b\n',
    'an anchor on a list': 'a: &b\n  - c\n',
    tags: 'a: !!str 1\n',
    'merge keys': 'a: {<<: {b: c}}\n',
    directives: '%YAML 1.2\n---\na: 1\n',
    'complex keys': '? a\n: b\n',
    'brackets for keys': '[a]: b\n',
    'a key given twice': 'a: 1\nb: 2\na: 3\n',
    'a key given twice in braces': 'a: {b: 1, "b": 2}\n',
    'scalars of several lines': 'a: b\n  c\n',
    'quotes of several lines': 'a: "b\n  c"\n',
    'brackets of several lines': 'a: [b,\n  c]\n',
    'pairs in a list': 'a: [b: c]\n',
    'tabs as indentation': 'a:\n\tb: 1\n',
    'a tab behind the colon': 'a:\tb\n',
    'a colon in a value': 'a: b: c\n',
    'a list beside its key, on the line': 'a: - b\n',
    'reserved signs': 'a: @b\nc: `d`\n',
    'a quote that is not closed': 'a: "b\nc: 1\n',
    'an unknown escape': 'a: "\\q"\n',
    'text behind a quote': 'a: "b" c\n',
    'a comment without a blank before it': 'a: [b]#c\n',
    'a line that is no field': 'a: 1\nb\nc: 2\n',
    'lines that go in and out': 'a:\n    b: 1\n  c: 2\n',
    'a list that goes on elsewhere': 'a:\n  - b\n - c\n',
    'text that says how far it is indented': 'a: |2\n  b\n',
    'blanks at the end of a text': 'a: |\n  b\n   \n',
    'a scalar below a comment': 'a:\n  b:\n#c\n    d\n',
    'content beside the marker': '--- a\n',
    'an end before any beginning': '...\na: 1\n',
    'a lone carriage return': 'a: 1\rb: 2\n',
    'control characters': 'a: \u0007\n',
    'a byte order mark inside': 'a: \ufeff1\n',
    'indentation behind a byte order mark': '\ufeff- a: 1\n  b: 2\n',
    'a key too long': `${'a'.repeat(1100)}: 1\n`,
    'what is nested too deeply': `a: ${'['.repeat(70)}${']'.repeat(70)}\n`,
    'lists nested too deeply': `${'- '.repeat(70)}a\n`,
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => assert.equal(isGivenUp(text), true));
});
