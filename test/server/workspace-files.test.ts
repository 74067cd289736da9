import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { orphanBet, soundBet } from './cases.ts';
import { createFolder, startClient, usualCapabilities, type TestClient, type TestFolder } from './client.ts';

/** A pipe that nobody writes to: who opens it waits for ever. */
const makePipe = 'mkfifo';

interface TreeAnswer {
  readonly groups: readonly { readonly bets: readonly { readonly id: string }[] }[];
}

describe('files of the workspace', () => {
  let client: TestClient;
  let folder: TestFolder;
  const ids = async (): Promise<readonly string[]> => {
    const { groups } = await client.request<TreeAnswer>('betwright/tree');
    return groups.flatMap(({ bets }) => bets.map(({ id }) => id)).sort();
  };
  const start = async (): Promise<void> => {
    client = await startClient({ folders: [folder.uri] });
    await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
  };
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('are found without being opened, in folders below too, and not where tools keep theirs', async () => {
    folder = createFolder({
      'a.bet.yaml': orphanBet('BET-1'),
      'below/deep/b.bet.yml': orphanBet('BET-2'),
      'below/c.md': `---\nkind: bet\n${orphanBet('BET-3')}---\n# Text\n`,
      'any.yaml': `kind: bet\n${orphanBet('BET-4')}`,
      'foreign.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
      'node_modules/x/d.bet.yaml': orphanBet('BET-5'),
      'below/dist/e.bet.yaml': orphanBet('BET-6'),
      '.git/f.bet.yaml': orphanBet('BET-7'),
      'notes.txt': orphanBet('BET-8'),
    });
    await start();
    assert.deepEqual(await ids(), ['BET-1', 'BET-2', 'BET-3', 'BET-4']);
    for (const name of ['a.bet.yaml', 'below/deep/b.bet.yml', 'below/c.md', 'any.yaml'])
      assert.deepEqual(client.rules(folder.uriOf(name)), ['bet/owner-missing'], name);
    assert.equal(client.published.length, 4);
    assert.ok(client.registered.includes('workspace/didChangeWatchedFiles'));
  });

  it('have the address that VS Code gives them, whatever they are called', async () => {
    folder = createFolder({}, 'my größe #1 (100%)');
    folder.write('a b ü#100%.bet.yaml', orphanBet('BET-1'));
    await start();
    const [shown] = client.published;
    assert.ok(shown);
    assert.ok(
      shown.uri.endsWith('/my%20gr%C3%B6%C3%9Fe%20%231%20%28100%25%29/a%20b%20%C3%BC%23100%25.bet.yaml'),
      shown.uri,
    );
    // Opened under that address it is the same file: no id is given twice.
    client.open(shown.uri, soundBet('BET-1'));
    await client.untilRules(shown.uri, []);
  });

  it('that come, change and go are followed', async () => {
    folder = createFolder({ 'a.bet.yaml': soundBet('BET-1') });
    await start();
    const [a, b] = [folder.uriOf('a.bet.yaml'), folder.uriOf('b.bet.yaml')];
    folder.write('b.bet.yaml', orphanBet('BET-1'));
    client.created(b);
    await client.untilRules(b, ['bet/owner-missing', 'reference/duplicate']);
    await client.untilRules(a, ['reference/duplicate']);
    folder.write('b.bet.yaml', soundBet('BET-2'));
    client.changed(b);
    await client.untilRules(b, []);
    await client.untilRules(a, []);
    folder.write('b.bet.yaml', orphanBet('BET-2'));
    client.changed(b);
    await client.untilRules(b, ['bet/owner-missing']);
    rmSync(join(folder.path, 'b.bet.yaml'));
    client.deleted(b);
    await client.untilRules(b, []);
    await client.until('the tree has changed', () => client.changes.at(-1)?.tree === true);
    assert.deepEqual(await ids(), ['BET-1']);
  });

  it('are forgotten with their folder, and found with a folder that comes', async () => {
    folder = createFolder({ 'old/a.bet.yaml': orphanBet('BET-1'), 'old/deep/b.bet.yaml': orphanBet('BET-2') });
    await start();
    renameSync(join(folder.path, 'old'), join(folder.path, 'new'));
    client.deleted(folder.uriOf('old'));
    client.created(folder.uriOf('new'));
    for (const name of ['a.bet.yaml', 'deep/b.bet.yaml']) {
      await client.untilRules(folder.uriOf(`old/${name}`), []);
      await client.untilRules(folder.uriOf(`new/${name}`), ['bet/owner-missing']);
    }
  });

  it('count as they are in the editor until they are closed there', async () => {
    folder = createFolder({ 'a.bet.yaml': soundBet('BET-1') });
    await start();
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, orphanBet('BET-1'));
    await client.untilRules(uri, ['bet/owner-missing']);
    folder.write('a.bet.yaml', soundBet('BET-9'));
    folder.write('b.bet.yaml', orphanBet('BET-2'));
    client.changed(uri);
    client.created(folder.uriOf('b.bet.yaml'));
    await client.untilRules(folder.uriOf('b.bet.yaml'), ['bet/owner-missing']);
    assert.deepEqual(client.rules(uri), ['bet/owner-missing'], 'the buffer wins');
    assert.deepEqual(await ids(), ['BET-1', 'BET-2']);
    client.close(uri);
    await client.untilRules(uri, []);
    assert.deepEqual(await ids(), ['BET-2', 'BET-9']);
  });

  it('that are deleted while they are open and dirty go when they are closed', async () => {
    folder = createFolder({ 'a.bet.yaml': soundBet('BET-1') });
    await start();
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, orphanBet('BET-1'));
    await client.untilRules(uri, ['bet/owner-missing']);
    rmSync(join(folder.path, 'a.bet.yaml'));
    client.deleted(uri);
    client.change(uri, 2, { text: orphanBet('BET-1', 'ownr: x\n') });
    await client.untilRules(uri, ['bet/owner-missing', 'document/unknown-field']);
    client.close(uri);
    await client.untilRules(uri, []);
    assert.deepEqual(await ids(), []);
  });

  it('behind links are not read, and a circle of links ends', async () => {
    const outside = createFolder({ 'secret.bet.yaml': orphanBet('SECRET-OUTSIDE') });
    folder = createFolder({ 'a.bet.yaml': orphanBet('BET-1') });
    symlinkSync('..', join(folder.path, 'loop'));
    symlinkSync(outside.path, join(folder.path, 'escape'));
    symlinkSync(join(outside.path, 'secret.bet.yaml'), join(folder.path, 'escape.bet.yaml'));
    symlinkSync('a.bet.yaml', join(folder.path, 'twin.bet.yaml'));
    try {
      await start();
      client.created(folder.uriOf('escape'), folder.uriOf('loop'));
      client.created(folder.uriOf('escape.bet.yaml'), folder.uriOf('escape/secret.bet.yaml'));
      client.created(`${folder.uri}/../${outside.path.split('/').at(-2) ?? ''}/workspace/secret.bet.yaml`);
      folder.write('b.bet.yaml', orphanBet('BET-2'));
      client.created(folder.uriOf('b.bet.yaml'));
      await client.untilRules(folder.uriOf('b.bet.yaml'), ['bet/owner-missing']);
      assert.deepEqual(await ids(), ['BET-1', 'BET-2']);
      assert.ok(!JSON.stringify([client.published, client.changes, client.logs]).includes('SECRET-OUTSIDE'));
      const fix = {
        uri: outside.uriOf('secret.bet.yaml'),
        rule: 'bet/owner-missing',
        position: { line: 0, character: 0 },
      };
      assert.equal(await client.request('betwright/fix', fix), null);
    } finally {
      outside.remove();
    }
  });

  it('that are no regular files, too large or unreadable stop nothing', async () => {
    folder = createFolder({
      'a.bet.yaml': orphanBet('BET-1'),
      'large.bet.yaml': 'id: BET-2\n',
      'large.yaml': 'a: 1\n',
    });
    for (const name of ['large.bet.yaml', 'large.yaml']) truncateSync(join(folder.path, name), 9_000_000_000);
    mkdirSync(join(folder.path, 'folder.bet.yaml'));
    if (process.platform !== 'win32') execFileSync(makePipe, [join(folder.path, 'pipe.bet.yaml')]);
    await start();
    client.changed(folder.uriOf('pipe.bet.yaml'), folder.uriOf('folder.bet.yaml'), folder.uriOf('%E0%A4%A.bet.yaml'));
    folder.write('late.bet.yaml', orphanBet('BET-3'));
    client.created(folder.uriOf('late.bet.yaml'));
    await client.untilRules(folder.uriOf('late.bet.yaml'), ['bet/owner-missing']);
    await client.untilRules(folder.uriOf('a.bet.yaml'), ['bet/owner-missing']);
    await client.untilRules(folder.uriOf('large.bet.yaml'), ['document/syntax']);
    assert.deepEqual(client.shown(folder.uriOf('large.bet.yaml'))?.[0]?.range.start, { line: 0, character: 0 });
    assert.equal(client.rules(folder.uriOf('large.yaml')), undefined);
  });

  it('in a storm of 5,000 events are read to their last state, while typing goes on', async () => {
    const count = 5000;
    const name = (index: number): string => `bets/${String(index)}.bet.yaml`;
    folder = createFolder(
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [name(i), soundBet(`BET-${String(i)}`)])),
    );
    await start();
    const open = folder.uriOf('open.bet.yaml');
    client.open(open, soundBet('OPEN-1'));
    await client.untilRules(open, []);
    for (let i = 0; i < 200; i++)
      folder.write(name(i), i % 10 === 0 ? orphanBet(`BET-${String(i)}`) : soundBet(`BET-${String(i)}`));
    for (let i = 100; i < 120; i++) rmSync(join(folder.path, name(i)));
    const uris = Array.from({ length: count }, (_, i) => folder.uriOf(name(i % 200)));
    const before = client.published.length;
    client.changed(...uris);
    client.deleted(...Array.from({ length: 20 }, (_, i) => folder.uriOf(name(i + 100))));
    client.change(open, 2, { text: orphanBet('OPEN-1') });
    await client.until('what is typed is shown', () => client.version(open) === 2);
    const during = client.published.length;
    await client.untilRules(folder.uriOf(name(190)), ['bet/owner-missing']);
    await client.until('all is known', () => client.published.length - before >= 1 + 18);
    assert.deepEqual((await ids()).length, 181);
    assert.ok(during - before <= 3, 'what is typed is not held up by the storm');
    assert.equal(client.published.length - before, 1 + 18, 'one message a file that has something to show');
  });

  it('of several folders are each read once, and forgotten when their folder leaves the workspace', async () => {
    folder = createFolder({ 'a.bet.yaml': orphanBet('BET-1'), 'inner/b.bet.yaml': orphanBet('BET-2') });
    const other = createFolder({ 'c.bet.yaml': orphanBet('BET-3') });
    try {
      client = await startClient({ folders: [folder.uri, `${folder.uri}/inner`, `${folder.uri}/missing`] });
      await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
      assert.deepEqual(await ids(), ['BET-1', 'BET-2']);
      const event = { added: [{ uri: other.uri, name: 'x' }], removed: [{ uri: folder.uri, name: 'y' }] };
      void client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await client.untilRules(other.uriOf('c.bet.yaml'), ['bet/owner-missing']);
      await client.untilRules(folder.uriOf('a.bet.yaml'), []);
      assert.deepEqual(await ids(), ['BET-2', 'BET-3']);
    } finally {
      other.remove();
    }
  });

  it('on no disk are listed and read by the client', async () => {
    folder = createFolder();
    const root = 'vscode-vfs://github/team/plans';
    const texts: Record<string, string | null> = {
      [`${root}/a.bet.yaml`]: orphanBet('BET-1'),
      [`${root}/gone.bet.yaml`]: null,
      [`${root}/node_modules/b.bet.yaml`]: orphanBet('BET-2'),
      ['vscode-vfs://github/others/c.bet.yaml']: orphanBet('BET-3'),
    };
    client = await startClient({
      folders: [root],
      capabilities: usualCapabilities,
      prepare(connection) {
        connection.onRequest('betwright/listFiles', ({ folder: asked }: { folder: string }) => {
          assert.equal(asked, root);
          return [...Object.keys(texts), 7];
        });
        connection.onRequest('betwright/readFile', ({ uri }: { uri: string }) => texts[uri] ?? null);
      },
    });
    const uri = `${root}/a.bet.yaml`;
    await client.untilRules(uri, ['bet/owner-missing']);
    assert.deepEqual(await ids(), ['BET-1']);
    texts[uri] = soundBet('BET-1');
    client.changed(uri);
    await client.untilRules(uri, []);
  });

  it('that take long to read are seen to be read, and meanwhile what is typed is judged', async () => {
    folder = createFolder();
    const root = 'vscode-vfs://slow/plans';
    const uri = `${root}/a.bet.yaml`;
    const progress: string[] = [];
    let release: (text: string) => void = () => undefined;
    const slowText = new Promise<string>(resolve => (release = resolve));
    client = await startClient({
      folders: [root],
      capabilities: { ...usualCapabilities, window: { workDoneProgress: true } },
      prepare(connection) {
        connection.onRequest('betwright/listFiles', () => [uri]);
        connection.onRequest('betwright/readFile', () => slowText);
        connection.onRequest('window/workDoneProgress/create', () => null);
        connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
          progress.push(value.kind);
          if (value.kind === 'begin') release(orphanBet('BET-1'));
        });
      },
    });
    const typed = folder.uriOf('b.bet.yaml');
    client.open(typed, soundBet('BET-2', 'ownr: x\niteration: { number: 2, of: BET-1 }\n'));
    await client.untilRules(typed, ['document/unknown-field']);
    await client.untilRules(uri, ['bet/owner-missing']);
    assert.deepEqual([progress[0], progress.at(-1)], ['begin', 'end']);
    assert.ok(
      !client.published.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'reference/unknown')),
    );
  });
});
