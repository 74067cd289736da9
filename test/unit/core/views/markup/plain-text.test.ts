import assert from 'node:assert/strict';
import { plainText } from '../../../../../src/core/views/markup/plain-text.ts';

describe('plain text', () => {
  it('leaves ordinary text alone, whatever its script', () => {
    for (const text of ['Activation rate', 'Ünïcödé', '転換率', 'محتوى', '❤\ufe0f 🚀'])
      assert.equal(plainText(text), text);
  });

  it('makes control characters visible', () => {
    assert.equal(plainText('\u001b[31m\u0000\u007f'), '␛[31m␀␡');
    assert.equal(plainText('\u009b1m'), '\ufffd1m');
  });

  it('shows that the direction was turned, and drops what has no width', () => {
    assert.equal(plainText('a\u202eb\u2066c'), 'a\ufffdb\ufffdc');
    assert.equal(plainText('a\u200bb\u200d\u2060\ufeff\u00ad\u3164\u{e0041}c'), 'abc');
  });

  it('replaces lone surrogates and what is no character', () => {
    assert.equal(plainText('a\ud800b\udc00c\uffff'), 'a\ufffdb\ufffdc\ufffd');
  });

  it('makes one line of several', () => {
    assert.equal(plainText(' a\nb\r\tc\u2028d '), 'a b  c d');
  });

  it('cuts a tower of marks, and text beyond all measure', () => {
    assert.equal(plainText(`a${'\u0301'.repeat(99)}b`), `a${'\u0301'.repeat(4)}b`);
    assert.ok(plainText('x'.repeat(1e6)).length < 500);
  });
});
