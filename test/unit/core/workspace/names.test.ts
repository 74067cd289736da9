import assert from 'node:assert/strict';
import { includedPrefixes, readIncluded } from '../../../../src/core/workspace/include.ts';
import { innermost, liesIn, resolvePath } from '../../../../src/core/workspace/names.ts';

describe('names of files', () => {
  it('tell in which folder a file lies', () => {
    assert.ok(liesIn('docs/a.md', ''));
    assert.ok(liesIn('docs/a.md', 'docs'));
    assert.ok(liesIn('docs/a.md', 'docs/'));
    assert.ok(liesIn('../docs/a.md', '..'));
    assert.ok(liesIn('file:///w/a.md', 'file:///w'));
    assert.ok(liesIn('file:///a.md', 'file:///'));
    for (const [file, folder] of [
      ['docs2/a.md', 'docs'],
      ['../a.md', ''],
      ['/etc/a.md', ''],
      ['file:///a.md', ''],
      ['untitled:a.md', ''],
      ['../../a.md', '..'],
      ['file:///w2/a.md', 'file:///w'],
    ] as const)
      assert.ok(!liesIn(file, folder), `${file} in ${folder}`);
  });

  it('tell the innermost of several folders', () => {
    assert.equal(innermost('a/b/c.md', ['', 'a', 'a/b', 'x']), 'a/b');
    assert.equal(innermost('../c.md', ['', 'a']), undefined);
  });
});

describe('paths in files', () => {
  for (const [file, path, wanted] of [
    ['a/m.metrics.yaml', 'x.csv', 'a/x.csv'],
    ['a/m.metrics.yaml', './n/x.csv', 'a/n/x.csv'],
    ['a/m.metrics.yaml', '../n//x.csv', 'n/x.csv'],
    ['a/m.metrics.yaml', '/n/x.csv', 'n/x.csv'],
    ['a/m.metrics.yaml', 'my%20numbers.csv', 'a/my numbers.csv'],
    ['a/m.metrics.yaml', '100%.csv', 'a/100%.csv'],
    ['file:///w/a/m.metrics.yaml', '../my numbers (1).csv', 'file:///w/my%20numbers%20%281%29.csv'],
    ['file:///w/a%20b/m.metrics.yaml', 'x.csv', 'file:///w/a%20b/x.csv'],
  ] as const) {
    it(`lead from ${file} along ${path} to ${wanted}`, () => {
      assert.equal(resolvePath(file, path, ['', 'file:///w']), wanted);
    });
  }

  for (const path of [
    '../../x.csv',
    '/../x.csv',
    'a/../../../x.csv',
    '%2e%2e/%2E%2E/x.csv',
    '..%2f..%2fx.csv',
    '//host/x.csv',
    '\\\\host\\x.csv',
    '..\\..\\x.csv',
    '%5C%5Chost/x.csv',
    'C:/x.csv',
    'file:///etc/x.csv',
    'HTTPS://host/x.csv',
    'javascript:x.csv',
    'x.csv\0.csv',
    'x%00.csv',
    'x\n.csv',
    '..',
    '',
    'x'.repeat(2_000),
  ]) {
    it(`never lead out along ${JSON.stringify(path.slice(0, 40))}`, () => {
      assert.equal(resolvePath('a/m.metrics.yaml', path, ['']), undefined);
      assert.equal(resolvePath('file:///w/a/m.metrics.yaml', path, ['file:///w']), undefined);
    });
  }

  it('never lead out of the folder they begin in, be it inside another', () => {
    assert.equal(resolvePath('a/b/m.metrics.yaml', '../../x.csv', ['', 'a']), undefined);
    assert.equal(resolvePath('../m.metrics.yaml', 'x.csv', ['']), undefined);
  });

  it('survive what has no code', () => {
    assert.equal(resolvePath('file:///w/m.metrics.yaml', '\ud800.csv', ['file:///w']), 'file:///w/%EF%BF%BD.csv');
  });
});

describe('folders that are included', () => {
  for (const [entry, wanted] of [
    ['docs', ['docs']],
    ['docs/', ['docs']],
    ['./docs//bets', ['docs', 'bets']],
    ['docs/**', ['docs']],
    ['docs/**/', ['docs']],
    ['**', []],
    ['.', []],
    ['[slug]/my docs', ['[slug]', 'my docs']],
  ] as const) {
    it(`are read from ${JSON.stringify(entry)}`, () => {
      assert.deepEqual(readIncluded(entry), wanted);
    });
  }

  for (const entry of [
    ...['', '  ', '/docs', '//host/docs', 'C:/docs', 'c:docs', 'file:///docs', '~/docs', '..', '../docs', 'docs/../..'],
    ...['docs\\bets', '\\docs', 'docs/*', '*', 'do?s', 'docs/**/bets', '{a,b}', '!docs', 'a\0b', 'x'.repeat(2_000)],
    ...[null, 3, ['docs'], { docs: true }, undefined],
  ]) {
    it(`are refused: ${JSON.stringify([entry]).slice(0, 40)}`, () => {
      const read = readIncluded(entry);
      assert.ok('problem' in read && read.problem.length > 10, JSON.stringify(read));
    });
  }

  it('are looked for in every folder of the workspace, in the spelling of its name', () => {
    assert.deepEqual(includedPrefixes([['my docs'], []], ['', 'file:///w', 'file:///v/']), [
      'my docs/',
      '',
      'file:///w/my%20docs/',
      'file:///w/',
      'file:///v/my%20docs/',
      'file:///v/',
    ]);
  });
});
