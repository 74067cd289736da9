import assert from 'node:assert/strict';
import type { ExportAnswer, PictureAnswer } from '../../src/server/protocol.ts';
import { createFolder, startClient, type TestClient, type TestFolder } from './client.ts';

const bet = `kind: bet
id: BET-1
title: Saved carts
timebox: { start: 2026-11-02, duration: 8w }
metrics:
  core:
    - { name: Orders <b>ahead</b>, baseline: 1%, target: 2% }
`;

describe('pictures for other pages', () => {
  let client: TestClient;
  let folder: TestFolder;
  const pictureOf = (id: string, view = 'hierarchy'): Promise<PictureAnswer> =>
    client.request('betwright/picture', { id, view });

  beforeEach(async () => {
    folder = createFolder({
      'a.bet.yaml': bet,
      'b.retro.yaml': 'id: RET-1\nbet: BET-1\n',
      'c.bet.yaml': 'id: BET-2\n',
    });
    client = await startClient({ folders: [folder.uri] });
    await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('are drawn by id, also of the bet that something belongs to, from the text in the editor', async () => {
    for (const id of ['BET-1', 'RET-1']) {
      const picture = await pictureOf(id);
      assert.ok(picture.state === 'drawn' && picture.isComplete);
      assert.match(picture.html, /^<svg [^]*Orders &lt;b&gt;ahead/);
    }
    const timeline = await pictureOf('BET-1', 'timeline');
    assert.ok(timeline.state === 'drawn' && timeline.html.includes('bw-time'));
    client.open(folder.uriOf('a.bet.yaml'), bet.replace('Orders', 'Visits'));
    const edited = await pictureOf('BET-1');
    assert.ok(edited.state === 'drawn' && edited.html.includes('Visits'));
  });

  it('are not there for what is not there', async () => {
    assert.deepEqual(await pictureOf('BET-9'), { state: 'none', reason: 'unknown', isComplete: true });
    assert.deepEqual(await pictureOf('BET-2'), { state: 'none', reason: 'nothing', isComplete: true });
    assert.deepEqual(await pictureOf('BET-2', 'timeline'), { state: 'none', reason: 'nothing', isComplete: true });
  });

  it('can be kept in every format', async () => {
    const exported = (format: string, file = 'a.bet.yaml'): Promise<ExportAnswer> =>
      client.request('betwright/export', { uri: folder.uriOf(file), format });
    const beginnings = { svg: '<svg ', html: '<!doctype html>', mermaid: 'flowchart BT', png: 'iVBORw0KGgo' };
    for (const [format, beginning] of Object.entries(beginnings)) {
      const answer = await exported(format);
      assert.ok('content' in answer && answer.content.startsWith(beginning), format);
      assert.equal(answer.name, 'BET-1');
    }
    assert.deepEqual(await exported('svg', 'c.bet.yaml'), { refused: 'noMetrics' });
    assert.deepEqual(await exported('svg', 'gone.bet.yaml'), { refused: 'notOurs' });
  });
});
