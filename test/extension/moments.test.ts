import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEverything, fileUri } from './examples.ts';

const bet = `kind: bet
id: BET-901
title: Bread by boat # the fast one
owner: Ines Okafor
status: measuring
shipped: 2026-10-01
timebox: { start: 2026-09-01, end: 2026-11-15 }
metrics:
  core:
    - { name: Loaves that arrive, primary: true, baseline: 6%, target: 9%, current: 8% }
  guardrails:
    - { name: Wet loaves, threshold: < 1%, current: 0.4% }
rollout:
  # by the canal first
  stages:
    - { stage: internal, duration: 1 day, started: 2026-11-01, exit: [It floats] }
    - { stage: ga, audience: 100% }
  flag: boats
`;

const page = `# Bet: Bread by sledge

**ID:** BET-902  
**Owner:** Ines Okafor  
**Status:** measuring  
**Started:** 2026-09-01  
**Timebox:** 8 weeks  
**Shipped:** 2026-10-01

## Hypothesis

> We believe that sledges will result in more loaves that arrive, 9% in place of 6%.

## Metrics

### Core metrics

| Metric | Baseline | Target | Current |
|---|---|---|---|
| Loaves that arrive | 6% | 9% | 8% |

## Rollout

### Stage 0: Internal

**Duration:** 1 day  
**Started:** 2026-11-01

**Exit criteria:**

- [ ] It slides

### Stage 1: GA

**Audience:** 100% of users
`;

interface Given {
  readonly name: string;
  readonly text: string;
  /** The first of its ids. */
  readonly number: number;
  readonly ending: 'yaml' | 'md';
}

const notations: Readonly<Record<string, Given>> = {
  YAML: { name: 'boat.bet.yaml', text: bet, number: 910, ending: 'yaml' },
  Markdown: { name: 'sledge.bet.md', text: page, number: 930, ending: 'md' },
};

