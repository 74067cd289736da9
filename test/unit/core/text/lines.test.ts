import assert from 'node:assert/strict';
import { lineAt, lineStartsOf, offsetAt, positionAt, rangeOf } from '../../../../src/core/text/lines.ts';
import { spanOf, touches } from '../../../../src/core/text/span.ts';
import { randomFrom } from '../../../support/random.ts';

/** Counts from the beginning each time: slow, and plain enough to be believed. */
function slowPosition(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    const isEnd = text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n');
    if (!isEnd) continue;
    line++;
    start = i + 1;
  }
  return { line, character: offset - start };
}

const units = ['a', '\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '🚀', 'é', ' ', '\ufeff'];

function sometexts(): string[] {
  const random = randomFrom(7);
  return Array.from({ length: 300 }, () => Array.from({ length: random.below(14) }, () => random.pick(units)).join(''));
}

describe('text/lines', () => {
  it('finds the position that counting from the beginning finds', () => {
    for (const text of sometexts()) {
      const lines = lineStartsOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = positionAt(lines, offset);
        assert.deepEqual(position, slowPosition(text, offset), JSON.stringify({ text, offset }));
        assert.equal(lineAt(lines, offset), position.line);
      }
    }
  });

  it('goes back from a position to the offset, the middle of a CRLF excepted', () => {
    for (const text of sometexts()) {
      const lines = lineStartsOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const inLineBreak = text[offset - 1] === '\r' && text[offset] === '\n';
        const back = offsetAt(text, lines, positionAt(lines, offset));
        assert.equal(back, inLineBreak ? offset - 1 : offset, JSON.stringify({ text, offset }));
      }
    }
  });

  for (const [line, character, offset] of [
    [0, 99, 2],
    [1, 99, 6],
    [2, 99, 9],
    [9, 0, 9],
    [-1, 5, 0],
    [1, -5, 4],
  ] as const) {
    it(`lets ${line}:${character} fall to the nearest end of its line`, () => {
      const text = 'ab\r\ncd\nef';
      assert.equal(offsetAt(text, lineStartsOf(text), { line, character }), offset);
    });
  }

  it('counts astral characters as two units, and ends no line at NEL, LS or PS', () => {
    const text = '🚀\u2028\u2029\u0085x\ny';
    assert.deepEqual(rangeOf(lineStartsOf(text), spanOf(5, 8)), {
      start: { line: 0, character: 5 },
      end: { line: 1, character: 1 },
    });
  });

  it('touches a span from its first character to behind its last', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(offset => touches(spanOf(2, 4), offset)),
      [false, true, true, true, false],
    );
  });
});
