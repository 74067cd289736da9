import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const isOurs = (label: string): boolean => label.startsWith('bet-');

async function snippetsIn(document: vscode.TextDocument): Promise<readonly string[]> {
  await vscode.window.showTextDocument(document);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().length),
  );
  return items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function fileIn(...path: readonly string[]): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...path));
}

describe('snippets', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are in nobody’s way in files with a name: where that says what they are, the language server offers what fits', async () => {
    const named = [
      ['bets', 'BET-008-standing-orders.bet.yaml'],
      ['metrics', 'company.metrics.yaml'],
      ['backlog.bet.md'],
      ['deploy', 'web.yaml'],
      ['README.md'],
    ];
    for (const path of named)
      assert.deepEqual((await snippetsIn(await fileIn(...path))).filter(isOurs), [], path.at(-1));
  });

  it('make whole artifacts and blocks of documents that were never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    const offered = await snippetsIn(document);
    for (const prefix of ['bet', 'bet-full', 'bet-rollout', 'bet-tracks', 'bet-guardrail', 'bet-ignore'])
      assert.ok(offered.includes(prefix), prefix);
  });
});
