import assert from 'node:assert/strict';
import { asFromPreview, asSubject, asToPreview } from '../../src/webview/messages.ts';

const page = {
  type: 'page',
  serial: 1,
  state: 'current',
  sections: [{ name: 'head', html: '<header></header>' }],
  areas: [{ file: 0, start: 0, end: 9, key: 'm0' }],
  opensAt: 'head',
  fileName: 'x.bet.yaml',
  notice: '',
  noticeLink: '',
  subject: { uri: 'file:///x.bet.yaml' },
};

const read = {
  title: 'New tills',
  note: '',
  offer: 'Adopt',
  tables: [{ title: '', columns: [], rows: [{ cells: ['Owner', 'Ines'], start: 0, end: 4 }] }],
};

describe('messages of the preview', () => {
  it('are understood as they are meant', () => {
    const reveal = { type: 'reveal', serial: 1, file: 0, start: 0, end: 9, purpose: 'look' };
    assert.deepEqual(asFromPreview({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(asFromPreview({ ...reveal, uri: 'file:///etc/passwd' }), reveal);
    const folded = { type: 'ready', collapsed: ['activation-rate'] };
    assert.deepEqual(asFromPreview(folded), folded);
    assert.deepEqual(asToPreview(page), page);
    const caret = { type: 'caret', file: -1, offset: -1 };
    assert.deepEqual(asToPreview(caret), caret);
    assert.deepEqual(asFromPreview({ type: 'adopt', serial: 2, uri: 'file:///etc/passwd' }), {
      type: 'adopt',
      serial: 2,
    });
    assert.deepEqual(asToPreview({ ...page, read }), { ...page, read });
  });

  it('are ignored when they are anything else', () => {
    const wrong = [
      undefined,
      null,
      'ready',
      { type: 'open', uri: 'command:workbench.action.quit' },
      { type: 'fold', collapsed: [7] },
      { type: 'problem', serial: '1' },
      ...[
        { start: -1 },
        { start: 0.5 },
        { start: '0' },
        { serial: Number.NaN },
        { file: -1 },
        { file: undefined },
        { purpose: 'run' },
      ].map(change => ({ type: 'reveal', serial: 1, file: 0, start: 0, end: 3, purpose: 'edit', ...change })),
      { type: 'adopt', uri: 'file:///x.md' },
    ];
    for (const message of wrong) assert.equal(asFromPreview(message), undefined);
    for (const change of [
      { sections: [{ name: 'head' }] },
      { areas: [{ file: 0, start: 0, end: 9 }] },
      { state: 'good' },
      { serial: -1 },
      { subject: {} },
    ])
      assert.equal(asToPreview({ ...page, ...change }), undefined);
    for (const change of [
      { title: 7 },
      { tables: {} },
      { tables: [{ title: '', columns: [], rows: [{ cells: [7] }] }] },
    ])
      assert.equal(asToPreview({ ...page, read: { ...read, ...change } }), undefined);
  });

  it('name a subject by its URI, and by an offset that can be one', () => {
    assert.deepEqual(asSubject({ uri: 'a:b', offset: 3 }), { uri: 'a:b', offset: 3 });
    assert.deepEqual(asSubject({ uri: 'a:b', offset: -3 }), { uri: 'a:b' });
    assert.equal(asSubject({ offset: 3 }), undefined);
  });
});
