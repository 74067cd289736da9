import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

/** A file of the folder that the tests run in: a copy of the examples. */
export function fileUri(...path: string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Opens a file of the examples in an editor. */
export async function openExample(...path: string[]): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(...path));
  return vscode.window.showTextDocument(document);
}

/** The rules that speak of a file now. */
export function rulesIn(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => codeText(code));
}

export async function untilRule(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(`${rule} is found in ${uri.path}`, () => rulesIn(uri).includes(rule));
}

/** Gives up what was changed, and closes every editor and panel. */
export async function closeEverything(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}

function codeText(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
