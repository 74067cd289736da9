import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import {
  createProtocolConnection,
  type DataCallback,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { orphanBet } from './cases.ts';
import { talk } from './client.ts';

const script = readFileSync(join(import.meta.dirname, '../../dist/server.web.js'), 'utf8');

describe('the server as a web worker', () => {
  it('needs nothing of Node: it asks the client for the files, and finds the same', async () => {
    const { port1: here, port2: there } = new MessageChannel();
    // What a worker's global scope has, and nothing else. Messages are copied, as between workers.
    const scope = {
      self: undefined as unknown,
      postMessage: (message: unknown) => {
        there.postMessage(message);
      },
      addEventListener: () => undefined,
      onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask },
      ...{ TextDecoder, TextEncoder, URL, AbortController, AbortSignal, console, performance },
    };
    scope.self = scope;
    there.on('message', data => {
      scope.onmessage?.({ data });
    });
    runInContext(script, createContext(scope));

    const connection = createProtocolConnection(readerOf(here), writerOf(here));
    const texts: Record<string, string> = { 'vscode-test-web://mount/a.bet.yaml': `\ufeff${orphanBet('BET-1')}` };
    const client = await talk(connection, {
      folders: ['vscode-test-web://mount'],
      prepare() {
        connection.onRequest('betwright/listFiles', () => Object.keys(texts));
        connection.onRequest('betwright/readFile', ({ uri }: { uri: string }) => texts[uri] ?? null);
      },
    });
    await client.untilRules('vscode-test-web://mount/a.bet.yaml', ['bet/owner-missing']);
    assert.deepEqual(client.shown('vscode-test-web://mount/a.bet.yaml')?.[0]?.range.start, { line: 0, character: 0 });
    await client.request('shutdown');
    connection.dispose();
    here.close();
    there.close();
  });
});

type Port = MessageChannel['port1'];

const never = () => ({ dispose: () => undefined });

function readerOf(port: Port): MessageReader {
  return {
    onError: never,
    onClose: never,
    onPartialMessage: never,
    listen(callback: DataCallback) {
      port.on('message', (message: Message) => {
        callback(message);
      });
      return { dispose: () => undefined };
    },
    dispose: () => undefined,
  };
}

function writerOf(port: Port): MessageWriter {
  return {
    onError: never,
    onClose: never,
    write(message) {
      port.postMessage(message);
      return Promise.resolve();
    },
    end: () => undefined,
    dispose: () => undefined,
  };
}
