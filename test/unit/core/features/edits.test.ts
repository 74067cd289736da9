import assert from 'node:assert/strict';
import { addField, type TextEdit } from '../../../../src/core/features/edits.ts';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { parseYaml } from '../../../../src/core/parse/yaml.ts';
import type { MapNode, Node } from '../../../../src/core/parse/tree.ts';
import { takeMarks } from '../../../support/marks.ts';

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.span.start - a.span.start || b.index - a.index)
    .reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

/** Adds a field to the map that stands between « and ». */
function withField(file: string, marked: string, lines: readonly string[]): string {
  const { text, spans } = takeMarks(marked);
  const [into] = spans;
  const parsed = parseFile(file, text);
  assert.ok(parsed && into);
  const [map] = parsed.documents
    .flatMap(({ root }) => (root ? mapsIn(root) : []))
    .filter(({ span }) => span.start === into.start && span.end === into.end);
  return map === undefined ? text : applied(text, addField(text, map, lines));
}

const oneLine = ['scheduled: 2026-12-01'];
const several = ['guardrails:', '  - name: Error rate', '    threshold: < 2%'];

describe('features/edits: a new field', () => {
  const cases: Readonly<Record<string, readonly [marked: string, lines: readonly string[], expected: string]>> = {
    'behind the last field': ['«a: 1\nb: 2»\n', oneLine, 'a: 1\nb: 2\nscheduled: 2026-12-01\n'],
    'without a line end at the end': ['«a: 1»', oneLine, 'a: 1\nscheduled: 2026-12-01'],
    'behind the comment of the last field': [
      '«a: 1 # one\nb: 2» # two\n# behind\n',
      oneLine,
      'a: 1 # one\nb: 2 # two\nscheduled: 2026-12-01\n# behind\n',
    ],
    'of several lines, apart where the others are': [
      '«a: 1\n\nb:\n  - 2\n\nc:\n  d: 3»\n',
      several,
      'a: 1\n\nb:\n  - 2\n\nc:\n  d: 3\n\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n',
    ],
    'behind several lines, apart where the others are': [
      '«a: 1\r\n\r\nb:\r\n- 2» # two\r\n',
      oneLine,
      'a: 1\r\n\r\nb:\r\n- 2 # two\r\n\r\nscheduled: 2026-12-01\r\n',
    ],
    'of several lines, not apart where most are not': [
      '«a:\n  - 1\nb:\n  - 2\n\nc:\n  - 3\nd:\n  - 4»\n',
      several,
      'a:\n  - 1\nb:\n  - 2\n\nc:\n  - 3\nd:\n  - 4\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n',
    ],
    'in a nested map, before what follows it': [
      'r:\n  «x: 1\n\n  # between\n  y: 2»\n\n# next\nz: 3\n',
      oneLine,
      'r:\n  x: 1\n\n  # between\n  y: 2\n  scheduled: 2026-12-01\n\n# next\nz: 3\n',
    ],
    'of several lines, in a list item': [
      'l:\n  - «name: a\n    x: 1»\n  - name: b\n',
      several,
      'l:\n  - name: a\n    x: 1\n    guardrails:\n      - name: Error rate\n        threshold: < 2%\n  - name: b\n',
    ],
    'in an item of one line': [
      'l:\n- «name: a»\n- name: b\n',
      oneLine,
      'l:\n- name: a\n  scheduled: 2026-12-01\n- name: b\n',
    ],
    'in a list in a list': ['l:\n- - «name: a»\n', oneLine, 'l:\n- - name: a\n    scheduled: 2026-12-01\n'],
    'behind a block scalar': [
      '«a: 1\nb: |\n  one\n  two»\n\nc: 3\n'.replace('\nc: 3\n', ''),
      oneLine,
      'a: 1\nb: |\n  one\n  two\nscheduled: 2026-12-01\n',
    ],
    'behind a nested list': [
      'm:\n  «a:\n    - b: 1\n      c: 2»\nz: 1\n',
      oneLine,
      'm:\n  a:\n    - b: 1\n      c: 2\n  scheduled: 2026-12-01\nz: 1\n',
    ],
    'behind a field without a value': ['«a: 1\nb:»\n', oneLine, 'a: 1\nb:\nscheduled: 2026-12-01\n'],
    'behind a flow map over several lines': [
      '«a: {\n  b: 1\n}»\n',
      oneLine,
      'a: {\n  b: 1\n}\nscheduled: 2026-12-01\n',
    ],
    'with CRLF': [
      '«a: 1\r\nb: 2»\r\n',
      several,
      'a: 1\r\nb: 2\r\nguardrails:\r\n  - name: Error rate\r\n    threshold: < 2%\r\n',
    ],
    'with lone CRs': ['«a: 1\rb: 2»\r', oneLine, 'a: 1\rb: 2\rscheduled: 2026-12-01\r'],
    'behind a byte order mark': ['\ufeff«a: 1»\n', oneLine, '\ufeffa: 1\nscheduled: 2026-12-01\n'],
    'in the second document': [
      'a: 1\n---\n«b: 2»\n---\nc: 3\n',
      oneLine,
      'a: 1\n---\nb: 2\nscheduled: 2026-12-01\n---\nc: 3\n',
    ],
    'before the end of a document': ['«a: 1»\n...\n', oneLine, 'a: 1\nscheduled: 2026-12-01\n...\n'],
    'where the first key has an anchor': [
      'l:\n- &x «name: a»\n',
      oneLine,
      'l:\n- &x name: a\n  scheduled: 2026-12-01\n',
    ],
    'where the keys have question marks': ['«? a\n: 1»\n', oneLine, '? a\n: 1\nscheduled: 2026-12-01\n'],
    'beside a merge key': [
      'a: &m\n  x: 1\nb:\n  «<<: *m\n  y: 2»\nc: 3\n',
      oneLine,
      'a: &m\n  x: 1\nb:\n  <<: *m\n  y: 2\n  scheduled: 2026-12-01\nc: 3\n',
    ],
    'in a flow map': ['r: «{ a: 1, b: 2 }» # c\n', oneLine, 'r: { a: 1, b: 2, scheduled: 2026-12-01 } # c\n'],
    'in a flow map that ends with a comma': ['r: «{ a: 1, }»\n', oneLine, 'r: { a: 1, scheduled: 2026-12-01, }\n'],
    'in an empty flow map': ['r: «{}»\n', oneLine, 'r: {scheduled: 2026-12-01}\n'],
    'in a flow map of several lines': [
      'r: «{\n  a: 1 # one\n}»\n',
      oneLine,
      'r: {\n  a: 1, scheduled: 2026-12-01 # one\n}\n',
    ],
    'of several lines, in a flow map': [
      'r: «{ a: 1 }»\n',
      ['guardrails:', '  - name: Errors, all', "    threshold: '> 5%'", '    alert: "10"'],
      'r: { a: 1, guardrails: [{ name: "Errors, all", threshold: "> 5%", alert: "10" }] }\n',
    ],
    'where its name waits for a value': ['«a: 1\nscheduled:\nb: 2»\n', oneLine, 'a: 1\nscheduled: 2026-12-01\nb: 2\n'],
    'where a comment stands behind the waiting name': [
      '«scheduled: # when?\nb: 2»\n',
      oneLine,
      'scheduled: 2026-12-01 # when?\nb: 2\n',
    ],
    'of several lines, where its name waits': [
      '«a: 1\nguardrails: # none yet\nb: 2»\n',
      several,
      'a: 1\nguardrails: # none yet\n  - name: Error rate\n    threshold: < 2%\nb: 2\n',
    ],
    'where null stands': ['«scheduled: null # when?\nb: 2»\n', oneLine, 'scheduled: 2026-12-01 # when?\nb: 2\n'],
    'where N/A stands': [
      '«guardrails: N/A\nb: 2»\n',
      several,
      'guardrails:\n  - name: Error rate\n    threshold: < 2%\nb: 2\n',
    ],
    'where its name waits in a flow map': [
      'r: «{a: 1, scheduled: , b: 2}»\n',
      oneLine,
      'r: {a: 1, scheduled: 2026-12-01 , b: 2}\n',
    ],
    'where only its name stands in a flow map': [
      'r: «{a: 1, scheduled}»\n',
      oneLine,
      'r: {a: 1, scheduled: 2026-12-01}\n',
    ],
  };
  for (const [name, [marked, lines, expected]] of Object.entries(cases)) {
    it(`stands ${name}`, () => {
      const result = withField('a.bet.yaml', marked, lines);
      assert.equal(result, expected);
      assert.deepEqual(
        parseYaml(result, 0).flatMap(({ problems }) => problems),
        [],
      );
    });
  }

  it('stands in front matter, and leaves the body alone', () => {
    const result = withField('a.bet.md', '---\n«id: A»\n---\n\nid: A\n', oneLine);
    assert.equal(result, '---\nid: A\nscheduled: 2026-12-01\n---\n\nid: A\n');
  });

  for (const [name, marked] of Object.entries({
    'a field that has a value': '«scheduled: 2026-01-01»\n',
    'a field that has a value, in a flow map': 'r: «{scheduled: 2026-01-01}»\n',
    'a value with an anchor': '«scheduled: &x\nb: 1»\n',
    'an alias': 'a: &m {x: 1}\nb: «*m»\n',
    'a pair without braces': 'a: [«b: c»]\n',
    'a place that is no map any more': 'a: «1»\n',
  })) {
    it(`changes nothing at ${name}`, () => {
      const result = withField('a.bet.yaml', marked, oneLine);
      if (name === 'a value with an anchor') assert.deepEqual(parseYaml(result, 0)[0]?.problems, []);
      else assert.equal(result, takeMarks(marked).text);
    });
  }

  it('goes into every map of an awkward document without breaking it', () => {
    const text =
      '# c\nid: A\nm: &m\n  - x: 1 # one\n    y: {p: [1, {q: "}"}], r: }\n  - {s: 1}\nn: *m\nt: "a: b"\n' +
      'u:\n    v: >\n      folded\n      text\n\n    w:\n    # c\nz:\n- - k: v\n---\n? e\n: f\n';
    const parsed = parseFile('a.bet.yaml', text);
    assert.ok(parsed);
    const maps = parsed.documents.flatMap(({ root }) => (root ? mapsIn(root) : []));
    assert.ok(maps.length > 8);
    for (const into of maps)
      for (const lines of [oneLine, several]) {
        const edits = addField(text, into, lines);
        const result = applied(text, edits);
        assert.deepEqual(
          parseYaml(result, 0).flatMap(({ problems }) => problems),
          [],
          result,
        );
        const name = (lines[0] ?? '').replace(/:.*/, '');
        const added = parseYaml(result, 0).flatMap(({ root }) => (root ? fieldsNamed(root, name) : []));
        assert.ok(added.length === 0 ? edits.length === 0 : edits.length > 0, result);
        assert.ok(
          edits.every(({ span }) => span.start === span.end),
          'only adds',
        );
      }
  });
});

function mapsIn(node: Node): MapNode[] {
  if (node.type === 'scalar') return [];
  if (node.type === 'list') return node.items.flatMap(mapsIn);
  return [node, ...node.entries.flatMap(({ value }) => mapsIn(value))];
}

function fieldsNamed(node: Node, name: string): Node[] {
  if (node.type === 'scalar') return [];
  if (node.type === 'list') return node.items.flatMap(item => fieldsNamed(item, name));
  return node.entries.flatMap(({ key, value }) => [...(key.text === name ? [value] : []), ...fieldsNamed(value, name)]);
}
