import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions, connectionOf, type Connection, type Surroundings } from './connection.ts';

/** The language server as a web worker beside the one in which extensions run. */
export function openConnection(surroundings: Surroundings): Connection {
  const script = vscode.Uri.joinPath(surroundings.extensionUri, 'dist', 'server.web.js');
  // Not the worker itself: the client would ask whether it is a `Worker`, and those that VS Code makes say no.
  const startWorker = async (): Promise<MessageTransports> => {
    const worker = new Worker(await addressOf(script));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient('betwright', 'Betwright', startWorker, clientOptions(surroundings));
  return connectionOf(client, surroundings.output);
}

/** VS Code can't start a worker from a script on a remote computer; there the script is fetched first. */
async function addressOf(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = await vscode.workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
