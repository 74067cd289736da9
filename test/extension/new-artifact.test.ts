import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, fileUri, rulesIn } from './examples.ts';

describe('a new document', () => {
  const made: vscode.Uri[] = [];

  afterEach(async () => {
    await closeEverything();
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  async function newOne(command: string, wishes: object): Promise<vscode.TextDocument> {
    const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>(`betwright.${command}`, wishes);
    assert.ok(uri, 'it was made');
    made.push(uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    return document;
  }

  const cases = [
    { command: 'newMetrics', kind: 'metrics', place: /\/metrics\/MET-\d+-loaves\.metrics\.yaml$/ },
    { command: 'newRollout', kind: 'rollout', place: /\/rollouts\/ROL-\d+-loaves\.rollout\.md$/ },
    { command: 'newRetro', kind: 'retro', place: /\/retros\/RET-\d+-loaves\.retro\.md$/ },
    { command: 'newLaunch', kind: 'launch', place: /\/launches\/LAU-\d+-loaves\.launch\.md$/ },
    { command: 'newTracks', kind: 'tracks', place: /\/tracks\/[\w-]*loaves\.tracks\.md$/ },
  ];
  for (const { command, kind, place } of cases)
    it(`of the kind ${kind} stands where others do, in their notation, with stops to fill in`, async () => {
      const document = await newOne(command, { title: 'Loaves' });
      assert.match(document.uri.path, place);
      assert.match(document.getText(), new RegExp(`^kind: ${kind}$`, 'm'));
      const caret = vscode.window.activeTextEditor?.selection.active;
      assert.equal(caret && document.lineAt(caret.line).text, 'owner: ', 'the caret waits at what was not said');
      assert.ok(!rulesIn(document.uri).includes('document/syntax'));
    });

  it('names the bet that it belongs to', async () => {
    const document = await newOne('newRollout', { title: 'Standing orders', bet: 'BET-008', notation: 'yaml' });
    assert.match(document.getText(), /^bet: BET-008$/m);
    assert.match(document.uri.path, /\.rollout\.yaml$/);
  });

  it('stays in the folder that is told, whatever its title is, and takes no place of another', async () => {
    const title = '../../${TM_FILENAME} 🍞 / "quoted": # [x]\u202e';
    const folder = fileUri('bets');
    const first = await newOne('newMetrics', { title, folder });
    await first.save();
    const second = await newOne('newMetrics', { title, folder, notation: 'yaml' });
    for (const { uri } of [first, second])
      assert.equal(vscode.Uri.joinPath(uri, '..').toString(), fileUri('bets').toString());
    assert.notEqual(first.uri.toString(), second.uri.toString());
    assert.ok(first.getText().includes('${TM_FILENAME}'), 'what looks like a variable is text');
  });
});
