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

  it('are offered in files that say by their name what they are, each where it has a place', async () => {
    const inBet = await snippetsIn(await fileIn('bets', 'BET-008-standing-orders.bet.yaml'));
    for (const prefix of ['bet-stage', 'bet-guardrail', 'bet-ignore']) assert.ok(inBet.includes(prefix), prefix);
    const inMetrics = await snippetsIn(await fileIn('metrics', 'company.metrics.yaml'));
    assert.ok(inMetrics.includes('bet-guardrail'));
    assert.ok(!inMetrics.includes('bet-stage'));
    assert.ok((await snippetsIn(await fileIn('backlog.bet.md'))).includes('bet-stage'));
  });

  it('are in nobody’s way elsewhere', async () => {
    for (const document of [await fileIn('deploy', 'web.yaml'), await fileIn('README.md')])
      assert.deepEqual((await snippetsIn(document)).filter(isOurs), []);
  });

  it('make whole artifacts of documents that were never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    const offered = await snippetsIn(document);
    for (const prefix of ['bet', 'bet-full', 'bet-rollout', 'bet-tracks']) assert.ok(offered.includes(prefix), prefix);
  });
});
