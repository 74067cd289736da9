import assert from 'node:assert/strict';
import { lineStartsOf, positionAt } from '../../src/core/text/lines.ts';
import { createDocuments } from '../../src/server/documents.ts';
import { offsetIn } from '../../src/server/convert.ts';

/** Numbers that look random and are the same every time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const pieces = ['a', 'owner: x', '\n', '\r\n', '\r', '', 'ü', '😀', '  - ', '\n\n', '\u2028'];

describe('open documents', () => {
  it('hold after random edits what an editor holds', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const next = numbersFrom(seed);
      const documents = createDocuments();
      let text = 'id: BET-1\r\ntitle: x\nowner: y\n';
      documents.open('file:///a.bet.yaml', 0, text);
      for (let version = 1; version <= 60; version++) {
        const changes = Array.from({ length: 1 + next(3) }, () => {
          const lines = lineStartsOf(text);
          // Never inside a line break: editors have no such place.
          const place = (): number => offsetIn(text, lines, positionAt(lines, next(text.length + 1)));
          const [start, end] = [place(), place()].sort((a, b) => a - b) as [number, number];
          const newText = pieces[next(pieces.length)] ?? '';
          const range = { start: positionAt(lines, start), end: positionAt(lines, end) };
          text = text.slice(0, start) + newText + text.slice(end);
          return { range, text: newText };
        });
        documents.change('file:///a.bet.yaml', version, changes);
        const document = documents.get('file:///a.bet.yaml');
        assert.equal(document?.text, text, `seed ${String(seed)}, version ${String(version)}`);
        assert.equal(document.version, version);
        assert.deepEqual(document.lines, lineStartsOf(text));
      }
    }
  });

  it('take positions behind the end of a line or of the text for that end', () => {
    const text = 'ab\r\ncd\n';
    const lines = lineStartsOf(text);
    assert.equal(offsetIn(text, lines, { line: 0, character: 99 }), 2);
    assert.equal(offsetIn(text, lines, { line: 1, character: 99 }), 6);
    assert.equal(offsetIn(text, lines, { line: 2, character: 99 }), 7);
    assert.equal(offsetIn(text, lines, { line: 99, character: 0 }), 7);
    assert.equal(offsetIn(text, lines, { line: -1, character: 5 }), 0);
  });

  it('are replaced as a whole by a change without a range, and ignore changes once they are closed', () => {
    const documents = createDocuments();
    documents.open('file:///a.bet.yaml', 1, 'one');
    documents.change('file:///a.bet.yaml', 2, [{ text: 'two' }]);
    assert.equal(documents.get('file:///a.bet.yaml')?.text, 'two');
    documents.close('file:///a.bet.yaml');
    documents.change('file:///a.bet.yaml', 3, [{ text: 'three' }]);
    assert.equal(documents.get('file:///a.bet.yaml'), undefined);
  });
});
