import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardAnswer, LearningsAnswer, MoveBetAnswer } from '../../src/server/protocol.ts';
import { applyEdit, createFolder, startClient, type TestClient, type TestFolder } from './client.ts';

const cups = '# ours\nkind: bet\nid: BET-001\ntitle: Cups\nowner: Mo\nstatus: "shaping" # since May\n';
const lids = 'kind: bet\nid: BET-002\ntitle: Lids\nowner: Mo\nstatus: measuring\nretro: RET-002\n';
const retro = 'kind: retro\nid: RET-002\nbet: BET-002\nscheduled: 2026-12-01\n';

describe('the board over the protocol', function () {
  this.timeout(30_000);
  let folder: TestFolder;
  let client: TestClient;

  beforeEach(async () => {
    folder = createFolder({ 'a.bet.yaml': cups, 'b.bet.yaml': lids, 'b.retro.yaml': retro, 'notes.md': '# Notes\n' });
    client = await startClient({ folders: [folder.uri] });
    await client.until('everything is judged', () => client.changes.some(({ tree }) => tree));
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const board = (since?: number): Promise<BoardAnswer> =>
    client.request('betwright/board', since === undefined ? {} : { since });
  const move = (file: string, id: string, to: string): Promise<MoveBetAnswer> =>
    client.request('betwright/moveBet', { uri: folder.uriOf(file), id, to });

  it('tells all bets once, and then what has changed', async () => {
    const whole = await board();
    assert.equal(whole.isWhole, true);
    assert.equal(whole.isComplete, true);
    assert.equal(whole.today, '2026-11-22');
    assert.deepEqual(
      whole.files.flatMap(({ cards }) => cards.map(({ id, status }) => [id, status])),
      [
        ['BET-001', 'shaping'],
        ['BET-002', 'measuring'],
      ],
    );
    assert.deepEqual((await board(whole.revision)).files, []);

    client.open(folder.uriOf('a.bet.yaml'), cups.replace('"shaping"', 'building'));
    const edited = await changedBoard(whole.revision);
    assert.equal(edited.isWhole, false);
    assert.deepEqual(
      edited.files.flatMap(({ cards }) => cards.map(({ id, status }) => [id, status])),
      [['BET-001', 'building']],
    );
  });

  it('tells a bet anew when what belongs to it changes, and when its file goes', async () => {
    const whole = await board();
    folder.write('b.retro.yaml', retro.replace('2026-12-01', '2026-11-01'));
    client.changed(folder.uriOf('b.retro.yaml'));
    const late = await changedBoard(whole.revision);
    assert.deepEqual(
      late.files.map(({ cards }) => cards[0]?.flags),
      [['retroOverdue']],
    );
    rmSync(join(folder.path, 'a.bet.yaml'));
    client.deleted(folder.uriOf('a.bet.yaml'));
    const after = await askedUntil(
      () => board(late.revision),
      ({ gone }) => gone.length > 0,
    );
    assert.deepEqual(after.gone, [folder.uriOf('a.bet.yaml')]);
    assert.deepEqual(after.files, []);
  });

  it('is asked by a client that knows another server', async () => {
    assert.equal((await board(9_999)).isWhole, true);
  });

  it('moves a bet by an edit of the word alone, in what is typed and in what is closed', async () => {
    const closed = await move('b.bet.yaml', 'BET-002', 'rollingOut');
    assert.ok('edit' in closed);
    assert.equal(applyEdit(lids, folder.uriOf('b.bet.yaml'), closed.edit), lids.replace('measuring', 'rollingOut'));
    assert.equal(readFileSync(join(folder.path, 'b.bet.yaml'), 'utf8'), lids);

    const typed = `# one line more\n${cups}`;
    client.open(folder.uriOf('a.bet.yaml'), typed, 7);
    const open = await move('a.bet.yaml', 'BET-001', 'building');
    assert.ok('edit' in open);
    assert.equal(applyEdit(typed, folder.uriOf('a.bet.yaml'), open.edit), typed.replace('"shaping"', 'building'));
    assert.match(JSON.stringify(open.edit), /"version":7/);
  });

  it('works with the text on the disk though nobody has told that it changed', async () => {
    const now = `# one line more\n${lids}`;
    folder.write('b.bet.yaml', now);
    const answer = await move('b.bet.yaml', 'BET-002', 'building');
    assert.ok('edit' in answer);
    assert.equal(applyEdit(now, folder.uriOf('b.bet.yaml'), answer.edit), now.replace('measuring', 'building'));
  });

  it('moves nothing to its end that nobody has decided, nor what is gone or broken', async () => {
    assert.deepEqual(await move('b.bet.yaml', 'BET-002', 'concluded'), { refused: 'undecided' });
    for (const [file, id] of [
      ['b.bet.yaml', 'BET-009'],
      ['gone.bet.yaml', 'BET-001'],
    ] as const) {
      const answer = await move(file, id, 'building');
      assert.ok('refused' in answer && answer.refused === 'reason' && answer.reason !== '');
    }
    client.open(folder.uriOf('b.bet.yaml'), lids.replace('title: Lids', 'title: [Lids'));
    const broken = await move('b.bet.yaml', 'BET-002', 'building');
    assert.ok('refused' in broken && broken.refused === 'reason' && broken.reason.includes('read'));
  });

  it('survives questions that make no sense', async () => {
    for (const question of [{}, { uri: 7, id: {}, to: [] }, { uri: 'x:', id: 'y', to: '__proto__' }])
      assert.ok('refused' in (await client.request<MoveBetAnswer>('betwright/moveBet', question)));
    assert.equal((await client.request<BoardAnswer>('betwright/board', { since: 'x' })).isWhole, true);
  });

  it('tells what concluded bets taught', async () => {
    const text =
      'kind: bet\nid: BET-003\nstatus: concluded\nretro:\n  held: 2026-11-01\n  learnings: [It works]\n  decision: { outcome: scale, why: So }\n';
    client.open(folder.uriOf('a.bet.yaml'), text);
    const { entries, isComplete } = await askedUntil(
      () => client.request<LearningsAnswer>('betwright/learnings'),
      answer => answer.entries.length > 0,
    );
    assert.equal(isComplete, true);
    assert.deepEqual(
      entries.map(({ id, outcome, learnings }) => [id, outcome, learnings?.map(each => each.text)]),
      [['BET-003', 'scale', ['It works']]],
    );
  });

  /** What is told once something has changed since. */
  const changedBoard = (since: number): Promise<BoardAnswer> =>
    askedUntil(
      () => board(since),
      ({ files }) => files.length > 0,
    );

  /** Asks again whenever the server has told of a change, until the answer is what is waited for. */
  async function askedUntil<Answer>(ask: () => Promise<Answer>, holds: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const seen = client.changes.length;
      const answer = await ask();
      if (holds(answer)) return answer;
      await client.until('something has changed', () => client.changes.length > seen);
    }
  }
});
