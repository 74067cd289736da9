import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, fileUri } from './examples.ts';

const range = { start: { line: 5, character: 2 }, end: { line: 5, character: 4 } };

describe('reveal', () => {
  afterEach(closeEverything);

  it('opens the file with the caret at the place', async () => {
    const uri = fileUri('bets', 'BET-007-guided-onboarding.bet.yaml');
    await vscode.commands.executeCommand('betwright.reveal', { uri: uri.toString(), range });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [5, 2]);
    assert.ok(editor.selection.isEmpty);
  });

  it('opens nothing else: no command, no address, no file outside the folder', async () => {
    const outside = vscode.Uri.joinPath(fileUri(), '..', 'elsewhere.bet.yaml').toString();
    const inside = fileUri('bets', 'BET-007-guided-onboarding.bet.yaml').toString();
    const wrong = [
      undefined,
      {},
      { uri: 'command:workbench.action.newWindow', range },
      { uri: 'https://example.com/x.bet.yaml', range },
      { uri: outside, range },
      { uri: inside, range: { start: { line: 0.5, character: 0 }, end: { line: 1, character: 0 } } },
      { uri: inside },
    ];
    for (const argument of wrong) await vscode.commands.executeCommand('betwright.reveal', argument);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
