import * as vscode from 'vscode';
import {
  CloseAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type WorkspaceEdit,
} from 'vscode-languageclient';
import { changedNotification, listFilesRequest, readFileRequest, type Changed } from '../server/protocol.ts';
import { documentSelector } from './documents.ts';
import { initializationOptions, onDidChangeSettings } from './settings.ts';
import type { ServerState } from './language-server.ts';
import { listFiles, readFile } from './workspace-files.ts';

export interface Surroundings {
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
}

/** The way to a language server, whatever it runs in. */
export interface Connection {
  start(): Promise<void>;
  /** @throws where the server is not there, or fails to answer */
  ask<Answer>(method: string, question?: object): Promise<Answer>;
  asWorkspaceEdit(edit: object): Promise<vscode.WorkspaceEdit>;
  onState(listener: (state: ServerState) => void): void;
  onChanged(listener: (what: Changed) => void): void;
  dispose(): Promise<void>;
}

/** Options that do not depend on what the server runs in. */
export function clientOptions({ extensionUri, output }: Surroundings): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'betwright',
    // Hovers quote what strangers wrote: no command, no markup, no icon of theirs.
    markdown: { isTrusted: false, supportHtml: false, supportThemeIcons: false },
    initializationOptions: () => initializationOptions(extensionUri),
  };
}

export function connectionOf(client: BaseLanguageClient, output: vscode.LogOutputChannel): Connection {
  const disposables: { dispose(): unknown }[] = [];
  restartQuietly(client, output);
  disposables.push(
    client.onRequest(listFilesRequest, listFiles),
    client.onRequest(readFileRequest, readFile),
    onDidChangeSettings(settings => {
      if (client.isRunning()) void client.sendNotification('workspace/didChangeConfiguration', { settings });
    }),
  );
  return {
    async start() {
      try {
        await client.start();
      } catch {
        // The client has told the user, with a way to the output.
      }
    },
    ask: (method, question) => client.sendRequest(method, question),
    asWorkspaceEdit: edit => client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit),
    onState: listener =>
      void disposables.push(
        client.onDidChangeState(({ newState }) => {
          listener(stateOf(newState));
        }),
      ),
    onChanged: listener => void disposables.push(client.onNotification(changedNotification, listener)),
    async dispose() {
      for (const disposable of disposables) disposable.dispose();
      await client.dispose();
    },
  };
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}

/** Restarts as often as the library thinks right and without a word; when it gives up, the user hears it in words that help. */
function restartQuietly(client: BaseLanguageClient, output: vscode.LogOutputChannel): void {
  const usual = client.createDefaultErrorHandler();
  client.clientOptions.errorHandler = {
    error: (...facts) => usual.error(...facts),
    async closed() {
      const verdict = await usual.closed();
      if (verdict.action === CloseAction.DoNotRestart) void sayStopped(client, output);
      return { ...verdict, handled: true };
    },
  };
}

async function sayStopped(client: BaseLanguageClient, output: vscode.LogOutputChannel): Promise<void> {
  const show = vscode.l10n.t('Show Output');
  const restart = vscode.l10n.t('Start Again');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The language server of Betwright has stopped several times. Bets are not checked until it runs again.',
    ),
    show,
    restart,
  );
  if (chosen === show) output.show();
  if (chosen === restart) await client.start().catch(() => undefined);
}
