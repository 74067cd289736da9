import assert from 'node:assert/strict';
import type { LearningEntry } from '../../../src/core/views/learning-repository/entry.ts';
import { entryMatcher, entryValues, noLearningsFilter } from '../../../src/webview/board/entries.ts';
import { asFromBoard, asToBoard } from '../../../src/webview/board/messages.ts';
import { asState } from '../../../src/webview/board/state.ts';
import { boardWords, english, fill, learningsWords } from '../../../src/webview/board/words.ts';

describe('webview/board: messages', () => {
  it('from the page are taken as they should be, and otherwise not at all', () => {
    const at = { line: 3, character: 0 };
    const uri = 'file:///a.bet.yaml';
    for (const message of [
      { type: 'ready' },
      { type: 'open', uri, at },
      { type: 'preview', uri, at },
      { type: 'move', uri, id: 'A', key: 'k', to: 'building' },
      { type: 'decide', uri, id: 'A' },
      { type: 'newBet' },
      { type: 'decideSome' },
    ]) {
      assert.deepEqual(asFromBoard(message), message);
      assert.deepEqual(asFromBoard({ ...message, command: 'workbench.action.quit' }), message);
    }
    for (const message of [
      undefined,
      null,
      'ready',
      {},
      { type: 'execute' },
      { type: 'open', uri },
      { type: 'open', uri: 7, at },
      { type: 'open', uri, at: { line: -1, character: 0 } },
      { type: 'preview', uri, at: { line: 0.5, character: 0 } },
      { type: 'move', uri, id: 'A', key: 'k', to: 'done' },
      { type: 'move', uri, id: 'A', key: 'k', to: '__proto__' },
      { type: 'decide', uri },
    ])
      assert.equal(asFromBoard(message), undefined);
  });

  it('to the page are taken as they should be, and otherwise not at all', () => {
    const card = { id: 'A', title: 'T', status: 'building' };
    const answer = { revision: 1, isWhole: true, isComplete: true, today: '2026-11-22', mostP0: 3, gone: [] };
    const files = [{ uri: 'file:///a', cards: [card] }];
    assert.ok(asToBoard({ type: 'cards', answer: { ...answer, files } }));
    assert.ok(asToBoard({ type: 'start', locale: 'en', words: {} }));
    assert.ok(asToBoard({ type: 'moved', key: 'k', to: 'building', outcome: 'moved', reason: '' }));
    assert.ok(asToBoard({ type: 'learnings', answer: { entries: [] } }));
    assert.ok(asToBoard({ type: 'stopped', stopped: true }));
    for (const message of [
      { type: 'cards', answer },
      { type: 'cards', answer: { ...answer, files: [{ uri: 'x', cards: [{ ...card, status: 'lost' }] }] } },
      { type: 'moved', key: 'k', to: 'building', outcome: 'perhaps', reason: '' },
      { type: 'learnings', answer: { entries: [{ id: 'A' }] } },
      { type: 'stopped' },
      7,
    ])
      assert.equal(asToBoard(message), undefined);
  });

  it('remember what this page wrote, and nothing else', () => {
    const fresh = asState(undefined);
    assert.deepEqual(asState(JSON.parse(JSON.stringify(fresh))), fresh);
    const odd = asState({ filter: { fact: 'x', text: 7, owner: 'Mo' }, sort: 'y', tops: { a: 'b', c: 3 }, left: '1' });
    assert.equal(odd.filter.fact, '');
    assert.equal(odd.filter.text, '');
    assert.equal(odd.filter.owner, 'Mo');
    assert.equal(odd.sort, 'next');
    assert.deepEqual(odd.tops, { c: 3 });
    assert.equal(odd.left, 0);
  });

  it('put values in once, also where a value looks like a place for one', () => {
    assert.equal(fill('{0} of {1}', '{1}', 2), '{1} of 2');
    assert.equal(fill('{2}', 1), '{2}');
  });

  it('have words for all that is said', () => {
    for (const words of [boardWords(english), learningsWords(english)])
      assert.ok(Object.values(words).every(text => text !== ''));
  });
});

describe('webview/board: what was learned', () => {
  const entry = (id: string, said: Partial<LearningEntry>): LearningEntry => ({
    id,
    title: id,
    uri: 'file:///a',
    at: { line: 0, character: 0 },
    ...said,
  });
  const at = { line: 1, character: 0 };
  const entries = [
    entry('A', { outcome: 'kill', result: 'disproved', metrics: ['Visits'], learnings: [{ text: 'Nobody came', at }] }),
    entry('B', {
      outcome: 'scale',
      metrics: ['Visits', 'Sales'],
      evidence: { text: 'Ninety bakeries', at },
      block: 'Counter',
    }),
  ];
  const found = (change: object): readonly string[] =>
    entries.filter(entryMatcher({ ...noLearningsFilter, ...change })).map(({ id }) => id);

  it('is found by words of all its texts, by metric, block, decision and result', () => {
    assert.deepEqual(found({ text: 'NOBODY' }), ['A']);
    assert.deepEqual(found({ text: 'bakeries ninety' }), ['B']);
    assert.deepEqual(found({ metric: 'Visits' }), ['A', 'B']);
    assert.deepEqual(found({ metric: 'Sales', outcome: 'kill' }), []);
    assert.deepEqual(found({ result: 'disproved' }), ['A']);
    assert.deepEqual(found({ block: 'Counter' }), ['B']);
  });

  it('is counted by each of them', () => {
    assert.deepEqual(
      [...entryValues(entries, 'metric')],
      [
        ['Sales', 1],
        ['Visits', 2],
      ],
    );
    assert.deepEqual([...entryValues(entries, 'block')], [['Counter', 1]]);
  });
});
