import * as vscode from 'vscode';
import { showPlace } from '../commands/reveal.ts';

/** Shows where something of the page stands. */
export interface Highlight {
  /** Brings the place into view and marks it; focus and caret stay where they are. */
  look(uri: vscode.Uri, start: number, end: number): Promise<void>;
  /** Goes there: the focus is in the editor, the caret at the place. */
  edit(uri: vscode.Uri, start: number, end: number): Promise<void>;
  dispose(): void;
}

/** @param own the column of the page itself, in which no file is opened */
export function createHighlight(own: () => vscode.ViewColumn | undefined): Highlight {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    borderRadius: '2px',
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  let marked: vscode.TextEditor | undefined;

  function clear(): void {
    marked?.setDecorations(mark, []);
    marked = undefined;
  }

  // Whoever writes or moves on has seen it.
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document === marked?.document && contentChanges.length > 0) clear();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === marked) clear();
    }),
  );

  async function look(uri: vscode.Uri, start: number, end: number): Promise<void> {
    clear();
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const viewColumn = columnFor(uri, own());
      const editor = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      editor.setDecorations(mark, [range]);
      marked = editor;
    } catch {
      void vscode.window.showWarningMessage(vscode.l10n.t('This file can’t be opened any more.'));
    }
  }

  async function edit(uri: vscode.Uri, start: number, end: number): Promise<void> {
    clear();
    const document = await vscode.workspace.openTextDocument(uri);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    await showPlace(uri, range, { viewColumn: columnFor(uri, own()) });
  }

  return {
    look,
    edit,
    dispose() {
      clear();
      mark.dispose();
      listeners.dispose();
    },
  };
}

/** Where the file is visible already, else the first column that is not the page's own. */
function columnFor(uri: vscode.Uri, own: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (editor?.viewColumn !== undefined) return editor.viewColumn;
  return own === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
