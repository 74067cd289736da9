import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, connectionOf, type Connection, type Surroundings } from './connection.ts';

/** The language server as a process of its own, so that no other extension ever waits for it. */
export function openConnection(surroundings: Surroundings): Connection {
  const module = vscode.Uri.joinPath(surroundings.extensionUri, 'dist', 'server.node.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('betwright', 'Betwright', { run, debug }, clientOptions(surroundings));
  return connectionOf(client, surroundings.output);
}
