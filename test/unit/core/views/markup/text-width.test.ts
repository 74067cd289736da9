import assert from 'node:assert/strict';
import { fitText, font, textWidth, wrapText } from '../../../../../src/core/views/markup/text-width.ts';
import { spread } from '../../../../../src/core/views/hierarchy/spread.ts';

const FACE = font(10);

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
