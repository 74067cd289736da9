import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { root } from '../../../scripts/lib/paths.mjs';
import { lineStartsOf, positionAt } from '../../../src/core/text/lines.ts';
import { timesOf } from '../measure.ts';
import type { Bench, Row } from '../part.ts';
import { longestBets } from '../parts/keystroke.ts';
import { typing } from '../typing.ts';
import type { InstalledPeers } from './install.ts';

/** A letter more or less in a YAML bet, until the general YAML language server has told what it finds by our schema. */
export async function languageServerRows(peers: InstalledPeers, bench: Bench): Promise<readonly Row[]> {
  const script = peers.file('yaml-language-server', 'bin/yaml-language-server');
  const [bet] = longestBets();
  if (script === undefined || bet === undefined) return [];
  const server = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const reader = new StreamMessageReader(server.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
  try {
    const samples = await typeInto(connection, bet[1], bench.runs(30));
    return [{ what: 'yaml-language-server, a keystroke until it is judged', times: timesOf(samples) }];
  } finally {
    connection.dispose();
    server.kill();
  }
}

const uri = 'file:///bench/a.bet.yaml';

async function typeInto(connection: ProtocolConnection, text: string, runs: number): Promise<readonly number[]> {
  const schema = pathToFileURL(join(root, 'schemas/bet.schema.json')).href;
  const settings = { yaml: { schemas: { [schema]: '*.bet.yaml' }, validate: true } };
  let told: () => void = () => undefined;
  connection.onNotification('textDocument/publishDiagnostics', () => told());
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings.yaml : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });

  const next = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('yaml-language-server says nothing')), 20_000);
      told = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const opened = next();
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await opened;
  const samples: number[] = [];
  const strokes = typing(text);
  let before = text;
  for (let run = 0; run < runs + 3; run++) {
    const { text: after, offset, removed, typed } = strokes.next().value;
    const lines = lineStartsOf(before);
    const range = { start: positionAt(lines, offset), end: positionAt(lines, offset + removed) };
    const start = performance.now();
    const judged = next();
    const change = { textDocument: { uri, version: run + 2 }, contentChanges: [{ range, text: typed }] };
    await connection.sendNotification('textDocument/didChange', change);
    await judged;
    if (run >= 3) samples.push(performance.now() - start);
    before = after;
  }
  return samples;
}
