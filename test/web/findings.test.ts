import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

describe('the language server as a web worker', () => {
  it('reads the folder through the editor and finds what is wrong in it', async () => {
    await eventually('a breached guardrail is found', () => rulesIn('BET-009').includes('metrics/guardrail-breached'));
    await eventually('a zombie is found', () => rulesIn('BET-004').includes('bet/zombie'));
  });

  it('shows lenses and mends by them', async () => {
    const [uri] = await vscode.workspace.findFiles('bets/BET-008*');
    if (uri === undefined) throw new Error('the example is not there');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    let fixes: vscode.Command[] = [];
    await eventually('there is a lens that mends', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
      fixes = lenses.flatMap(({ command }) => (command?.command === 'betwright.applyFix' ? [command] : []));
      return fixes.length > 0;
    });
    await vscode.commands.executeCommand('betwright.applyFix', ...((fixes[0]?.arguments ?? []) as unknown[]));
    if (document.getText() === before) throw new Error('nothing was mended');
    await vscode.commands.executeCommand('undo');
    if (document.getText() !== before) throw new Error('undo did not take it back');
  });

  it('draws the preview', async () => {
    await vscode.commands.executeCommand('betwright.openPreview');
    const tabs = (): string[] => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
    await eventually('the preview has its title', () => tabs().some(label => label.includes('Standing orders')));
  });

  it('makes a new bet', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('betwright.newBet', { title: 'By boat' });
    if (uri?.path.endsWith('-by-boat.bet.yaml') !== true) throw new Error(`made ${String(uri)}`);
  });
});

function rulesIn(name: string): string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.includes(name))
    .flatMap(([, diagnostics]) => diagnostics.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}
