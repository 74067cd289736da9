import * as vscode from 'vscode';
import type { HierarchyPicture } from '../../server/protocol.ts';
import {
  asFromPreview,
  type AdoptMessage,
  type PreviewSubject,
  type RevealMessage,
  type ToPreview,
} from '../../webview/messages.ts';
import { asUri } from '../arguments.ts';
import { coalesce } from '../coalesce.ts';
import { adopt } from '../commands/adopt.ts';
import { showPlace } from '../commands/reveal.ts';
import { isKnownDocument } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import { plainText } from '../plain-text.ts';
import { previewPage } from './page.ts';
import { pictureMessage, stoppedNotice } from './words.ts';

export interface PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  show(subject: PreviewSubject): void;
  /** Whether this file is shown, or holds the metrics that are shown. */
  isAbout(uri: vscode.Uri): boolean;
}

interface Surroundings {
  readonly extensionUri: vscode.Uri;
  readonly server: LanguageServer;
}

/** Fills a panel with the picture of a subject's metrics, and keeps it true until the panel is closed. */
export function fillPanel(
  panel: vscode.WebviewPanel,
  first: PreviewSubject,
  { extensionUri, server }: Surroundings,
): PreviewPanel {
  let subject = first;
  let shown: { readonly picture: HierarchyPicture; readonly serial: number } | undefined;
  let serial = 0;
  let closed = false;

  const tell = (message: ToPreview): void => {
    if (!closed) void panel.webview.postMessage(message);
  };
  const update = coalesce(async () => {
    const asked = subject;
    const picture = await server.hierarchy(asked);
    if (closed) return;
    if (picture === undefined) {
      tell({ type: 'notice', notice: stoppedNotice() });
      return;
    }
    serial++;
    shown = { picture, serial };
    panel.title = panelTitle(picture);
    tell(pictureMessage(picture, asked, serial));
    tellCaret();
  });
  const isShown = (uri: vscode.Uri): boolean => {
    const name = uri.toString();
    return [subject.uri, shown?.picture.uri].some(known => known !== undefined && asUri(known)?.toString() === name);
  };

  function tellCaret(): void {
    const editor = vscode.window.activeTextEditor;
    const here = editor && shown && asUri(shown.picture.uri)?.toString() === editor.document.uri.toString();
    tell({ type: 'caret', offset: here ? editor.document.offsetAt(editor.selection.active) : -1 });
  }

  async function reveal({ serial: meant, start, end }: RevealMessage): Promise<void> {
    const uri = asUri(shown?.picture.uri);
    if (!uri || shown?.serial !== meant || !isKnownDocument(uri)) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    await showPlace(uri, range, { viewColumn: columnBeside(panel, uri) });
  }

  async function adoptShown({ serial: meant }: AdoptMessage): Promise<void> {
    if (shown?.serial === meant) await adopt(server, { uri: shown.picture.uri });
  }

  panel.iconPath = new vscode.ThemeIcon('type-hierarchy');
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: ['media', 'dist'].map(folder => vscode.Uri.joinPath(extensionUri, folder)),
  };
  const listeners = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = asFromPreview(value);
      if (message?.type === 'ready') void update();
      if (message?.type === 'reveal') void reveal(message);
      if (message?.type === 'adopt') void adoptShown(message);
    }),
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
      if (document.uri.toString() !== asUri(subject.uri)?.toString()) return;
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
    isAbout: isShown,
  };
}

function panelTitle({ title, recognised }: HierarchyPicture): string {
  const name = plainText(title);
  if (recognised && name !== '') return vscode.l10n.t('Preview: {0}', name);
  return name === '' ? vscode.l10n.t('Metrics Hierarchy') : vscode.l10n.t('Metrics: {0}', name);
}

/** Where the file is visible already, else the first column that is not the preview's own. */
function columnBeside(panel: vscode.WebviewPanel, uri: vscode.Uri): vscode.ViewColumn {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (editor?.viewColumn !== undefined) return editor.viewColumn;
  return panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
