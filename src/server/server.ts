import { TextDocumentSyncKind, type Connection, type InitializeResult } from 'vscode-languageserver';
import { quickFix } from './code-actions.ts';
import { completionTriggers } from './completion.ts';
import type { LoadPng } from './export-picture.ts';
import type { FileSource } from './file-source.ts';
import { fileOperations, navigationCapabilities } from './navigation.ts';
import { fixAllKind } from './quick-fixes.ts';
import { refactorKinds } from './refactor-actions.ts';
import { startSession } from './session.ts';

/**
 * Serves one client over a connection, until it says goodbye.
 * @param sourceOf where the files of a workspace folder with this URI come from
 * @param loadPng loads what turns a picture into dots, where that can run
 */
export function serve(connection: Connection, sourceOf: (folder: string) => FileSource, loadPng?: LoadPng): void {
  connection.onInitialize(params => {
    startSession(connection, params, sourceOf, loadPng);
    return offered;
  });
  connection.listen();
}

const offered: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeLensProvider: {},
    completionProvider: { triggerCharacters: [...completionTriggers] },
    codeActionProvider: { codeActionKinds: [quickFix, fixAllKind, ...refactorKinds], resolveProvider: true },
    documentSymbolProvider: { label: 'Betwright' },
    hoverProvider: true,
    inlayHintProvider: true,
    ...navigationCapabilities,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
  },
  serverInfo: { name: 'betwright' },
};