for (const [notation, { name, text: draft, number, ending }] of Object.entries(notations))
  describe(`the moments of a bet in ${notation}`, () => {
    // Each test has a folder and an id of its own: what comes back may still be remembered from the test before.
    let count = 0;
    let id = '';
    let text = '';
    const uri = (): vscode.Uri => fileUri('moments', String(count), name);
    let document: vscode.TextDocument;

    beforeEach(async () => {
      count++;
      id = `BET-${String(number + count)}`;
      text = draft.replace(/BET-90\d/, id);
      await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(text));
      document = await vscode.workspace.openTextDocument(uri());
      await vscode.window.showTextDocument(document);
    });

    afterEach(async () => {
      await closeEverything();
      await vscode.workspace.fs.delete(fileUri('moments'), { recursive: true });
    });

    const run = (command: string, argument: object = {}): Thenable<unknown> =>
      vscode.commands.executeCommand(`betwright.${command}`, {
        uri: uri().toString(),
        id,
        wishes: {},
        confirmed: true,
        ...argument,
      });

    it('begin the retro with the caret where something is to be written, and one undo takes it back', async () => {
      assert.equal(await run('startRetro'), 'applied');
      assert.match(document.getText(), /2026-11-22/);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document, document);
      assert.ok(editor.selection.active.line > 0, 'the caret is not at the top');
      assert.equal(await run('startRetro'), 'refused');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });

    it('leave the stage where it is while the gate says no, unless somebody says why', async () => {
      assert.equal(await run('advanceStage'), 'refused');
      assert.equal(document.getText(), text);
      const wishes = { outcome: 'proceed', override: 'The canal freezes on Monday', by: 'Pim Verhoef' };
      assert.equal(await run('advanceStage', { wishes }), 'applied');
      assert.match(document.getText(), /The canal freezes on Monday/);
      assert.match(document.getText(), /Pim Verhoef/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });

    it('open the next bet where the decision is to iterate, and one undo takes both back', async () => {
      const wishes = { outcome: 'iterate', why: 'Nearly there', newHypothesis: 'Smaller loaves float better' };
      assert.equal(await run('recordDecision', { wishes }), 'applied');
      assert.match(document.getText(), /Nearly there/);
      const next = vscode.window.activeTextEditor?.document;
      assert.ok(next);
      assert.ok(next.uri.path.includes('/moments/') && next.uri.path.endsWith(`.bet.${ending}`));
      assert.notEqual(next.uri.toString(), uri().toString());
      assert.match(next.getText(), /Smaller loaves float better/);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await eventually('the decision is gone', () => document.getText() === text);
      await eventually('the next bet is gone', async () => !(await exists(next.uri)));
    });

    it('move the rollout into its own file and back, and undo brings back each byte', async () => {
      assert.equal(await run('extract', { part: 'rollout' }), 'applied');
      const [own] = await vscode.workspace.findFiles(`moments/${String(count)}/*.rollout.${ending}`);
      assert.ok(own);
      assert.doesNotMatch(document.getText(), /exit|Exit/);
      await eventually(
        'the bet is known to name it',
        async () => (await run('inline', { part: 'rollout' })) === 'applied',
      );
      assert.match(document.getText(), /It floats|It slides/);
      assert.ok(!(await exists(own)));
      const inlined = document.getText();
      if (ending === 'yaml') assert.equal(inlined, text);

      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await eventually('the file is back', () => exists(own));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await eventually('the bet is as it was', () => document.getText() === text);
      await eventually('the file is gone again', async () => !(await exists(own)));
    });

    it('write it in the other notation and back, and undo brings back the file', async () => {
      assert.equal(await run('convert'), 'applied');
      const other = vscode.window.activeTextEditor?.document;
      assert.ok(other);
      assert.ok(other.uri.path.endsWith(ending === 'yaml' ? '.bet.md' : '.bet.yaml'));
      assert.ok(!(await exists(uri())));
      assert.match(other.getText(), /It (?:floats|slides)/);
      assert.equal(await run('convert', { uri: other.uri.toString() }), 'applied');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri().toString());
      assert.ok(!(await exists(other.uri)));
      await vscode.commands.executeCommand('undo');
      await eventually('the other one is back', () => exists(other.uri));
      await vscode.window.showTextDocument(other.uri);
      await vscode.commands.executeCommand('undo');
      await eventually('the file is back', () => exists(uri()));
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri())), text);
      await eventually('the other one is gone', async () => !(await exists(other.uri)));
    });

    it('do nothing for a file that this window does not show', async () => {
      const elsewhere = { uri: 'file:///elsewhere/boat.bet.yaml', id, wishes: {} };
      for (const command of ['startRetro', 'advanceStage', 'recordDecision', 'planRollout', 'setLaunchTier', 'convert'])
        assert.equal(await vscode.commands.executeCommand(`betwright.${command}`, elsewhere), 'cancelled');
      assert.equal(document.getText(), text);
    });
  });

describe('a bet that is to be rolled out', () => {
  let count = 0;
  const uri = (): vscode.Uri => fileUri('moments', `raft-${String(count)}.bet.yaml`);
  const text = 'kind: bet\nid: BET-903\ntitle: Bread by raft\nowner: Ines Okafor\nstatus: building\n';

  beforeEach(() => {
    count++;
    return vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(text));
  });
  afterEach(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(fileUri('moments'), { recursive: true });
  });

  it('gets its stages and its tier at the caret, each by one step', async () => {
    const document = await vscode.workspace.openTextDocument(uri());
    await vscode.window.showTextDocument(document);
    assert.equal(await vscode.commands.executeCommand('betwright.planRollout'), 'applied');
    const planned = document.getText();
    assert.match(planned, /^rollout:\n[\s\S]*^ {2}stages:\n/m);
    assert.equal(await vscode.commands.executeCommand('betwright.planRollout'), 'refused');
    const tier = { uri: uri().toString(), wishes: { tier: 3 } };
    assert.equal(await vscode.commands.executeCommand('betwright.setLaunchTier', tier), 'applied');
    assert.match(document.getText(), /tier: 3/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), planned);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('is meant by the tree, too, and is opened', async () => {
    const node = { type: 'bet', bet: { uri: uri().toString(), id: 'BET-903' } };
    let outcome: unknown;
    await eventually('it is known', async () => {
      outcome = await vscode.commands.executeCommand('betwright.planRollout', node);
      return outcome !== 'refused';
    });
    assert.equal(outcome, 'applied');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri().toString());
  });
});

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
