import assert from 'node:assert/strict';
import { parseFile } from '../../../../src/core/parse/file.ts';
import { maxTextLength } from '../../../../src/core/parse/obstacles.ts';
import { positionAt } from '../../../../src/core/text/lines.ts';
import { judged } from '../../../support/workspace.ts';

/** The findings of a file that stands alone: rule, and one-based line. */
function found(file: string, text: string): string[] {
  return judged({ [file]: text })
    .findings(file)
    .map(({ rule, span }) => `${rule} ${lineOf(text, span.start)}`);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

const syntax = (file: string, text: string): string[] =>
  found(file, text).filter(rule => rule.startsWith('document/syntax'));

describe('parse/file: what is ours', () => {
  const bet = 'id: BET-1\nowner: Mo\nhypothesis: People come back because it is quick.\n';
  const ours: Readonly<Record<string, readonly [file: string, text: string]>> = {
    'a suffix': ['a.bet.yaml', bet],
    'a suffix and .yml': ['a.bet.yml', bet],
    'a suffix and an ending in capitals': ['a.bet.YAML', bet],
    'a kind': ['plan.yaml', `kind: bet\n${bet}`],
    'a kind in quotes, not at the top': ['plan.yaml', `${bet}"kind": 'bet'\n`],
    'a kind in a flow map': ['plan.yaml', '{ id: BET-1, kind: bet }'],
    'a kind behind a byte order mark': ['plan.yaml', `\ufeffkind: bet\n${bet}`],
    'a kind between lone CRs': ['plan.yaml', `id: BET-1\rkind: bet\rowner: Mo\r`],
    'a kind in front matter': ['plan.md', `---\nkind: bet\n${bet}---\n`],
    'a kind in front matter behind a byte order mark': ['plan.md', `\ufeff---\nkind: bet\n${bet}---\n`],
    'a kind in the second document': ['plan.yaml', `kind: Deployment\n---\nkind: bet\n${bet}`],
    'a suffix, and a kind that says nothing': ['a.bet.yaml', `kind: null\n${bet}`],
    'a suffix, and a kind that is a placeholder': ['a.bet.yaml', `kind: TBD\n${bet}`],
    'a suffix, percent-encoded in a URI': ['file:///w/a%20b.bet.yaml', bet],
  };
  for (const [name, [file, text]] of Object.entries(ours)) {
    it(`takes in ${name}`, () =>
      assert.equal(judged({ [file]: text }).workspace.get(file)?.model.artifacts[0]?.kind, 'bet'));
  }

  const foreign: Readonly<Record<string, readonly [file: string, text: string]>> = {
    'no suffix and no kind': ['plan.yaml', bet],
    'another ending': ['a.bet.json', '{"kind": "bet"}'],
    'a kind of somebody else': ['a.yaml', 'kind: Deployment\nmetadata: {}\n'],
    'a kind of somebody else in a suffix file': ['a.rollout.yaml', 'kind: Rollout\nspec: {}\n'],
    'a kind in capitals': ['plan.yaml', `kind: Bet\n${bet}`],
    'a kind deeper down': ['plan.yaml', `items:\n  - kind: bet\n`],
    'an API version': ['a.rollout.yaml', 'apiVersion: argoproj.io/v1\nkind: rollout\n'],
    'an API version without a value': ['a.rollout.yaml', 'kind: rollout\napiVersion:\n'],
    'an API version that is no word': ['a.rollout.yaml', 'apiVersion: [v1]\n'],
    'a broken manifest': ['a.rollout.yaml', 'apiVersion: v1\nkind: Rollout\nspec: "\n'],
    'a manifest with a merge conflict': [
      'a.yaml',
      'apiVersion: v1\n<<<<<<< a\nkind: bet\n=======\nkind: rollout\n>>>>>>> b\n',
    ],
    'a name that is only the suffix': ['bet.yaml', bet],
    'Markdown without front matter': ['notes.md', 'kind: bet\n'],
  };
  for (const [name, [file, text]] of Object.entries(foreign)) {
    it(`leaves ${name} alone`, () => {
      const judge = judged({ [file]: text });
      assert.equal(judge.workspace.get(file), undefined);
      assert.deepEqual(judge.findings(file), []);
    });
  }

  it('has a file with a suffix and nothing in it, and says nothing of it', () => {
    for (const text of ['', '\ufeff', '\n\n', '# later\n', '---\n---\n']) {
      assert.deepEqual(found('a.bet.yaml', text), []);
      assert.deepEqual(judged({ 'a.bet.yaml': text }).workspace.files(), ['a.bet.yaml']);
    }
  });

  it('judges every document of a file, each of its own kind', () => {
    const text = `${bet}---\n---\nkind: rollout\nid: ROL-1\n---\napiVersion: v1\nkind: bet\n`;
    const kinds = judged({ 'a.bet.yaml': text })
      .workspace.get('a.bet.yaml')
      ?.model.artifacts.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['bet', 'rollout']);
  });

  for (const [root, where] of [
    ['hello', 'hello'],
    ['42', '42'],
    ['- a\n- b', '- a\n- b'],
    ['|\n  text', '|\n  text'],
  ] as const) {
    it(`says that ${JSON.stringify(root)} is no set of fields`, () => {
      const judge = judged({ 'a.bet.yaml': root });
      const schema = judge.findings('a.bet.yaml').filter(({ rule }) => rule === 'document/schema');
      assert.deepEqual(
        schema.map(({ span }) => root.slice(span.start, span.end)),
        [where],
      );
    });
  }
});

