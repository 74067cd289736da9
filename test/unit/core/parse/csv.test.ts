import assert from 'node:assert/strict';
import { csvRows } from '../../../../src/core/parse/csv.ts';

function fieldsIn(text: string, delimiter = ','): readonly (readonly string[])[] {
  return [...csvRows(text, delimiter)].map(({ fields }) => fields);
}

describe('parse/csv', () => {
  for (const [name, text, wanted] of [
    ['nothing', '', []],
    ['one field', 'a', [['a']]],
    [
      'empty fields',
      ',a,\n,',
      [
        ['', 'a', ''],
        ['', ''],
      ],
    ],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    ['every line ending', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['an empty line', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['quotes', '"a","b ""c""",""\n', [['a', 'b "c"', '']]],
    ['delimiters and breaks in quotes', '"a,b","c\r\nd"\ne', [['a,b', 'c\r\nd'], ['e']]],
    ['quotes in the middle', 'a "b", c\n', [['a "b"', ' c']]],
    ['text behind quotes', '"a"b,c', [['ab', 'c']]],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.deepEqual(fieldsIn(text), wanted);
    });
  }

  it('divides by the delimiter it was given', () => {
    assert.deepEqual(fieldsIn('a;b,c\td', ';'), [['a', 'b,c\td']]);
    assert.deepEqual(fieldsIn('a;b,c\td', '\t'), [['a;b,c', 'd']]);
  });

  it('knows on which line a row begins', () => {
    const rows = [...csvRows('a\r\n"b\nc\rd"\n\ne\r', ',')];
    assert.deepEqual(
      rows.map(({ line, fields }) => [line, fields[0]]),
      [
        [1, 'a'],
        [2, 'b\nc\rd'],
        [5, ''],
        [6, 'e'],
      ],
    );
  });

  it('says that quotes do not end', () => {
    assert.deepEqual([...csvRows('a\n"b\nc', ',')].at(-1), { line: 2, fields: ['b\nc'], isUnclosed: true });
  });

  for (const [name, text] of [
    ['quotes', '"'.repeat(300_000)],
    ['pairs', '"",'.repeat(100_000)],
    ['delimiters', ','.repeat(300_000)],
    ['breaks', '\r'.repeat(300_000)],
  ] as const) {
    it(`gets through hundreds of thousands of ${name}`, () => {
      let fields = 0;
      for (const row of csvRows(text, ',')) fields += row.fields.length;
      assert.ok(fields > 0);
    });
  }
});
