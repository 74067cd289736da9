import assert from 'node:assert/strict';
import { createFolder, startClient } from './client.ts';
import { soundBet } from './cases.ts';

describe('the process of the server', () => {
  it('ends with the goodbye of its client, timers and all', async () => {
    const client = await startClient();
    client.open('file:///a.bet.yaml', soundBet('BET-1'));
    await client.untilRules('file:///a.bet.yaml', []);
    assert.equal(await client.stop(), 0);
    assert.ok(client.server.exitCode === 0 && client.server.pid !== undefined);
  });

  it('ends in the middle of reading a workspace', async () => {
    const files = Array.from(
      { length: 400 },
      (_, i) => [`${String(i)}.bet.yaml`, soundBet(`BET-${String(i)}`)] as const,
    );
    const folder = createFolder(Object.fromEntries(files));
    const client = await startClient({ folders: [folder.uri] });
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('ends while it waits for a file that never comes', async () => {
    let onAsked: () => void = () => undefined;
    const asked = new Promise<void>(resolve => (onAsked = resolve));
    const client = await startClient({
      folders: ['vscode-vfs://slow/plans'],
      prepare(connection) {
        connection.onRequest('betwright/listFiles', () => ['vscode-vfs://slow/plans/a.bet.yaml']);
        connection.onRequest('betwright/readFile', () => {
          onAsked();
          return new Promise(() => undefined);
        });
      },
    });
    client.open('file:///a.bet.yaml', soundBet('BET-1'));
    await client.untilRules('file:///a.bet.yaml', []);
    await asked;
    assert.equal(await client.stop(), 0);
  });

  it('ends when its client is gone without a word', async () => {
    const client = await startClient();
    const exit = new Promise<number | null>(resolve => client.server.once('exit', resolve));
    client.server.stdin?.end();
    assert.equal(await exit, 1);
    client.connection.dispose();
  });

  it('serves a client without any abilities and without a folder', async () => {
    const client = await startClient({ capabilities: {} });
    client.open('untitled:/BET-1.bet.yaml', soundBet('BET-1'));
    await client.untilRules('untitled:/BET-1.bet.yaml', []);
    assert.deepEqual(client.registered, []);
    assert.equal(await client.stop(), 0);
  });
});