describe('parse/file: bytes', () => {
  const text =
    'id: BET-1\nowner: Mo\nhypothesis: >-\n  People come back\n  because it is quick.\nstatus: "almost"\nx: 1\n';
  const variants: Readonly<Record<string, string>> = {
    'a byte order mark': `\ufeff${text}`,
    CRLF: text.replaceAll('\n', '\r\n'),
    'CRLF and a byte order mark': `\ufeff${text.replaceAll('\n', '\r\n')}`,
    'lone CRs': text.replaceAll('\n', '\r'),
    'mixed line ends': text.replace('\n', '\r\n').replace('Mo\n', 'Mo\r'),
    'no line end at the end': text.slice(0, -1),
  };
  const facts = (source: string): unknown =>
    judged({ 'a.bet.yaml': source })
      .workspace.get('a.bet.yaml')
      ?.model.artifacts.map(({ id, model }) =>
        [id, model.owner, 'hypothesis' in model && model.hypothesis].map(withoutPlaces),
      );
  for (const [name, variant] of Object.entries(variants)) {
    it(`are the same facts and the same lines with ${name}`, () => {
      assert.deepEqual(facts(variant), facts(text));
      assert.deepEqual(found('a.bet.yaml', variant), found('a.bet.yaml', text));
    });
  }
  for (const [name, variant] of Object.entries(variants)) {
    it(`are the same in front matter with ${name}`, () => {
      const markdown = (source: string): string => {
        const bom = source.startsWith('\ufeff') ? '\ufeff' : '';
        const eol = /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
        const body = source.slice(bom.length).replace(/(?<![\r\n])$/, eol);
        return `${bom}---${eol}${body}---${eol}${eol}Text.${eol}`;
      };
      assert.deepEqual(found('a.bet.md', markdown(variant)), found('a.bet.md', markdown(text)));
      assert.ok(found('a.bet.md', markdown(text)).includes('document/schema 7'));
    });
  }

  const unread: Readonly<Record<string, readonly [text: string, line: number]>> = {
    'NUL in the text': ['id: BET-1\nowner: M\0o\n', 2],
    'a PNG': ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 3],
    'UTF-16 read as UTF-8': ['i\0d\0:\0 \0B\0', 1],
    'bytes that are no UTF-8': ['id: BET-1\nowner: M\ufffdo\n', 2],
    'two byte order marks': ['\ufeff\ufeffid: BET-1\n', 1],
    'a bell': ['id: BET-1\nowner: M\x07o\n', 2],
    'an escape sequence': ['id: BET-1\ntitle: \x1b[2Jgone\n', 2],
    'marks that the reader uses itself': ['id: BET-1\ntitle: \x1f\x18\x02\n', 2],
    'more than it can hold': [`id: BET-1\nnotes: ${'x'.repeat(maxTextLength)}\n`, 1],
  };
  for (const [name, [source, line]] of Object.entries(unread)) {
    it(`with ${name} are one finding`, () => {
      assert.deepEqual(found('a.bet.yaml', source), [`document/syntax ${line}`]);
      assert.deepEqual(
        found('plan.yaml', `kind: bet\n${source.replace(/^\ufeff+/, '')}`).length,
        name.startsWith('two') ? 2 : 1,
      );
    });
  }

  it('do not end a line at NEL, LS or PS', () => {
    const source = 'id: BET-1\nowner: "a\u2028b\u2029c\u0085d"\nstatus: nowhere\n';
    const judge = judged({ 'a.bet.yaml': source });
    const lines = judge.workspace.get('a.bet.yaml') && parseFile('a.bet.yaml', source)?.lines;
    const finding = judge.findings('a.bet.yaml').find(({ rule }) => rule === 'document/schema');
    assert.ok(lines && finding);
    assert.deepEqual(positionAt(lines, finding.span.start), { line: 2, character: 8 });
  });

  it('show one finding for a merge conflict, over all of it', () => {
    const conflict = 'id: BET-1\n<<<<<<< HEAD\nowner: A\n||||||| base\nowner: C\n=======\nowner: B\n>>>>>>> main\n';
    for (const [source, last] of [
      [`${conflict}status: shaping\n`, 'main'],
      [`${conflict}<<<<<<< HEAD\nstatus: shaping\n=======\nstatus: building\n>>>>>>> other\n`, 'other'],
      [conflict.replaceAll('\n', '\r\n'), 'main'],
    ] as const) {
      const findings = judged({ 'a.bet.yaml': source }).findings('a.bet.yaml');
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['document/syntax'],
      );
      const span = findings[0]?.span;
      assert.ok(span);
      const shown = source.slice(span.start, span.end);
      assert.ok(shown.startsWith('<<<<<<< HEAD') && shown.endsWith(`>>>>>>> ${last}`), shown);
    }
    assert.deepEqual(syntax('a.bet.md', `---\n${conflict}---\n`), ['document/syntax 3']);
  });

  it('leave marks of a conflict that are none to YAML', () => {
    const source = 'id: BET-1\nnotes: |\n  Title\n  =======\n  <<<<<<< HEAD\n  >>>>>>> main\n';
    assert.deepEqual(syntax('a.bet.yaml', source), []);
  });
});

