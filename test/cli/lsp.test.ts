import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { ownerlessBet, program } from './betwright.ts';

describe('betwright lsp', () => {
  for (const args of [[], ['--stdio'], ['--stdio', '--clientProcessId', String(process.pid)]])
    it(`serves an editor: lsp ${args.join(' ')}`, async () => {
      const server = spawn(process.execPath, [program, 'lsp', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
      const ended = new Promise<number | null>(resolve => server.once('exit', resolve));
      let errors = '';
      server.stderr.on('data', (data: Buffer) => (errors += data.toString()));
      const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      const found = new Promise<PublishDiagnosticsParams>(resolve => {
        connection.onNotification('textDocument/publishDiagnostics', resolve);
      });
      connection.listen();
      const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      assert.equal(capabilities.hoverProvider, true);
      await connection.sendNotification('initialized', {});
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: 'file:///nowhere/a.bet.yaml', languageId: 'yaml', version: 1, text: ownerlessBet },
      });
      const { diagnostics } = await found;
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['bet/owner-missing'],
      );
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await ended, 0);
      assert.equal(errors, '');
      connection.dispose();
    });
});
