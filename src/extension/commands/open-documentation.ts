import * as vscode from 'vscode';

/** The README that comes with the extension: it is there without a network. */
export async function openDocumentation(extensionUri: vscode.Uri): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'README.md');
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The Markdown extension is switched off.
    await vscode.commands.executeCommand('vscode.open', page);
  }
}