describe('parse/file: a broken document', () => {
  const asks = 'id: ROL-1\nbet: BET-7\n';
  const broken: Readonly<Record<string, string>> = {
    'an open quote': 'id: BET-7\ntitle: "open\n',
    'a merge conflict': 'id: BET-7\n<<<<<<< a\nowner: A\n=======\nowner: B\n>>>>>>> b\n',
    'too deep a nesting': `id: "BET-7"\nx: ${'['.repeat(2000)}`,
    'a byte that is none': 'id: BET-7\nowner: \ufffd\n',
    'a key given twice': 'id: BET-7\nowner: A\nowner: B\n',
  };
  for (const [name, text] of Object.entries(broken)) {
    it(`answers to its id in spite of ${name}, and gets nothing but its syntax reported`, () => {
      const judge = judged({ 'b.rollout.yaml': asks, 'a.bet.yaml': text });
      assert.ok(!judge.findings('b.rollout.yaml').some(({ rule }) => rule === 'reference/unknown'));
      assert.deepEqual(new Set(judge.findings('a.bet.yaml').map(({ rule }) => rule)), new Set(['document/syntax']));
    });
    it(`is ours by its kind in spite of ${name}`, () =>
      assert.ok(syntax('plan.yaml', `kind: bet\n${text}`).length > 0));
  }

  it('without an id answers to the name of its file', () => {
    const judge = judged({ 'b.rollout.yaml': 'id: ROL-1\nbet: search\n', 'search.bet.yaml': 'title: "open\n' });
    assert.ok(!judge.findings('b.rollout.yaml').some(({ rule }) => rule === 'reference/unknown'));
  });
});

describe('parse/front-matter', () => {
  const fields = 'id: BET-1\nowner: Mo\nhypothesis: It is quick.\nstatus: nowhere\n';
  const cases: Readonly<Record<string, readonly [text: string, expected: readonly string[]]>> = {
    'between two fences': [`---\n${fields}---\n\nText.\n`, ['document/schema 5']],
    'with blanks behind the fences': [`---  \n${fields}---\t\n`, ['document/schema 5']],
    'that ends with dots': [`---\n${fields}...\n`, ['document/schema 5']],
    'at the end of the file': [`---\n${fields}---`, ['document/schema 5']],
    'with dashes in a value': [`---\n${fields}notes: a --- b\n---\n`, ['document/schema 5']],
    'with a second block behind it': [`---\n${fields}---\n\n---\nstatus: nowhere\n---\n`, ['document/schema 5']],
    'that is broken': ['---\nid: BET-1\ntitle: "open\nowner: Mo\n---\n\n- [x] done\n', ['document/syntax 3']],
    'in JavaScript': ['---js\nmodule.exports = { id: 1 }\n---\n', ['document/syntax 1']],
    'in JavaScript, spelt out': ['--- javascript\nprocess.exit()\n---\n', ['document/syntax 1']],
    'in CoffeeScript': ['---coffee\nid: 1\n---\n', ['document/syntax 1']],
    'in JSON': ['---json\n{"id": "BET-1"}\n---\n', ['document/syntax 1']],
    'in braces': ['{\n  "id": "BET-1"\n}\n\nText.\n', ['document/syntax 1']],
    'in TOML': ['+++\nid = "BET-1"\n+++\n', ['document/syntax 1']],
    'that is never closed': [`---\n${fields}\n# Title\n`, ['document/syntax 1']],
    'that is one word': ['---\nhello\n---\n', ['document/schema 2']],
    'that is a list': ['---\n- a\n- b\n---\n', ['document/schema 2']],
    'with nothing in it': ['---\n---\n\nText.\n', []],
    'with a comment in it': ['---\n# later\n---\n\nText.\n', []],
    'that says null': ['---\nnull\n---\n', ['document/schema 2']],
    'behind a blank line': [`\n---\n${fields}---\n`, []],
    'that is indented': [` ---\n${fields} ---\n`, []],
    'between four dashes': [`----\n${fields}----\n`, []],
    'that is a thematic break and nothing more': ['---\n\nText.\n', []],
  };
  const areOfForm = /^document\/(?:syntax|schema) /;
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`${name}: ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(
        found('a.bet.md', text).filter(rule => areOfForm.test(rule)),
        expected,
      ));
  }

  it('is read once, however long the text behind one fence is', () => {
    const parsed = parseFile('a.bet.md', `---\n${'word word word\n'.repeat(70_000)}`);
    assert.deepEqual(parsed?.documents, []);
  });
});

/** A model without the places at which it stands. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'span' && name !== 'key')
      .map(([name, inner]) => [name, withoutPlaces(inner)]),
  );
}
