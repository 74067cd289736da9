import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, DocumentSymbol, WorkspaceEdit } from 'vscode-languageserver/node';
import type { AdoptAnswer, PreviewPage, Tree } from '../../src/server/protocol.ts';
import { soundBet } from './cases.ts';
import { applyEdit, createFolder, startClient, type TestClient, type TestFolder } from './client.ts';

const plan = `Written in a hurry.

# Rollout plan: new \u202etills

Owner: Maria Lind

## Stage 1: Our own kiosks (5%)

- [x] tills print

## Stage 2: Everybody

- [ ] nobody waits

## Rollback plan

Off.
`;
const name = 'plans/tills-rollout-plan.md';
const template = plan.replace('new \u202etills', '[Feature name]');

describe('documents that merely read like an artifact', () => {
  let client: TestClient;
  let folder: TestFolder;
  let uri: string;
  const isRead = (): Promise<void> =>
    client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
  const tree = (): Promise<Tree> => client.request('betwright/tree');
  const lenses = (): Promise<readonly CodeLens[]> => client.request('textDocument/codeLens', { textDocument: { uri } });
  const picture = (): Promise<PreviewPage> => client.request('betwright/page', { uri });
  const adopt = (file = uri): Promise<AdoptAnswer> => client.request('betwright/adopt', { uri: file });
  const actions = (line: number, only?: readonly string[]): Promise<readonly CodeAction[]> =>
    client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      context: { diagnostics: [], ...(only && { only }) },
    });

  beforeEach(() => {
    folder = createFolder({ 'README.md': '# Tills\n\n## Rollout\n', 'templates/rollout-plan.md': template });
    uri = folder.uriOf(name);
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('stand in the tree with what was read, templates and READMEs left out, and say nothing else', async () => {
    folder.write(name, plan);
    client = await startClient({ folders: [folder.uri] });
    await isRead();
    const { groups, recognised, errors, warnings } = await tree();
    assert.deepEqual([groups, errors, warnings], [[], 0, 0]);
    const [only] = recognised;
    assert.equal(recognised.length, 1);
    assert.deepEqual(
      [only?.kind, only?.uri, only?.range.start.line, only?.stages, only?.progress],
      ['rollout', uri, 2, 2, { done: 1, total: 2 }],
    );
    assert.ok(!only?.title.includes('\u202e'), 'nothing in a title turns the text around');
    assert.deepEqual(client.published, [], 'there are no findings');
  });

  it('come to the tree and leave it as files do', async () => {
    folder.write('a.bet.yaml', soundBet('BET-1'));
    client = await startClient({ folders: [folder.uri] });
    await isRead();
    const tells = (): number => client.changes.filter(change => change.tree).length;
    const told = tells();
    folder.write(name, plan);
    client.created(uri);
    await client.until('the tree is told of it', () => tells() > told);
    assert.equal((await tree()).recognised.length, 1);
    const toldAgain = tells();
    folder.write(name, `---\nkind: rollout\n---\n${plan}`);
    client.changed(uri);
    await client.until('the tree is told again', () => tells() > toldAgain);
    assert.deepEqual((await tree()).recognised, []);
  });

  it('have an outline, and their preview says what was read', async () => {
    client = await startClient({ folders: [folder.uri] });
    client.open(uri, plan);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      symbols.map(({ children }) => children?.map(child => [child.name, child.range.start.line])),
      [
        [
          ['Our own kiosks', 6],
          ['Everybody', 10],
        ],
      ],
    );
    const { state, sections, recognised } = await picture();
    assert.deepEqual([state, sections], ['none', []]);
    assert.equal(recognised?.owner?.text, 'Maria Lind');
    assert.equal(plan.slice(recognised.owner.start, recognised.owner.end), 'Maria Lind');
    assert.deepEqual(
      recognised.stages.map(({ text, reach }) => [text, reach]),
      [
        ['Our own kiosks', '5%'],
        ['Everybody', undefined],
      ],
    );
    assert.deepEqual(recognised.checklist, { done: 1, total: 2 });
    assert.ok(recognised.offer);
  });

  it('are offered to be adopted by a lens and an action at their first heading, until they are', async () => {
    client = await startClient({ folders: [folder.uri] });
    client.open(uri, plan);
    const [lens] = await lenses();
    assert.deepEqual([lens?.range.start.line, lens?.command?.command], [2, 'betwright.adopt']);
    assert.deepEqual(lens?.command?.arguments, [{ uri }]);
    const [action] = await actions(2);
    assert.equal(action?.kind, 'refactor.rewrite');
    assert.deepEqual(await actions(6), [], 'elsewhere there is none');
    assert.equal((await actions(2, ['refactor'])).length, 1);
    assert.deepEqual(await actions(2, ['quickfix']), []);

    assert.ok(action.edit);
    const adopted = applyEdit(plan, uri, action.edit);
    assert.equal(adopted, `---\nkind: rollout\n---\n\n${plan}`);
    const answer = await adopt();
    assert.ok('edit' in answer);
    assert.equal(applyEdit(plan, uri, answer.edit as WorkspaceEdit), adopted);

    client.change(uri, 2, { text: adopted });
    await client.until('it is judged as an artifact', () => (client.rules(uri)?.length ?? 0) > 0);
    assert.deepEqual(await adopt(), { refused: 'adopted' });
    assert.ok((await lenses()).every(({ command }) => command?.command !== 'betwright.adopt'));
    assert.equal((await picture()).recognised, undefined);
  });

  it('can be adopted while they are closed', async () => {
    folder.write(name, plan);
    client = await startClient({ folders: [folder.uri] });
    await isRead();
    const answer = await adopt();
    assert.ok('edit' in answer);
    assert.ok(applyEdit(plan, uri, answer.edit).startsWith('---\nkind: rollout\n---\n'));
  });

  it('have no lens where lenses are off', async () => {
    client = await startClient({ settings: { codeLens: false } });
    client.open(uri, plan);
    assert.deepEqual(await lenses(), []);
    assert.equal((await actions(2)).length, 1);
  });

  it('are not offered where they are templates, and the command says why', async () => {
    client = await startClient({ folders: [folder.uri] });
    client.open(uri, template);
    assert.deepEqual([await lenses(), await actions(2)], [[], []]);
    assert.deepEqual(await adopt(), { refused: 'template' });
    assert.equal((await picture()).recognised?.offer, undefined);
    assert.deepEqual(await adopt(folder.uriOf('README.md')), { refused: 'notRecognised' });
    assert.deepEqual(await adopt('file:///etc/passwd.md'), { refused: 'notRecognised' });
  });
});
