import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  createProtocolConnection,
  FileChangeType,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Changed, ClientSettings } from '../../src/server/protocol.ts';

const serverScript = join(import.meta.dirname, '../../dist/server.node.js');

/** A folder of its own for one test, with these files in it. */
export interface TestFolder {
  readonly path: string;
  readonly uri: string;
  /** The URI of a file in it, as VS Code spells it. */
  uriOf(name: string): string;
  write(name: string, text: string | Uint8Array): void;
  remove(): void;
}

export function createFolder(files: Readonly<Record<string, string>> = {}, name = 'workspace'): TestFolder {
  const home = mkdtempSync(join(tmpdir(), 'betwright-'));
  const path = join(home, name);
  mkdirSync(path);
  const folder: TestFolder = {
    path,
    uri: URI.file(path).toString(),
    uriOf: file => URI.file(join(path, file)).toString(),
    write(file, text) {
      const target = join(path, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    },
    remove() {
      rmSync(home, { recursive: true, force: true });
    },
  };
  for (const [file, text] of Object.entries(files)) folder.write(file, text);
  return folder;
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly settings?: ClientSettings | Readonly<Record<string, unknown>>;
  readonly rulePages?: string;
  readonly capabilities?: ClientCapabilities;
  /** Hooks in before the server is initialized, to answer what it may ask. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** A client of the language server, and everything that the server has told it. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly server: ChildProcess;
  readonly published: readonly PublishDiagnosticsParams[];
  readonly changes: readonly Changed[];
  readonly logs: readonly string[];
  readonly registered: readonly string[];
  /** Waits until something holds; looks again whenever the server says something. */
  until(what: string, holds: () => boolean): Promise<void>;
  open(uri: string, text: string, version?: number): void;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  created(...uris: string[]): void;
  changed(...uris: string[]): void;
  deleted(...uris: string[]): void;
  /** What is shown of a file; undefined until the server has said something about it. */
  shown(uri: string): readonly Diagnostic[] | undefined;
  rules(uri: string): readonly string[] | undefined;
  version(uri: string): number | undefined;
  /** Waits until these and no other rules speak of a file. */
  untilRules(uri: string, rules: readonly string[]): Promise<void>;
  request<Answer>(method: string, question?: object): Promise<Answer>;
  /** Says goodbye; resolves with the exit code when the process has gone. */
  stop(): Promise<number | null>;
}

const patience = 15_000;

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const server = spawn(process.execPath, [serverScript, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>(resolve => server.once('exit', resolve));
  let errors = '';
  server.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const watch = await talk(connection, options, () => errors);
  return {
    ...watch,
    server,
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await exit;
      connection.dispose();
      assert.equal(errors, '', 'the server writes nothing where nobody reads');
      return code;
    },
  };
}

/** The client's half of a conversation, whatever carries it. */
export async function talk(
  connection: ProtocolConnection,
  options: ClientOptions,
  errors: () => string = () => '',
): Promise<Omit<TestClient, 'server' | 'stop'>> {
  const published: PublishDiagnosticsParams[] = [];
  const changes: Changed[] = [];
  const logs: string[] = [];
  const registered: string[] = [];
  const latest = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  const lookAgain = (): void => {
    for (const look of waiting) look();
  };

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    latest.set(params.uri, params);
    lookAgain();
  });
  connection.onNotification('betwright/changed', (params: Changed) => {
    changes.push(params);
    lookAgain();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logs.push(message);
    lookAgain();
  });
  connection.onRequest(
    'client/registerCapability',
    ({ registrations }: { registrations: { method: string; registerOptions?: unknown }[] }) => {
      registered.push(...registrations.map(({ method }) => method));
      lookAgain();
    },
  );
  options.prepare?.(connection);
  connection.listen();

  const client = {
    connection,
    published,
    changes,
    logs,
    registered,
    until(what: string, holds: () => boolean): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(
              `waited in vain until ${what}; last: ${JSON.stringify(published.slice(-3))} log: ${logs.join(' | ')} ${errors()}`,
            ),
          );
        }, patience);
        const look = (): void => {
          if (!holds()) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    open(uri: string, text: string, version = 1) {
      const languageId = uri.endsWith('.md') ? 'markdown' : 'yaml';
      send('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    },
    change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]) {
      send('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close(uri: string) {
      send('textDocument/didClose', { textDocument: { uri } });
    },
    created: (...uris: string[]) => {
      tellOfFiles(uris, FileChangeType.Created);
    },
    changed: (...uris: string[]) => {
      tellOfFiles(uris, FileChangeType.Changed);
    },
    deleted: (...uris: string[]) => {
      tellOfFiles(uris, FileChangeType.Deleted);
    },
    shown: (uri: string) => latest.get(uri)?.diagnostics,
    rules: (uri: string) => latest.get(uri)?.diagnostics.map(({ code }) => String(code)),
    version: (uri: string) => latest.get(uri)?.version,
    untilRules(uri: string, rules: readonly string[]): Promise<void> {
      const wanted = [...rules].sort().join();
      return client.until(`${uri} has the findings ${wanted}`, () => {
        return client.rules(uri) !== undefined && [...(client.rules(uri) ?? [])].sort().join() === wanted;
      });
    },
    request: <Answer>(method: string, question?: object): Promise<Answer> => connection.sendRequest(method, question),
  };

  function send(method: string, params: object): void {
    void connection.sendNotification(method, params);
  }

  function tellOfFiles(uris: readonly string[], type: FileChangeType): void {
    send('workspace/didChangeWatchedFiles', { changes: uris.map(uri => ({ uri, type })) });
  }

  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? usualCapabilities,
    workspaceFolders: options.folders?.map(uri => ({ uri, name: 'folder' })) ?? null,
    initializationOptions: {
      settings: { today: '2026-11-22', ...options.settings },
      ...(options.rulePages !== undefined && { rulePages: options.rulePages }),
    },
  });
  await connection.sendNotification('initialized', {});
  return client;
}

export const usualCapabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** The text after an edit by the server, applied as an editor does: all at once, from behind. */
export function applyEdit(text: string, uri: string, edit: WorkspaceEdit): string {
  const [change] = edit.documentChanges ?? [];
  assert.ok(change && 'edits' in change && change.textDocument.uri === uri, 'an edit of this document');
  const edits = change.edits as TextEdit[];
  const offset = ({ line, character }: { line: number; character: number }): number => {
    const lines = text.split('\n');
    return lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  };
  return edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
}
