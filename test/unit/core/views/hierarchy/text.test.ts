import assert from 'node:assert/strict';
import { fitText, font, plainText, textWidth, wrapText } from '../../../../../src/core/views/hierarchy/text.ts';
import { spread } from '../../../../../src/core/views/hierarchy/spread.ts';

const FACE = font(10);

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

describe('text that fits', () => {
  it('measures wide signs wider, and marks not at all', () => {
    assert.ok(textWidth('W', FACE) > textWidth('i', FACE));
    assert.ok(textWidth('転', FACE) > textWidth('a', FACE));
    assert.equal(textWidth('a\u0301', FACE), textWidth('a', FACE));
  });

  it('cuts with an ellipsis only what is too long', () => {
    assert.equal(fitText('short', 100, FACE), 'short');
    const cut = fitText('a text that is much too long', 60, FACE);
    assert.ok(cut.endsWith('…') && textWidth(cut, FACE) <= 60);
  });

  it('wraps at blanks, breaks what has none, and ends with an ellipsis', () => {
    assert.deepEqual(wrapText('one two', 100, FACE, 2), ['one two']);
    assert.deepEqual(wrapText('Onboarding completion', 80, FACE, 2), ['Onboarding', 'completion']);
    const lines = wrapText('W'.repeat(50), 60, FACE, 2);
    assert.equal(lines.length, 2);
    assert.ok(lines.every(line => textWidth(line, FACE) <= 60));
    assert.ok(lines[1]?.endsWith('…'));
  });

  it('never cuts a character in two', () => {
    for (const line of wrapText('🚀'.repeat(40), 61, FACE, 2)) assert.doesNotMatch(line, /\p{Surrogate}/u);
  });
});

describe('spread', () => {
  const even = (wanted: readonly number[], from = -1000, to = 1000): readonly number[] =>
    spread({ wanted, weight: wanted.map(() => 1), apart: wanted.slice(1).map(() => 10), from, to });

  it('gives each its wish where there is room', () => {
    assert.deepEqual(even([0, 20, 50]), [0, 20, 50]);
  });

  it('shares the way to go where there is none', () => {
    assert.deepEqual(even([0, 0]), [-5, 5]);
    assert.deepEqual(even([10, 0, 20]), [0, 10, 20]);
  });

  it('keeps within its bounds', () => {
    assert.deepEqual(even([0, 0, 0], 0), [0, 10, 20]);
    assert.deepEqual(even([99, 99], 0, 50), [40, 50]);
  });

  it('heeds the heavier wish', () => {
    const [first, second] = spread({ wanted: [0, 0], weight: [99, 1], apart: [10], from: -100, to: 100 });
    assert.ok(Math.abs(first ?? 9) < 0.2 && second !== undefined && second - (first ?? 0) === 10);
  });
});
