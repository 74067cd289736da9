import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEverything, openExample } from './examples.ts';

describe('the preview', () => {
  afterEach(closeEverything);

  it('opens beside the file, leaves the focus there, and is called after the bet', async () => {
    const { document } = await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    await vscode.commands.executeCommand('betwright.openPreview');
    await untilTitle(/Guided onboarding/);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.notEqual(previews()[0]?.group.viewColumn, vscode.window.activeTextEditor.viewColumn);
  });

  it('follows the editor to another bet, and there is one of it', async () => {
    await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    await vscode.commands.executeCommand('betwright.openPreview');
    await untilTitle(/Guided onboarding/);
    await openExample('bets', 'BET-008-standing-orders.bet.yaml');
    await untilTitle(/Standing orders/);
    await vscode.commands.executeCommand('betwright.openPreview');
    assert.equal(previews().length, 1);
  });

  it('shows the bet with the caret, of several in a file', async () => {
    const editor = await openExample('bets', 'BET-003-waste-log.bet.yaml');
    await vscode.commands.executeCommand('betwright.openPreview');
    await untilTitle(/Waste log by photo/);
    const second = editor.document.positionAt(editor.document.getText().indexOf('id: BET-006'));
    editor.selection = new vscode.Selection(second, second);
    await untilTitle(/Waste log in three taps/);
  });

  it('shows the page of the bet that a part belongs to, and of a plan of weeks its own', async () => {
    await openExample('rollouts', 'ROL-011-tray-labels.rollout.md');
    await vscode.commands.executeCommand('betwright.openPreview');
    await untilTitle(/Labels/i);
    await openExample('tracks', 'winter.tracks.md');
    await untilTitle(/Winter/);
  });

  it('can be closed and opened again and again', async () => {
    await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    for (let round = 0; round < 5; round++) {
      await vscode.commands.executeCommand('betwright.openPreview');
      await untilTitle(/Guided onboarding/);
      await vscode.window.tabGroups.close(previews());
      assert.deepEqual(previews(), []);
    }
  });

  it('opens for nothing that is not a file of the folder', async () => {
    await vscode.commands.executeCommand('betwright.openPreview', { bet: { uri: 'command:workbench.action.quit' } });
    await vscode.commands.executeCommand('betwright.openPreview', vscode.Uri.parse('https://example.com/x.bet.yaml'));
    assert.deepEqual(previews(), []);
  });
});

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('betwright.preview'));
}

async function untilTitle(title: RegExp): Promise<void> {
  await eventually(`a preview is called ${String(title)}`, () => previews().some(({ label }) => title.test(label)));
}
