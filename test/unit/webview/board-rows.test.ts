import assert from 'node:assert/strict';
import type { PlacedCard } from '../../../src/core/views/board/card.ts';
import {
  balanceOf,
  countFacts,
  groupRows,
  isFiltering,
  matcher,
  noFilter,
  rowsOf,
  sortRows,
  unsaid,
  valuesOf,
  type Filter,
  type Row,
} from '../../../src/webview/board/rows.ts';
import { day } from '../../support/workspace.ts';

function row(id: string, said: Partial<PlacedCard> = {}): Row {
  const card: PlacedCard = { id, title: id, status: 'building', at: { line: 0, character: 0 }, ...said };
  const [made] = rowsOf({ uri: `file:///${id}.bet.yaml`, cards: [card] });
  assert.ok(made);
  return made;
}

function found(rows: readonly Row[], change: Partial<Filter>): readonly string[] {
  return rows.filter(matcher({ ...noFilter, ...change })).map(({ id }) => id);
}

describe('webview/board: rows', () => {
  const rows = [
    row('BET-1', { owner: 'Tomás Rey', block: 'Counter', tags: ['till'], priority: 'P0', portfolio: 'core' }),
    row('BET-2', {
      owner: 'Mo',
      category: 'growth',
      mode: 'zeroToOne',
      portfolio: 'core',
      flags: ['zombie'],
      errors: 1,
    }),
    row('BET-3', { status: 'concluded', priority: 'P0', portfolio: 'transformational', title: 'Loyalty stamps' }),
    row('BET-10', {
      portfolio: 'adjacent',
      errors: 2,
      worst: { text: 'The guardrail "Queue" is breached', at: { line: 9, character: 2 } },
    }),
  ];

  it('are called by their file and id, also where two have the same', () => {
    const card: PlacedCard = { id: 'A', title: '', status: 'building', at: { line: 0, character: 0 } };
    const keys = rowsOf({ uri: 'file:///a', cards: [card, card] }).map(({ key }) => key);
    assert.equal(new Set(keys).size, 2);
  });

  it('are found by all words of a text, whatever their case and accents', () => {
    assert.deepEqual(found(rows, { text: 'TOMAS till' }), ['BET-1']);
    assert.deepEqual(found(rows, { text: 'stamps' }), ['BET-3']);
    assert.deepEqual(found(rows, { text: 'queue' }), ['BET-10']);
    assert.deepEqual(found(rows, { text: 'stamps nothing' }), []);
    assert.deepEqual(found(rows, { text: '  ' }).length, 4);
  });

  it('are found by what they say, and by what they do not say', () => {
    assert.deepEqual(found(rows, { owner: 'Mo' }), ['BET-2']);
    assert.deepEqual(found(rows, { owner: unsaid }), ['BET-3', 'BET-10']);
    assert.deepEqual(found(rows, { mode: 'zeroToOne' }), ['BET-2']);
    assert.deepEqual(found(rows, { mode: 'scaling' }), ['BET-1', 'BET-3', 'BET-10']);
    assert.deepEqual(found(rows, { tag: 'till', block: 'Counter' }), ['BET-1']);
    assert.deepEqual(found(rows, { category: 'growth', owner: unsaid }), []);
    assert.equal(isFiltering(noFilter), false);
    assert.equal(isFiltering({ ...noFilter, tag: 'x' }), true);
  });

  it('are found by what can’t wait; a concluded bet is no P0 and in no balance', () => {
    assert.deepEqual(found(rows, { fact: 'p0' }), ['BET-1']);
    assert.deepEqual(found(rows, { fact: 'zombie' }), ['BET-2']);
    assert.deepEqual(found(rows, { fact: 'errors' }), ['BET-2', 'BET-10']);
    assert.deepEqual(found(rows, { portfolio: 'transformational' }), []);
    assert.deepEqual(countFacts(rows), { p0: 1, errors: 2, zombie: 1, retroOverdue: 0, guardrailBreached: 0 });
    assert.deepEqual(
      balanceOf(rows).parts.map(({ count, percent }) => [count, percent]),
      [
        [2, 67],
        [1, 33],
        [0, 0],
      ],
    );
    assert.equal(balanceOf([row('X')]).unsaid, 1);
  });

  it('stand in an order that does not depend on how they came', () => {
    const dated = [
      row('BET-2', { next: { what: 'retro', day: day('2026-12-01') }, priority: 'P1', ready: { met: 7, of: 7 } }),
      row('BET-10', { priority: 'P1' }),
      row('BET-9', { next: { what: 'launch', day: day('2026-11-01') }, ready: { met: 0, of: 7 }, errors: 1 }),
      row('BET-1', { priority: 'P0', warnings: 3, flags: ['zombie'] }),
    ];
    for (const given of [dated, [...dated].reverse()]) {
      const order = (sort: Parameters<typeof sortRows>[1]): readonly string[] =>
        sortRows(given, sort).map(({ id }) => id);
      assert.deepEqual(order('next'), ['BET-9', 'BET-2', 'BET-1', 'BET-10']);
      assert.deepEqual(order('trouble'), ['BET-1', 'BET-9', 'BET-2', 'BET-10']);
      assert.deepEqual(order('priority'), ['BET-1', 'BET-2', 'BET-10', 'BET-9']);
      assert.deepEqual(order('readiness'), ['BET-9', 'BET-2', 'BET-1', 'BET-10']);
      assert.deepEqual(order('title'), ['BET-1', 'BET-2', 'BET-9', 'BET-10']);
    }
  });

  it('stand in the columns of all statuses, or of what there is', () => {
    assert.deepEqual(
      groupRows(rows, 'status').map(({ value, rows: own }) => [value, own.length]),
      [
        ['proposed', 0],
        ['shaping', 0],
        ['building', 3],
        ['rollingOut', 0],
        ['measuring', 0],
        ['concluded', 1],
      ],
    );
    assert.deepEqual(
      groupRows(rows, 'owner').map(({ value }) => value),
      ['Mo', 'Tomás Rey', ''],
    );
    assert.deepEqual(valuesOf(rows, 'owner'), ['Mo', 'Tomás Rey', unsaid]);
    assert.deepEqual(valuesOf(rows, 'tag'), ['till']);
  });
});
