import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createDocument } from '../../src/extension/new-document.ts';
import { eventually } from '../eventually.ts';
import { closeEverything, fileUri, rulesIn } from './examples.ts';

const document = { fileName: 'BET-900-a-name.bet.yaml', snippet: 'kind: bet\nid: ${1:BET-900}\n', text: '' };

describe('a new bet', () => {
  afterEach(closeEverything);

  it('comes to stand where most bets are, named after its id and title', async () => {
    const uri = await newBet({ title: 'Bread by bicycle', owner: 'Ines Okafor' });
    assert.match(uri.path, /\/bets\/BET-\d+-bread-by-bicycle\.bet\.yaml$/);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^title: Bread by bicycle$/m);
    assert.match(text, /^owner: Ines Okafor$/m);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    // What it leaves open is said, but nothing in it is wrong.
    await eventually('it is judged', () => vscode.languages.getDiagnostics(uri).every(isNoError));
    assert.ok(!rulesIn(uri).includes('document/syntax'));
  });

  it('can be written in Markdown', async () => {
    const uri = await newBet({ title: 'Bread by boat', notation: 'markdown' });
    assert.match(uri.path, /-bread-by-boat\.bet\.md$/);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^---\nkind: bet\n/);
  });

  it('stays in its folder, whatever its title is', async () => {
    const uri = await newBet({ title: '../../${TM_FILENAME} "quoted": # [x]\u202e' });
    assert.equal(vscode.Uri.joinPath(uri, '..').toString(), fileUri('bets').toString());
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.ok(text.includes('${TM_FILENAME}'), 'what looks like a variable is text');
  });

  it('has stops that Tab leads to, and is taken back by undo', async () => {
    const uri = await createDocument(document, 'yaml', fileUri('bets'));
    const editor = vscode.window.activeTextEditor;
    assert.ok(uri && editor);
    assert.equal(editor.document.getText(editor.selection), 'BET-900');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '');
    await vscode.workspace.fs.delete(uri);
  });

  it('never takes the place of a file that is there', async () => {
    const taken = fileUri('bets', document.fileName);
    await vscode.workspace.fs.writeFile(taken, new TextEncoder().encode('kind: bet\n'));
    const second = await createDocument(document, 'yaml', fileUri('bets'));
    assert.match(second?.path ?? '', /\/BET-900-a-name-2\.bet\.yaml$/);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(taken)), 'kind: bet\n');
  });

  it('begins as an unsaved document where no folder is open', async () => {
    const uri = await createDocument(document, 'yaml', undefined);
    assert.equal(uri?.scheme, 'untitled');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'yaml');
  });
});

function isNoError({ severity }: vscode.Diagnostic): boolean {
  return severity !== vscode.DiagnosticSeverity.Error;
}

async function newBet(wishes: object): Promise<vscode.Uri> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('betwright.newBet', wishes);
  assert.ok(uri, 'it was made');
  return uri;
}
