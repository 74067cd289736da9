import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeRecognised } from '../../src/server/protocol.ts';
import { recognisedGroupItem, recognisedItem } from '../../src/extension/tree/recognised-items.ts';
import { eventually } from '../eventually.ts';
import { closeEverything, fileUri } from './examples.ts';

const plan = `# Rollout plan: new tills

## Stage 1: Our own kiosks (5%)

- [x] tills print

## Stage 2: Everybody

- [ ] nobody waits

## Rollback plan

Off.
`;

describe('a document that reads like a plan', () => {
  const uri = (): vscode.Uri => fileUri('adopting', 'tills-rollout-plan.md');

  beforeEach(() => vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(plan)));
  afterEach(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(fileUri('adopting'), { recursive: true });
  });

  it('has one lens, is adopted by its command, and one undo takes it back', async () => {
    const document = await vscode.workspace.openTextDocument(uri());
    await vscode.window.showTextDocument(document);
    let lens: vscode.CodeLens | undefined;
    await eventually('there is an offer', async () => {
      const lenses = await lensesOf(document);
      lens = lenses.find(({ command }) => command?.command === 'betwright.adopt');
      return lens !== undefined && lenses.length === 1;
    });
    assert.equal(lens?.range.start.line, 0);
    assert.deepEqual(vscode.languages.getDiagnostics(uri()), []);

    await vscode.commands.executeCommand('betwright.adopt', ...(lens.command?.arguments as unknown[]));
    assert.equal(document.getText(), `---\nkind: rollout\n---\n\n${plan}`);
    await eventually('it is checked', () => vscode.languages.getDiagnostics(uri()).length > 0);
    await vscode.commands.executeCommand('betwright.adopt');
    assert.equal(document.getText(), `---\nkind: rollout\n---\n\n${plan}`, 'adopted once');

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan);
    await eventually('nothing is said any more', () => vscode.languages.getDiagnostics(uri()).length === 0);
  });

  it('is shown as far as it can be read', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri()));
    await vscode.commands.executeCommand('betwright.openPreview');
    await eventually('the preview is called after it', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => /Preview: .*new tills/.test(label)),
    );
    let symbols: vscode.DocumentSymbol[] = [];
    await eventually('it has an outline of ours', async () => {
      symbols =
        (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          uri(),
        )) ?? [];
      return symbols.some(({ children }) => children.some(({ name }) => name === 'Our own kiosks'));
    });
  });

  it('is adopted from the tree, and opened', async () => {
    await vscode.commands.executeCommand('betwright.adopt', {
      type: 'recognised',
      recognised: { uri: uri().toString() },
    });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri().toString());
    assert.ok(document.getText().startsWith('---\nkind: rollout\n---\n'));
  });

  it('is left alone where it is a template, or no file of the folder', async () => {
    const template = fileUri('adopting', 'rollout-plan-template.md');
    await vscode.workspace.fs.writeFile(template, new TextEncoder().encode(plan));
    const document = await vscode.workspace.openTextDocument(template);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('betwright.adopt');
    assert.equal(document.getText(), plan);
    await vscode.commands.executeCommand('betwright.adopt', { uri: 'https://example.com/rollout-plan.md' });
    assert.deepEqual(await lensesOf(document), []);
  });
});

describe('a recognised document in the tree', () => {
  const recognised: TreeRecognised = {
    kind: 'rollout',
    title: 'Rollout plan: new tills',
    uri: 'file:///w/plans/tills-rollout-plan.md',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 25 } },
    stages: 3,
    metrics: 0,
    progress: { done: 12, total: 31 },
  };

  it('says what was read, and nothing of what was not', () => {
    const item = recognisedItem({ type: 'recognised', recognised });
    assert.equal(item.description, '3 stages · 12 of 31 done');
    assert.deepEqual(item.command?.arguments, [{ uri: recognised.uri, range: recognised.range }]);
    const bare = { ...recognised, stages: 0, progress: { done: 0, total: 0 } };
    assert.equal(recognisedItem({ type: 'recognised', recognised: bare }).description, '');
  });

  it('shows text from a file as text alone', () => {
    const title = '$(trash) [x](command:workbench.action.quit) \u202egnp\u200b\n**b**';
    const { label, tooltip } = recognisedItem({ type: 'recognised', recognised: { ...recognised, title } });
    assert.ok(typeof label === 'string' && !/[\u202e\u200b\n]/.test(label));
    assert.ok(tooltip instanceof vscode.MarkdownString && tooltip.isTrusted === false);
    assert.ok(!tooltip.value.includes('](command:'), 'the brackets of a link are escaped');
  });

  it('stands in a group that is folded where there are bets', () => {
    const group = { type: 'recognisedGroup', recognised: [recognised] } as const;
    const states = [true, false].map(isAlone => recognisedGroupItem({ ...group, isAlone }).collapsibleState);
    assert.deepEqual(states, [vscode.TreeItemCollapsibleState.Expanded, vscode.TreeItemCollapsibleState.Collapsed]);
  });
});

async function lensesOf({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return lenses ?? [];
}
