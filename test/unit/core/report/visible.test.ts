import assert from 'node:assert/strict';
import { cellsOf, cutTo, padTo, visible } from '../../../../src/core/report/visible.ts';

describe('text for a terminal', () => {
  it('writes out what would steer, hide or reorder', () => {
    const cases: Readonly<Record<string, string>> = {
      '\u001b]0;x\u0007': '\\x1b]0;x\\x07',
      'a\u009b31m': 'a\\x9b31m',
      'one\r\ntwo\tthree\u007f': 'one\\r\\ntwo\\tthree\\x7f',
      '\u202egnp.\u2066': '\\u{202e}gnp.\\u{2066}',
      'a\u200bb\ufeffc\u2028d\u00ade': 'a\\u{200b}b\\u{feff}c\\u{2028}d\\xade',
      '\ud800x': '\\u{d800}x',
      '\u{e0041}': '\\u{e0041}',
    };
    for (const [text, shown] of Object.entries(cases)) assert.equal(visible(text), shown);
  });

  it('leaves everything else as it is', () => {
    for (const text of ['Größe', '日本語', '👩‍💻 at work', 'a ::b', 'C# ##', '\u05d0\u05d1'])
      assert.equal(visible(text), text);
  });

  it('is no command to a build server', () => {
    for (const text of ['::error::x', '  ::set-output', 'a ##vso[x]', '##[group]', '##teamcity[x]'])
      assert.doesNotMatch(visible(text), /^\s*::|##\w*\[/);
  });

  it('is measured, cut and filled in cells', () => {
    assert.deepEqual(['abc', '日本', 'e\u0301', '😀'].map(cellsOf), [3, 4, 1, 2]);
    assert.deepEqual([cutTo(4, 'abcdef'), cutTo(6, 'abcdef'), cutTo(4, '日本語')], ['abc…', 'abcdef', '日…']);
    assert.deepEqual([padTo(5, 'abc'), padTo(5, '日本'), padTo(2, 'abc')], ['abc  ', '日本 ', 'abc']);
    assert.equal(cutTo(10, 'x'.repeat(10_000_000)).length, 10);
  });
});
