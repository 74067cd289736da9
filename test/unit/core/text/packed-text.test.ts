import assert from 'node:assert/strict';
import { ownTexts } from '../../../../src/core/text/own-text.ts';
import { packText, unpackText } from '../../../../src/core/text/packed-text.ts';

describe('a packed text', () => {
  for (const text of [
    '',
    'plain',
    'Überblick ÿ',
    'a → b',
    '🚀 and \ud800 alone',
    'é'.repeat(10_000),
    '→'.repeat(10_000),
  ])
    it(`is the same when it is unpacked: ${JSON.stringify(text.slice(0, 12))}`, () => {
      assert.equal(unpackText(packText(text)), text);
    });

  it('takes one byte a character where that is enough', () => {
    assert.equal(packText('title: Größe').byteLength, 12);
    assert.equal(packText('a → b').byteLength, 10);
  });
});

describe('data with texts of its own', () => {
  it('is the same data, and what is shared stays the same object', () => {
    const shared = { text: 'kept elsewhere, as it is' };
    const data = { a: 'a few words of a long text', b: [1, null, true, { c: 'x' }], shared };
    const own = ownTexts(data, value => value === shared);
    assert.deepEqual(own, data);
    assert.equal(own.shared, shared);
    assert.notEqual(own.b, data.b);
  });
});
