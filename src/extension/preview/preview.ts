import * as vscode from 'vscode';
import { asSubject, type PreviewSubject } from '../../webview/messages.ts';
import { asUri, isRecord } from '../arguments.ts';
import { isKnownDocument, isNamedAsOurs } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import { fillPanel, type PreviewPanel } from './panel.ts';

export const viewType = 'betwright.preview';

export interface Preview {
  /** Shows the page of what was named, else of the active editor, beside it. */
  open(argument: unknown): Promise<void>;
  dispose(): void;
}

/** One preview that follows the editor, as a reader does. */
export function registerPreview(extensionUri: vscode.Uri, server: LanguageServer): Preview {
  let current: PreviewPanel | undefined;

  function adopt(panel: vscode.WebviewPanel, subject: PreviewSubject): void {
    const adopted = fillPanel(panel, subject, { extensionUri, server });
    current = adopted;
    panel.onDidDispose(() => {
      if (current === adopted) current = undefined;
    });
  }

  async function open(argument: unknown): Promise<void> {
    const subject = subjectFor(argument);
    if (subject === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a bet, or something that belongs to one, first.'));
      return;
    }
    if (current) {
      current.show(subject);
      current.panel.reveal(undefined, true);
      return;
    }
    const title = vscode.l10n.t('Preview');
    // From the tree the file may not be open: the page alone would have nothing to lie beside.
    if (!vscode.window.activeTextEditor)
      await vscode.window.showTextDocument(vscode.Uri.parse(subject.uri), { preview: true });
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    adopt(vscode.window.createWebviewPanel(viewType, title, place), subject);
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel(panel, state: unknown) {
      const subject = isRecord(state) ? asSubject(state['subject']) : undefined;
      const uri = asUri(subject?.uri);
      if (subject && uri && isKnownDocument(uri) && !current) adopt(panel, subject);
      else panel.dispose();
      return Promise.resolve();
    },
  });
  const following = vscode.window.onDidChangeActiveTextEditor(editor => {
    const subject = subjectOfEditor(editor);
    // A part of a bet may stand in another file: who goes there from the page wants to keep the page.
    if (current && subject && editor && isNamedAsOurs(editor.document.uri) && !current.isAbout(editor.document.uri)) {
      current.show(subject);
    }
  });

  return {
    open,
    dispose() {
      vscode.Disposable.from(serializer, following).dispose();
      current?.panel.dispose();
    },
  };
}

/** What the tree or a menu hands over, else what stands in the active editor. */
export function subjectFor(argument: unknown): PreviewSubject | undefined {
  return subjectOf(argument) ?? subjectOfEditor(vscode.window.activeTextEditor);
}

/** What the tree or a menu hands over: a bet, or the file that was clicked. */
function subjectOf(argument: unknown): PreviewSubject | undefined {
  if (argument instanceof vscode.Uri) {
    return isKnownDocument(argument) ? subjectIn(argument) : undefined;
  }
  const bet = isRecord(argument) ? argument['bet'] : undefined;
  const uri = isRecord(bet) ? asUri(bet['uri']) : undefined;
  return uri && isKnownDocument(uri) ? { uri: uri.toString() } : undefined;
}

function subjectIn(uri: vscode.Uri): PreviewSubject {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return subjectOfEditor(editor) ?? { uri: uri.toString() };
}

function subjectOfEditor(editor: vscode.TextEditor | undefined): PreviewSubject | undefined {
  if (!editor || (!['yaml', 'markdown'].includes(editor.document.languageId) && !isNamedAsOurs(editor.document.uri)))
    return undefined;
  return { uri: editor.document.uri.toString(), offset: editor.document.offsetAt(editor.selection.active) };
}
