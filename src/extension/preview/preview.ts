import * as vscode from 'vscode';
import { asSubject, type PreviewSubject } from '../../webview/messages.ts';
import { asUri, isRecord } from '../arguments.ts';
import { isKnownDocument, isNamedAsOurs } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import { fillPanel, type PreviewPanel } from './panel.ts';
import { subjectFor, subjectOfEditor } from './subject.ts';

export const viewType = 'betwright.preview';

export interface Preview {
  /** Shows the page of what was named, else of the active editor, beside it. */
  open(argument: unknown): Promise<void>;
  /** Whose page is shown, if one is. */
  subject(): PreviewSubject | undefined;
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
    subject: () => current?.subject(),
    dispose() {
      vscode.Disposable.from(serializer, following).dispose();
      current?.panel.dispose();
    },
  };
}
