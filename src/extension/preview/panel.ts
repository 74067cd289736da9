import * as vscode from 'vscode';
import type { PreviewPage } from '../../server/protocol.ts';
import {
  asFromPreview,
  type FromPreview,
  type PreviewSubject,
  type RevealMessage,
  type ToPreview,
} from '../../webview/messages.ts';
import { asRange, asUri } from '../arguments.ts';
import { coalesce } from '../coalesce.ts';
import { adopt } from '../commands/adopt.ts';
import { isKnownDocument, openDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import { plainText } from '../plain-text.ts';
import { createHighlight } from './highlight.ts';
import { previewPage } from './page.ts';
import { pageMessage, stoppedNotice } from './words.ts';

export interface PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  show(subject: PreviewSubject): void;
  subject(): PreviewSubject;
  /** Whether this file is shown, or a part of what is shown stands in it. */
  isAbout(uri: vscode.Uri): boolean;
}

interface Surroundings {
  readonly extensionUri: vscode.Uri;
  readonly server: LanguageServer;
}

/** Fills a panel with the page of a subject, and keeps it true until the panel is closed. */
export function fillPanel(
  panel: vscode.WebviewPanel,
  first: PreviewSubject,
  { extensionUri, server }: Surroundings,
): PreviewPanel {
  let subject = first;
  let shown: { readonly page: PreviewPage; readonly serial: number } | undefined;
  let serial = 0;
  let collapsed: readonly string[] | undefined;
  let closed = false;
  const highlight = createHighlight(() => panel.viewColumn);

  const tell = (message: ToPreview): void => {
    if (!closed) void panel.webview.postMessage(message);
  };
  const update = coalesce(async () => {
    const asked = subject;
    const page = await server.page({ ...asked, ...(collapsed && { collapsed }) });
    if (closed) return;
    if (page === undefined) {
      tell({ type: 'notice', notice: stoppedNotice() });
      return;
    }
    serial++;
    shown = { page, serial };
    panel.title = panelTitle(page);
    tell(pageMessage(page, asked, serial));
    tellCaret();
  });
  const isSubject = (uri: vscode.Uri): boolean => asUri(subject.uri)?.toString() === uri.toString();
  const fileOf = (uri: vscode.Uri): number => {
    const name = uri.toString();
    return shown?.page.files.findIndex(file => asUri(file.uri)?.toString() === name) ?? -1;
  };
  const isShown = (uri: vscode.Uri): boolean => isSubject(uri) || fileOf(uri) !== -1;

  /** While the page itself has the focus, no editor has: what was lit stays lit. */
  function tellCaret(): void {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const file = fileOf(editor.document.uri);
    tell({ type: 'caret', file, offset: file === -1 ? -1 : editor.document.offsetAt(editor.selection.active) });
  }

  async function reveal({ serial: meant, file, start, end, purpose }: RevealMessage): Promise<void> {
    if (shown?.serial !== meant) return;
    const { page } = shown;
    const named = page.files[file];
    const uri = asUri(named?.uri);
    if (!named || !uri || !isKnownDocument(uri)) return;
    // Of a text that was edited since, the page that is on its way knows the places. A last good page has only its own.
    const version = openDocument(uri)?.version;
    if (page.state === 'current' && named.version !== undefined && version !== named.version) return;
    await highlight[purpose](uri, start, end);
  }

  async function revealProblem(meant: number): Promise<void> {
    const problem = shown?.serial === meant ? shown.page.problem : undefined;
    const uri = asUri(shown?.page.uri);
    const range = asRange(problem?.range);
    if (!uri || !range || !isKnownDocument(uri)) return;
    const document = await vscode.workspace.openTextDocument(uri);
    await highlight.edit(uri, document.offsetAt(range.start), document.offsetAt(range.end));
  }

  async function take(message: FromPreview | undefined): Promise<void> {
    switch (message?.type) {
      case 'ready':
        collapsed = message.collapsed ?? collapsed;
        return update();
      case 'reveal':
        return reveal(message);
      case 'problem':
        return revealProblem(message.serial);
      case 'fold':
        collapsed = message.collapsed;
        return update();
      case 'adopt':
        if (shown?.serial === message.serial) await adopt(server, { uri: shown.page.uri });
        return;
      case undefined:
    }
  }

  panel.iconPath = new vscode.ThemeIcon('open-preview');
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: ['media', 'dist'].map(folder => vscode.Uri.joinPath(extensionUri, folder)),
  };
  const listeners = vscode.Disposable.from(
    highlight,
    panel.webview.onDidReceiveMessage((value: unknown) => void take(asFromPreview(value))),
    server.onDidChange(({ uris }) => {
      if (uris.some(changed => isShown(vscode.Uri.parse(changed)))) void update();
    }),
    server.onDidChangeState(state => {
      if (state === 'running') void update();
      if (state === 'stopped') tell({ type: 'notice', notice: stoppedNotice() });
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isShown(document.uri)) void update();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
      if (!isShown(document.uri)) return;
      tellCaret();
      if (!isSubject(document.uri)) return;
      // Of several bets in a file, the one with the caret is shown.
      subject = { uri: subject.uri, offset: document.offsetAt(selection.active) };
      void update();
    }),
  );
  panel.onDidDispose(() => {
    closed = true;
    listeners.dispose();
  });
  // Last: the page speaks as soon as it is there.
  panel.webview.html = previewPage(panel.webview, extensionUri);

  return {
    panel,
    show(next) {
      subject = next;
      void update();
    },
    subject: () => subject,
    isAbout: isShown,
  };
}

function panelTitle({ title }: PreviewPage): string {
  const name = plainText(title);
  return name === '' ? vscode.l10n.t('Preview') : vscode.l10n.t('Preview: {0}', name);
}
