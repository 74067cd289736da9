import assert from 'node:assert/strict';
import type { PictureAnswer, PictureQuestion } from '../../src/server/protocol.ts';
import { askedIn } from '../../src/extension/markdown-preview/fence.ts';
import { createPictures } from '../../src/extension/markdown-preview/pictures.ts';

describe('a fence in a Markdown page', () => {
  it('asks for a picture by id, behind its language or inside', () => {
    assert.deepEqual(askedIn('betwright BET-012', ''), { id: 'BET-012', view: 'hierarchy' });
    assert.deepEqual(askedIn('betwright  BET-012 timeline ', 'x'), { id: 'BET-012', view: 'timeline' });
    assert.deepEqual(askedIn('betwright', '\n  BET-012 rollout\nmore\n'), { id: 'BET-012', view: 'timeline' });
    assert.deepEqual(askedIn('betwright bet of ours hierarchy', ''), { id: 'bet of ours', view: 'hierarchy' });
    // The id of a hierarchy may be called like a view.
    assert.deepEqual(askedIn('betwright metrics', ''), { id: 'metrics', view: 'hierarchy' });
    assert.deepEqual(askedIn('betwright', ''), { id: '', view: 'hierarchy' });
  });

  it('is left to others when it is not ours', () => {
    for (const info of ['', 'yaml', 'betwrighty BET-1', 'Betwright BET-1', 'mermaid betwright'])
      assert.equal(askedIn(info, 'BET-1'), undefined, info);
  });
});

const drawn = (html: string): PictureAnswer => ({ state: 'drawn', html, isComplete: true });
const never = (): void => undefined;
const question = (id: string): PictureQuestion => ({ id, view: 'hierarchy' });
/** Until everything that waits for nothing but promises is done. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('pictures for a reader that can’t wait', () => {
  it('are there when the reader is called again, and fetched once', async () => {
    const asked: string[] = [];
    let told = 0;
    const pictures = createPictures(
      ({ id }) => (asked.push(id), Promise.resolve(drawn(id))),
      () => {
        told++;
      },
      never,
    );
    assert.equal(pictures.get(question('a')), undefined);
    assert.equal(pictures.get(question('a')), undefined);
    await settled();
    assert.equal(told, 1);
    assert.deepEqual(pictures.get(question('a')), drawn('a'));
    await settled();
    assert.deepEqual([asked, told], [['a'], 1]);
  });

  it('come together where a page has several', async () => {
    let told = 0;
    const look = (): readonly (PictureAnswer | undefined)[] => ['a', 'b', 'c'].map(id => pictures.get(question(id)));
    const pictures = createPictures(
      ({ id }) => Promise.resolve(drawn(id)),
      () => {
        told++;
        look();
      },
      never,
    );
    look();
    pictures.refresh();
    await settled();
    pictures.refresh();
    await settled();
    assert.deepEqual([look(), told], [['a', 'b', 'c'].map(drawn), 1]);
  });

  it('are drawn again when they have changed, and only then', async () => {
    let html = 'one';
    let told = 0;
    const pictures = createPictures(
      () => Promise.resolve(drawn(html)),
      () => {
        told++;
        pictures.get(question('a'));
      },
      never,
    );
    pictures.get(question('a'));
    await settled();
    pictures.refresh();
    await settled();
    assert.equal(told, 1);
    html = 'two';
    pictures.refresh();
    await settled();
    assert.equal(told, 2);
    assert.deepEqual(pictures.get(question('a')), drawn('two'));
  });

  it('call a reader that does not hear again, and leave one that is gone alone', async () => {
    let told = 0;
    const waiting: (() => void)[] = [];
    const pictures = createPictures(
      ({ id }) => Promise.resolve(drawn(id)),
      () => {
        told++;
      },
      work => void waiting.push(work),
    );
    pictures.get(question('a'));
    await settled();
    for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) work();
    assert.equal(told, 4);
    pictures.get(question('b'));
    await settled();
    // Once more at the beginning, and then it has heard.
    for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) {
      work();
      pictures.get(question('b'));
    }
    assert.equal(told, 6);
  });

  it('are asked for no more once nobody looks at them', async () => {
    let asked = 0;
    const pictures = createPictures(
      () => Promise.resolve(drawn(String(asked++))),
      () => undefined,
      never,
    );
    pictures.get(question('a'));
    for (let round = 0; round < 3; round++) {
      await settled();
      pictures.refresh();
    }
    await settled();
    assert.equal(asked, 1);
  });

  it('stay as they were while the server can’t be asked', async () => {
    let answer: PictureAnswer | undefined = drawn('a');
    const pictures = createPictures(
      () => Promise.resolve(answer),
      () => void pictures.get(question('a')),
      never,
    );
    pictures.get(question('a'));
    await settled();
    answer = undefined;
    pictures.refresh();
    await settled();
    assert.deepEqual(pictures.get(question('a')), drawn('a'));
  });
});
