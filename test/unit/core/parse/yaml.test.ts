import assert from 'node:assert/strict';
import { parseYaml } from '../../../../src/core/parse/yaml.ts';
import type { Node, ParsedDocument } from '../../../../src/core/parse/tree.ts';

/** The problems of all documents: what is wrong, and the text that is underlined. */
function problemsOf(text: string): { code: string; text: string; line: number }[] {
  return parseYaml(text, 0).flatMap(({ problems }) =>
    problems.map(({ code, span }) => ({
      code,
      text: text.slice(span.start, span.end),
      line: text.slice(0, span.start).split('\n').length,
    })),
  );
}

function plainOf(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plainOf);
  return node.entries.map(({ key, value }) => [key.text, plainOf(value)]);
}

function only(text: string): ParsedDocument {
  const documents = parseYaml(text, 0);
  assert.equal(documents.length, 1, text.slice(0, 80));
  const [document] = documents;
  assert.ok(document);
  return document;
}

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

const nested = (depth: number): string => times(depth, i => `${' '.repeat(i)}a:\n`);

describe('parse/yaml: what would exhaust it', () => {
  const tooDeep: readonly (readonly [string, string])[] = [
    ['1500 brackets that are never closed', `id: X\na: ${'['.repeat(1500)}`],
    ['1500 brackets', `id: X\na: ${'['.repeat(1500)}${']'.repeat(1500)}`],
    ['5000 brackets', `id: X\na: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['2000 braces', `id: X\na: ${'{a: '.repeat(2000)}${'}'.repeat(2000)}`],
    ['2000 lines, each a step deeper', nested(2000)],
    ['20000 dashes on one line', `${'- '.repeat(20000)}x`],
    ['3000 question marks on one line', `${'? '.repeat(3000)}x`],
  ];
  for (const [name, text] of tooDeep) {
    it(`says once where ${name} go too deep`, () => {
      const document = only(text);
      assert.deepEqual(
        document.problems.map(problem => problem.code),
        ['tooDeep'],
      );
      const [start = -1, end = -1] = document.problems.flatMap(({ span }) => [span.start, span.end]);
      assert.ok(start > 0 && end > start && end <= text.length, `${start}-${end}`);
      assert.equal(document.root, undefined);
    });
  }

  it('reads 400 levels', () => {
    assert.deepEqual(problemsOf(nested(400)), []);
    assert.deepEqual(problemsOf(`a: ${'['.repeat(400)}${']'.repeat(400)}`), []);
  });

  it('reads the documents beside one that is too deep', () => {
    const documents = parseYaml(`id: A\n---\nid: B\na: ${'['.repeat(5000)}\n---\nid: C\n`, 0);
    assert.deepEqual(
      documents.map(({ root, problems }) => [plainOf(root), problems.map(({ code }) => code)]),
      [
        [[['id', 'A']], []],
        [undefined, ['tooDeep']],
        [[['id', 'C']], []],
      ],
    );
  });

  for (const width of [2, 9]) {
    it(`finds a bomb of aliases, ${width} wide, once and at an alias`, () => {
      const line = (i: number): string => `a${i + 1}: &a${i + 1} [${Array(width).fill(`*a${i}`).join(', ')}]\n`;
      const text = `a0: &a0 [x, x]\n${times(30, line)}`;
      const [problem, ...others] = problemsOf(text);
      assert.equal(problem?.code, 'tooLarge');
      assert.match(problem.text, /^\*a\d+$/);
      assert.deepEqual(others, []);
    });
  }

  it('reads one anchor that is used 120 times, and 5000 that are used once', () => {
    assert.deepEqual(problemsOf(`o: &o Maria\nl:\n${'  - *o\n'.repeat(120)}`), []);
    assert.deepEqual(problemsOf(times(5_000, i => `k${i}: &a${i} v\nm${i}: *a${i}\n`)), []);
  }).timeout(10_000);

  it('takes over the fields of a chain of merge keys, the nearest first', () => {
    const text = `m0: &m0 {a: 0, b: 0}\n${times(40, i => `m${i + 1}: &m${i + 1} {<<: *m${i}, b: ${i + 1}}\n`)}`;
    const { root, problems } = only(text);
    assert.deepEqual(problems, []);
    const last = root?.type === 'map' ? root.entries.at(-1)?.value : undefined;
    assert.deepEqual(
      new Map(plainOf(last) as [string, unknown][]),
      new Map([
        ['b', 40],
        ['a', 0],
      ]),
    );
  });

  it('stops a chain of 3000 merge keys with one finding', () => {
    const text = `m0: &m0 {a: 0}\n${times(3000, i => `m${i + 1}: &m${i + 1} {<<: *m${i}, k${i}: 0}\n`)}`;
    assert.deepEqual(
      problemsOf(text).map(({ code }) => code),
      ['tooLarge'],
    );
  }).timeout(10_000);

  it('gives up on 200 000 fields where the limit is reached, and reads 20 000', () => {
    const text = times(200_000, i => `k${i}: v\n`);
    const [problem, ...others] = problemsOf(text);
    assert.equal(problem?.code, 'tooLarge');
    assert.ok(problem.line > 100_000);
    assert.deepEqual(others, []);
    assert.deepEqual(problemsOf(times(20_000, i => `k${i}: v\n`)), []);
  }).timeout(15_000);

  it('lists no more than fifty errors of a document', () => {
    assert.equal(problemsOf('a: *nowhere\n'.repeat(500)).length, 50);
    assert.equal(problemsOf(`x: ${']'.repeat(500)}`).length, 50);
  });
});

describe('parse/yaml: errors at their cause', () => {
  const cases: Readonly<Record<string, readonly [text: string, code: string, underlined: string, line: number]>> = {
    'a merge of what is no map': ['a:\n  <<: hello\nb: 1\n', 'alias', 'hello', 2],
    'an alias inside what it names': ['a: &a\n  b: *a\n', 'selfReference', '*a', 2],
    'an alias that nothing names': ['id: X\na: *gone\n', 'alias', '*gone', 2],
    'a merge of an alias that nothing names': ['id: X\na:\n  <<: *gone\n', 'alias', '*gone', 3],
    'a key given twice, at the second': ['owner: A\nid: X\nowner: B\n', 'duplicateKey', 'owner', 3],
    'a key given twice in a flow map': ['a: {b: 1, b: 2}\n', 'duplicateKey', 'b', 1],
    'a key given twice, once quoted': ['owner: A\n"owner": B\n', 'duplicateKey', '"owner"', 2],
    'a double quote, where it opens': ['id: A\ntitle: "foo\nowner: M\nx: y\n', 'yaml', '"', 2],
    'a single quote, where it opens': ["id: A\ntitle: 'foo\nowner: M\nx: y\n", 'yaml', "'", 2],
    'a quote in a list': ["id: A\nl:\n  - name: 'foo\n  - name: it's\n", 'yaml', "'", 3],
    'a quote in the second document': ['id: A\n---\ntitle: "B\nowner: C\n', 'yaml', '"', 3],
    'a bracket, where it opens': ['id: A\nl: [a, b\nd: e\n', 'yaml', '[', 2],
    'a brace, where it opens': ['id: A\nl:\n  m: {a: b\nd: e\n', 'yaml', '{', 3],
    'a tab as indentation': ['a:\n\tb: 1\n', 'yaml', '\t', 2],
    'a colon in a value': ['id: A\ntitle: Bet: faster\n', 'yaml', 'Bet: faster', 2],
    'an at sign that begins a value': ['id: A\nowner: @ana\n', 'yaml', '@', 2],
    'a line that is indented in no way': ['a:\n    b: 1\n  c: 2\n', 'yaml', ' ', 3],
    'a line that is no field': ['id: A\nowner\ntitle: B\n', 'yaml', 'owner', 2],
    'an escape that is none': ['id: A\ntitle: "a \\q b"\n', 'yaml', '\\', 2],
  };
  for (const [name, [text, code, underlined, line]] of Object.entries(cases)) {
    it(`reports ${name}`, () => {
      const [first, ...others] = problemsOf(text);
      assert.deepEqual({ code: first?.code, line: first?.line }, { code, line });
      assert.ok(first?.text.startsWith(underlined) === true, JSON.stringify(first?.text));
      assert.deepEqual(others, []);
    });
  }

  // Shapes of the YAML test suite that are errors by the standard.
  const errors: Readonly<Record<string, string>> = {
    '4EJS tab as indentation of a nested map': '---\na:\n\tb:\n\t\tc: value\n',
    '9C9N flow list at the wrong indentation': '---\nflow: [a,\nb,\nc]\n',
    'CVW2 comment without a blank': '---\n[ a, b, c,#invalid\n]\n',
    'ZXT5 key and colon on different lines of a flow list': '[ "key"\n  :value ]\n',
    'U99R comma in a tag': '- !!str, xxx\n',
    'T833 flow map without a comma': '---\n{\n foo: 1\n bar: 2 }\n',
    'BD7L map after list items': '- item1\n- item2\ninvalid: x\n',
    '236B value after a map': 'foo:\n  bar\ninvalid\n',
    '5U3A list beside its key': 'key: - a\n     - b\n',
    'SU5Z comment without a blank after a quoted value': 'key: "value"# invalid comment\n',
    '4JVG two anchors on one value': 'top1: &node1\n  &k1 key1: val1\ntop2: &node2\n  &v2 val2\ntop3: &a &b x\n',
    'SR86 anchor and alias together': 'key1: &a value\nkey2: &b *a\n',
    'SU74 anchor before an alias as a key': 'key1: &alias value1\n&b *alias : value2\n',
    'GT5M anchor alone in a list': '- item1\n&node\n- item2\n',
    'SY6V anchor before a list on one line': '&anchor - sequence entry\n',
  };
  for (const [name, text] of Object.entries(errors)) {
    it(`finds an error in ${name}`, () => assert.ok(problemsOf(text).length > 0));
  }
});

describe('parse/yaml: meaning', () => {
  it('is the same under %YAML 1.1, and text stays the text that was written', () => {
    const body = 'a: no\nb: 010\nc: 1.20\nd: 12:30:00\ne: 2026-11-22\nf: yes\ng: ~\nh: 0x1F\ni: 1_000\n<<: {j: on}\n';
    const plain = only(body);
    const directed = only(`%YAML 1.1\n---\n${body}`);
    assert.deepEqual(plain.problems.concat(directed.problems), []);
    assert.deepEqual(plainOf(directed.root), plainOf(plain.root));
    assert.deepEqual(plainOf(plain.root), [
      ['a', 'no'],
      ['b', 10],
      ['c', 1.2],
      ['d', '12:30:00'],
      ['e', '2026-11-22'],
      ['f', 'yes'],
      ['g', null],
      ['h', 31],
      ['i', '1_000'],
      ['j', 'on'],
    ]);
    const texts =
      plain.root?.type === 'map'
        ? plain.root.entries.map(({ value }) => (value.type === 'scalar' ? value.text : ''))
        : [];
    assert.deepEqual(texts.slice(0, 6), ['no', '010', '1.20', '12:30:00', '2026-11-22', 'yes']);
  });

  it('reads an unknown directive past', () =>
    assert.deepEqual(plainOf(only('%FOO bar\n---\na: 1\n').root), [['a', 1]]));

  it('keeps what is tagged, runs nothing and complains of nothing', () => {
    const text =
      'a: !Ref x\nb: !!js/function "f"\nc: !!python/object/apply:os.system ["x"]\nd: !!str 010\ne: !!set {a, b}\n' +
      'f: !!omap [a: 1]\ng: !!pairs [a: 1, b]\nh: !!binary abc\ni: !Sub {a: 1}\nj: !!str null\n';
    for (const source of [text, `%YAML 1.1\n---\n${text}`]) {
      const { root, problems } = only(source);
      assert.deepEqual(problems, []);
      assert.deepEqual(plainOf(root), [
        ['a', 'x'],
        ['b', 'f'],
        ['c', ['x']],
        ['d', '010'],
        [
          'e',
          [
            ['a', null],
            ['b', null],
          ],
        ],
        ['f', [[['a', 1]]]],
        ['g', [[['a', 1]], 'b']],
        ['h', 'abc'],
        ['i', [['a', 1]]],
        ['j', 'null'],
      ]);
    }
  });

  it('takes names that objects have for names', () => {
    const text = '__proto__: {polluted: true}\nconstructor: x\nhasOwnProperty: y\ntoString: z\n';
    const { root } = only(text);
    assert.deepEqual(plainOf(root), [
      ['__proto__', [['polluted', true]]],
      ['constructor', 'x'],
      ['hasOwnProperty', 'y'],
      ['toString', 'z'],
    ]);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('reads keys that are no words', () => {
    assert.deepEqual(plainOf(only('1: a\ntrue: b\nnull: c\n2026-01-01: d\n? [x, y]\n: e\n').root), [
      ['1', 'a'],
      ['true', 'b'],
      ['null', 'c'],
      ['2026-01-01', 'd'],
      ['[x, y]', 'e'],
    ]);
  });

  it('survives lone surrogates, written and escaped', () => {
    assert.deepEqual(plainOf(only('a: "\\ud800"\nb: \udc00\n').root), [
      ['a', '\ud800'],
      ['b', '\udc00'],
    ]);
  });

  for (const text of [
    '',
    '\ufeff',
    '   \n\n',
    '# only a comment\n',
    '---\n',
    '---\n---\n',
    '---\n# nothing\n...\n',
    '...\n',
  ]) {
    it(`finds no document to speak of in ${JSON.stringify(text)}`, () => {
      for (const { root, problems } of parseYaml(text, 0)) assert.deepEqual([root, problems], [undefined, []]);
    });
  }

  it('keeps an error to its document', () => {
    const documents = parseYaml('id: A\n---\nid: [B\n---\nid: C\n---\nid: D\nid: D\n', 0);
    assert.deepEqual(
      documents.map(({ problems }) => problems.map(({ code }) => code)),
      [[], ['yaml'], [], ['duplicateKey']],
    );
    assert.deepEqual(plainOf(documents[2]?.root), [['id', 'C']]);
  });
});

describe('parse/yaml: places', () => {
  it('cut out what was written, behind `base` characters of something else', () => {
    const text =
      'id: "A 1"\nnested:\n  - name: &n x y\n    note: >-\n      folded\n      text\n\n\nflow: {a: [1, 2], b: *n}\nempty:\n# comment\nlast: 1\n';
    const [document] = parseYaml(text, 100);
    const found: string[] = [];
    const walk = (node: Node): void => {
      if (node.type === 'scalar') found.push(text.slice(node.span.start - 100, node.span.end - 100));
      else if (node.type === 'list') node.items.forEach(walk);
      else
        for (const { key, value } of node.entries) {
          walk(key);
          walk(value);
        }
    };
    assert.ok(document?.root);
    walk(document.root);
    assert.deepEqual(found, [
      ...['id', '"A 1"', 'nested', 'name', 'x y', 'note', '>-\n      folded\n      text', 'flow'],
      ...['a', '1', '2', 'b', '*n', 'empty', '', 'last', '1'],
    ]);
    const list = document.root.type === 'map' ? document.root.entries[1]?.value : undefined;
    assert.ok(list);
    assert.ok(text.slice(0, list.span.end - 100).endsWith('folded\n      text'), 'a list ends with its last value');
  });
});
