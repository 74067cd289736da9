import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { RefactorAnswer, RefactorArguments, RefactorQuestion } from '../../src/server/protocol.ts';
import { soundBet } from './cases.ts';
import { applyEdit, createFolder, startClient, usualCapabilities, type TestClient, type TestFolder } from './client.ts';

const shipped = soundBet(
  'BET-1',
  `status: measuring
shipped: 2026-10-01
metrics:
  core:
    - { name: Returns, baseline: 6%, target: 9%, current: 8% }
  guardrails:
    - { name: Errors, threshold: < 1%, current: 0.4% }
rollout:
  stages:
    - { stage: internal, duration: 1 day, started: 2026-11-21, exit: [It works] }
    - { stage: ga, audience: 100% }
`,
);

const able = {
  ...usualCapabilities,
  workspace: {
    ...usualCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
} as typeof usualCapabilities;

describe('server: refactorings', function () {
  this.timeout(30_000);
  let folder: TestFolder;
  let client: TestClient;

  async function start(files: Readonly<Record<string, string>>, capabilities = able): Promise<void> {
    folder = createFolder(files);
    client = await startClient({ folders: [folder.uri], capabilities });
    await client.until('the folder was read', () => client.changes.some(({ tree }) => tree));
  }

  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  const ask = (question: RefactorQuestion): Promise<RefactorAnswer | null> =>
    client.request('betwright/refactor', question);

  it('starts a retro in an open document, at its version', async () => {
    await start({ 'a.bet.yaml': shipped });
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, `${shipped}# typed since\n`, 7);
    const answer = await ask({ name: 'startRetro', uri, id: 'BET-1' });
    const edit = answer?.edit as WorkspaceEdit;
    const [change] = edit.documentChanges as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 7);
    const text = applyEdit(`${shipped}# typed since\n`, uri, edit);
    assert.ok(text.includes('retro:\n  held: 2026-11-22\n') && text.endsWith('# typed since\n'), text);
    const { line = 0, character = 0 } = answer?.cursor?.position ?? {};
    assert.equal(text.split('\n')[line]?.slice(0, character), '    result: ');
  });

  it('refuses to advance with the places that speak against it, and can be overridden', async () => {
    await start({ 'a.bet.yaml': shipped });
    const uri = folder.uriOf('a.bet.yaml');
    const refused = await ask({ name: 'advanceStage', uri, position: { line: 0, character: 0 } });
    assert.equal(refused?.edit, undefined);
    assert.equal(refused?.refused?.overridable, true);
    assert.equal(refused.gate?.value, 'hold');
    const line = shipped.split('\n').findIndex(text => text.includes('It works'));
    assert.ok(refused.refused.reasons.some(reason => reason.uri === uri && reason.range.start.line === line));
    const answer = await ask({ name: 'advanceStage', uri, id: 'BET-1', wishes: { override: 'A fair' } });
    assert.ok(applyEdit(shipped, uri, answer?.edit as WorkspaceEdit).includes('why: A fair'));
  });

  it('tells what the results speak for before anything is decided, and makes the next bet', async () => {
    await start({ 'a.bet.yaml': shipped });
    const uri = folder.uriOf('a.bet.yaml');
    const before = await ask({ name: 'recordDecision', uri, id: 'BET-1' });
    assert.equal(before?.recommended?.value, 'iterate');
    assert.ok(before.refused && before.recommended.reasons.length > 0);
    const answer = await ask({
      name: 'recordDecision',
      uri,
      id: 'BET-1',
      wishes: { outcome: 'iterate', why: 'Nearly' },
    });
    const changes = (answer?.edit as WorkspaceEdit).documentChanges ?? [];
    assert.deepEqual(
      changes.map(change => ('kind' in change ? change.kind : 'edits')),
      ['create', 'edits', 'edits'],
    );
    const [made] = changes;
    assert.ok(
      made && 'kind' in made && made.kind === 'create' && made.uri === folder.uriOf('BET-2-a-sound-idea.bet.yaml'),
    );
    assert.deepEqual(made.options, { overwrite: false, ignoreIfExists: false });
  });

  it('extracts and inlines across files that are not open, and converts', async () => {
    await start({
      'a.bet.yaml': soundBet('BET-1', 'rollout: RO-1\n'),
      'b.rollout.yaml': 'id: RO-1\nbet: BET-1\n# why\nstages: [internal, ga]\n',
    });
    const uri = folder.uriOf('a.bet.yaml');
    const inlined = await ask({ name: 'inline', uri: folder.uriOf('b.rollout.yaml') });
    const changes = (inlined?.edit as WorkspaceEdit).documentChanges ?? [];
    const last = changes.at(-1);
    assert.ok(last && 'kind' in last && last.kind === 'delete' && last.uri === folder.uriOf('b.rollout.yaml'));
    const text = applyEdit(soundBet('BET-1', 'rollout: RO-1\n'), uri, { documentChanges: changes });
    assert.ok(text.includes('rollout:\n  # why\n  stages: [internal, ga]\n'), text);
    const converted = await ask({ name: 'convert', uri, id: 'BET-1' });
    const [made] = (converted?.edit as WorkspaceEdit).documentChanges ?? [];
    assert.ok(made && 'kind' in made && made.kind === 'create' && made.uri === folder.uriOf('a.bet.md'));
  });

  it('makes no file for an editor that can’t', async () => {
    await start({ 'a.bet.yaml': shipped }, usualCapabilities);
    const uri = folder.uriOf('a.bet.yaml');
    assert.ok((await ask({ name: 'convert', uri }))?.refused);
    assert.ok((await ask({ name: 'startRetro', uri }))?.edit);
  });

  it('answers wrong questions with a refusal', async () => {
    await start({ 'a.bet.yaml': shipped });
    const uri = folder.uriOf('a.bet.yaml');
    assert.ok((await ask({ name: 'startRetro', uri: folder.uriOf('none.bet.yaml') }))?.refused);
    assert.ok((await ask({ name: 'startRetro', uri, id: 'BET-9' }))?.refused);
    assert.ok((await ask({ name: 'extract', uri, wishes: { part: 'launch' } }))?.refused);
    assert.ok((await ask({ name: 'setLaunchTier', uri, wishes: { tier: 7 as 1 } }))?.refused);
  });

  it('offers what can be done at a place as code actions that run commands', async () => {
    await start({ 'a.bet.yaml': shipped });
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, shipped);
    const actionsAt = async (line: number, only?: readonly string[]): Promise<readonly CodeAction[]> => {
      const position = { line, character: 2 };
      const context = { diagnostics: [], ...(only && { only }) };
      return client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context,
      });
    };
    const commands = (actions: readonly CodeAction[]): readonly string[] =>
      actions.flatMap(({ kind, command }) => (command ? [`${kind ?? ''} ${command.command}`] : [])).sort();
    assert.deepEqual(commands(await actionsAt(0)), [
      'refactor.rewrite betwright.advanceStage',
      'refactor.rewrite betwright.convert',
      'refactor.rewrite betwright.recordDecision',
      'refactor.rewrite betwright.setLaunchTier',
      'refactor.rewrite betwright.startRetro',
    ]);
    const rollout = shipped.split('\n').findIndex(text => text === 'rollout:');
    assert.deepEqual(commands(await actionsAt(rollout, ['refactor.extract'])), ['refactor.extract betwright.extract']);
    const [extract] = await actionsAt(rollout, ['refactor.extract']);
    const argument: RefactorArguments = { uri, id: 'BET-1', part: 'rollout' };
    assert.deepEqual(extract?.command?.arguments, [argument]);
    assert.deepEqual(commands(await actionsAt(rollout, ['quickfix'])), []);
  });
});
