import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEverything, fileUri, openExample, rulesIn, untilRule } from './examples.ts';

const standingOrders = ['bets', 'BET-008-standing-orders.bet.yaml'];

describe('findings', () => {
  afterEach(closeEverything);

  it('are there for files that nobody opened', async () => {
    await untilRule(fileUri('bets', 'BET-009-two-tap-preorder.bet.yaml'), 'metrics/guardrail-breached');
    await untilRule(fileUri('bets', 'BET-004-loyalty-stamps.bet.yaml'), 'bet/zombie');
  });

  it('leave what is not ours alone', async () => {
    const { document } = await openExample('deploy', 'web.yaml');
    await untilRule(fileUri(...standingOrders), 'metrics/guardrail-missing');
    assert.deepEqual(rulesIn(document.uri), []);
  });

  it('follow unsaved text, and go with it', async () => {
    const editor = await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    const { uri } = editor.document;
    const owner = /^owner: .*$/m.exec(editor.document.getText());
    assert.ok(owner);
    const start = editor.document.positionAt(owner.index);
    await editor.edit(edit => {
      edit.delete(new vscode.Range(start, start.translate(1).with({ character: 0 })));
    });
    await untilRule(uri, 'bet/owner-missing');
    await vscode.commands.executeCommand('undo');
    await eventually('the finding is gone', () => !rulesIn(uri).includes('bet/owner-missing'));
  });

  it('follow a table that is open, saved or not', async () => {
    // In a browser VS Code saves by itself, and the disk is followed as well.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    const folder = fileUri('tables');
    const [uri, table] = ['m.metrics.yaml', 'errors.csv'].map(name => vscode.Uri.joinPath(folder, name));
    assert.ok(uri && table);
    const write = (file: vscode.Uri, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await write(table, 'date,value\n2026-11-01,1%\n');
    await write(uri, 'id: MET-900\nguardrails:\n  - { name: Errors, threshold: < 2%, history: errors.csv }\n');
    try {
      await untilRule(uri, 'metrics/guardrail-alert-missing');
      assert.ok(!rulesIn(uri).includes('metrics/guardrail-breached'));
      const document = await vscode.workspace.openTextDocument(table);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit(edit => {
        edit.insert(document.positionAt(document.getText().length), '2026-11-08,5%\n');
      });
      await untilRule(uri, 'metrics/guardrail-breached');
      assert.ok(document.isDirty);
      await vscode.commands.executeCommand('undo');
      await eventually('the finding is gone', () => !rulesIn(uri).includes('metrics/guardrail-breached'));
    } finally {
      await closeEverything();
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('follow the settings', async () => {
    const uri = fileUri(...standingOrders);
    await untilRule(uri, 'metrics/guardrail-missing');
    const settings = vscode.workspace.getConfiguration('betwright');
    await settings.update('rules', { 'metrics/guardrail-missing': 'off' }, vscode.ConfigurationTarget.Workspace);
    await eventually('the rule is silent', () => !rulesIn(uri).includes('metrics/guardrail-missing'));
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await untilRule(uri, 'metrics/guardrail-missing');
  });

  it('link to the page of their rule', async () => {
    const uri = fileUri(...standingOrders);
    await untilRule(uri, 'metrics/guardrail-missing');
    for (const { code } of vscode.languages.getDiagnostics(uri)) {
      assert.ok(typeof code === 'object');
      assert.match(code.target.path, new RegExp(`/docs/rules/${String(code.value)}\\.md$`));
    }
  });
});

describe('a lens', () => {
  afterEach(closeEverything);

  it('mends what it names by one edit that one undo takes back', async () => {
    const { document } = await openExample(...standingOrders);
    await untilRule(document.uri, 'metrics/guardrail-missing');
    const before = document.getText();
    const lens = (await lensesOf(document.uri)).find(
      ({ command }) => ruleOf(command?.arguments) === 'metrics/guardrail-missing',
    );
    assert.equal(lens?.command?.command, 'betwright.applyFix');
    await click(lens.command);
    assert.notEqual(document.getText(), before);
    await eventually('the finding is gone', () => !rulesIn(document.uri).includes('metrics/guardrail-missing'));

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await untilRule(document.uri, 'metrics/guardrail-missing');
  });

  it('does nothing for a finding that is gone, or for arguments that are none', async () => {
    const { document } = await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    const before = document.getText();
    const uri = document.uri.toString();
    const wrong = [
      undefined,
      'metrics/guardrail-missing',
      { uri: 'command:workbench.action.quit', rule: 'bet/zombie', position: { line: 0, character: 0 } },
      { uri, rule: 'bet/zombie', position: { line: -1, character: 0 } },
      { uri, rule: 7, position: { line: 0, character: 0 } },
    ];
    for (const argument of wrong) await vscode.commands.executeCommand('betwright.applyFix', argument);
    assert.equal(document.getText(), before);
  });

  it('leads to the place where there is nothing to mend by itself', async () => {
    const { document } = await openExample('bets', 'BET-009-two-tap-preorder.bet.yaml');
    await untilRule(document.uri, 'metrics/guardrail-breached');
    const lens = (await lensesOf(document.uri)).find(({ command }) => command?.command === 'betwright.reveal');
    assert.ok(lens?.command, 'a lens that reveals');
    await click(lens.command);
    const [finding] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, finding?.range.start.line);
  });
});

describe('an editor on a bet', () => {
  afterEach(closeEverything);

  it('has an outline and explains its fields', async () => {
    const { document } = await openExample('bets', 'BET-007-guided-onboarding.bet.yaml');
    await eventually('there is an outline', async () => (await symbolsOf(document.uri)).includes('Guided onboarding'));
    const position = document.positionAt(document.getText().indexOf('\nhypothesis:') + 3);
    await eventually('there is a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers.some(({ contents }) => contents.length > 0);
    });
  });
});

async function click({ command, arguments: args }: vscode.Command): Promise<void> {
  await vscode.commands.executeCommand(command, ...((args ?? []) as unknown[]));
}

async function lensesOf(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  let lenses: vscode.CodeLens[] = [];
  await eventually('there are lenses', async () => {
    lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
    return lenses.length > 0;
  });
  return lenses;
}

function ruleOf(argument: readonly unknown[] | undefined): unknown {
  const [first] = argument ?? [];
  return typeof first === 'object' && first !== null && 'rule' in first ? first.rule : undefined;
}

async function symbolsOf(uri: vscode.Uri): Promise<string[]> {
  // Undefined until somebody offers symbols.
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).map(({ name }) => name);
}
