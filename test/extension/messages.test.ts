import assert from 'node:assert/strict';
import { asFromPreview, asSubject, asToPreview } from '../../src/webview/messages.ts';

const picture = {
  type: 'picture',
  serial: 1,
  state: 'current',
  svg: '<svg/>',
  table: '',
  fileName: 'x.bet.yaml',
  notice: '',
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
    const reveal = { type: 'reveal', serial: 1, start: 0, end: 9 };
    assert.deepEqual(asFromPreview({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(asFromPreview({ ...reveal, uri: 'file:///etc/passwd' }), reveal);
    assert.deepEqual(asToPreview(picture), picture);
    assert.deepEqual(asToPreview({ type: 'caret', offset: -1 }), { type: 'caret', offset: -1 });
    assert.deepEqual(asFromPreview({ type: 'adopt', serial: 2, uri: 'file:///etc/passwd' }), {
      type: 'adopt',
      serial: 2,
    });
    assert.deepEqual(asToPreview({ ...picture, read }), { ...picture, read });
  });

  it('are ignored when they are anything else', () => {
    const wrong = [
      undefined,
      null,
      'ready',
      { type: 'open', uri: 'command:workbench.action.quit' },
      { type: 'reveal', serial: 1, start: -1, end: 3 },
      { type: 'reveal', serial: 1, start: 0.5, end: 3 },
      { type: 'reveal', serial: 1, start: '0', end: 3 },
      { type: 'reveal', serial: Number.NaN, start: 0, end: 3 },
      { type: 'adopt', uri: 'file:///x.md' },
    ];
    for (const message of wrong) assert.equal(asFromPreview(message), undefined);
    for (const change of [{ svg: 7 }, { state: 'good' }, { serial: -1 }, { subject: {} }])
      assert.equal(asToPreview({ ...picture, ...change }), undefined);
    for (const change of [
      { title: 7 },
      { tables: {} },
      { tables: [{ title: '', columns: [], rows: [{ cells: [7] }] }] },
    ])
      assert.equal(asToPreview({ ...picture, read: { ...read, ...change } }), undefined);
  });

  it('name a subject by its URI, and by an offset that can be one', () => {
    assert.deepEqual(asSubject({ uri: 'a:b', offset: 3 }), { uri: 'a:b', offset: 3 });
    assert.deepEqual(asSubject({ uri: 'a:b', offset: -3 }), { uri: 'a:b' });
    assert.equal(asSubject({ offset: 3 }), undefined);
  });
});
