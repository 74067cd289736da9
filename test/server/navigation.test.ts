import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { takeCursor } from '../support/cursor.ts';
import { createFolder, startClient, usualCapabilities, type TestClient, type TestFolder } from './client.ts';

const bet = 'id: BET-001\ntitle: Guided onboarding\nowner: Maria Lind\nmetrics: MX-1\n';

const hierarchy = `id: MX-1
title: The shop
lagging:
  - name: Revenue
core:
  - id: activation
    name: Activation rate
    drives: [Revenue]
guardrails:
  - name: Error rate
    threshold: < 2%
`;

describe('the server leads through a workspace', () => {
  let client: TestClient;
  let folder: TestFolder;

  async function start(files: Readonly<Record<string, string | Uint8Array>>, more = {}): Promise<void> {
    folder = createFolder();
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    client = await startClient({ folders: [folder.uri], capabilities: { ...usualCapabilities, ...more } });
    await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
  }

  /** Opens a file of the workspace, or a text that is not saved; ‸ marks the caret. */
  function open(name: string, marked: string): { uri: string; position: Position; text: string } {
    const { text, offset } = takeCursor(marked);
    const uri = folder.uriOf(name);
    client.open(uri, text, 7);
    const before = text.slice(0, offset).split(/\r\n|\n/);
    return { uri, text, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
  }

  function ask<Answer>(
    method: string,
    { uri, position }: { uri: string; position: Position },
    more = {},
  ): Promise<Answer> {
    return client.request(method, { textDocument: { uri }, position, ...more });
  }

  /** `a.bet.yaml 0:4-0:11`. */
  function shown({ uri, range }: { uri: string; range: Range }): string {
    const { start: from, end: to } = range;
    const name = uri.slice(folder.uri.length + 1);
    return `${name} ${String(from.line)}:${String(from.character)}-${String(to.line)}:${String(to.character)}`;
  }

  /** The files on the disk after an edit, as bytes; the open ones from what the client shows. */
  function applied(edit: WorkspaceEdit | null, opened: Readonly<Record<string, string>> = {}): Record<string, string> {
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    return Object.fromEntries(
      changes.map(({ textDocument: { uri, version }, edits }) => {
        const name = decodeURIComponent(uri.slice(folder.uri.length + 1));
        assert.equal(version, name in opened ? 7 : null, `the version of ${name}`);
        const whole = opened[name] ?? readFileSync(join(folder.path, name), 'utf8');
        const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
        const lines = whole.slice(mark.length).split('\n');
        const offset = ({ line, character }: Position): number =>
          lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
        const text = [...edits]
          .sort((a, b) => offset(b.range.start) - offset(a.range.start))
          .reduce(
            (changed, { range, ...one }) =>
              changed.slice(0, offset(range.start)) +
              ('newText' in one ? one.newText : '') +
              changed.slice(offset(range.end)),
            lines.join('\n'),
          );
        return [name, mark + text];
      }),
    );
  }

  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('to definitions, as links where the client takes them', async () => {
    await start({ 'a.bet.yaml': bet }, { textDocument: { definition: { linkSupport: true } } });
    const place = open('r.retro.md', '# Retro: Guided\n\n**Bet ID:** BET-0‸01\n');
    const [link] = await ask<LocationLink[]>('textDocument/definition', place);
    assert.equal(link?.targetUri, folder.uriOf('a.bet.yaml'));
    assert.deepEqual(link.targetSelectionRange, { start: { line: 0, character: 4 }, end: { line: 0, character: 11 } });
    assert.deepEqual(link.originSelectionRange, { start: { line: 2, character: 12 }, end: { line: 2, character: 19 } });
  });

  it('to references in files that are open, changed and closed', async () => {
    await start({ 'a.bet.yaml': bet, 'r.rollout.yaml': 'bet: BET-001\n', 't.tracks.yaml': 'id: T\n' });
    const place = open('a.bet.yaml', bet.replace('BET-001', 'BET‸-001'));
    client.open(folder.uriOf('t.tracks.yaml'), 'delivery:\n  - { bet: BET-001, weeks: 1-2 }\n');
    const context = { includeDeclaration: true };
    const found = await ask<Location[]>('textDocument/references', place, { context });
    assert.deepEqual(found.map(shown), ['a.bet.yaml 0:4-0:11', 'r.rollout.yaml 0:5-0:12', 't.tracks.yaml 1:11-1:18']);
    const alone = await ask<Location[]>('textDocument/references', place, { context: { includeDeclaration: false } });
    assert.equal(alone.length, 2);
    assert.deepEqual((await ask<Location[]>('textDocument/definition', place)).map(shown), ['a.bet.yaml 0:4-0:11']);
  });

  it('to what is not there with nothing', async () => {
    await start({ 'a.bet.yaml': bet });
    const place = open('a.bet.yaml', bet.replace('Guided', 'Gui‸ded'));
    for (const method of ['definition', 'references', 'documentHighlight', 'prepareCallHierarchy'])
      assert.equal(await ask(`textDocument/${method}`, place, { context: { includeDeclaration: true } }), null, method);
    const foreign = open('web.yaml', 'kind: Dep‸loyment\nid: BET-001\n');
    for (const method of ['definition', 'documentHighlight', 'prepareRename', 'foldingRange'])
      assert.equal(await ask(`textDocument/${method}`, foreign), null, method);
  });

  it('with highlights, links, folds and growing selections', async () => {
    await start({ 'a.bet.yaml': bet });
    const text =
      'id: MX-1\ncore:\n  - name: Act‸ivation\n    history: data/x.csv\nleading:\n  - name: Clicks\n    drives: "Activation"\n';
    const place = open('m.metrics.yaml', text);
    const { uri } = place;
    const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', place);
    assert.deepEqual(
      highlights.map(({ range, kind }) => [range.start.line, range.start.character, kind]),
      [
        [2, 10, 3],
        [6, 13, 2],
      ],
    );
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target }) => target),
      [folder.uriOf('data/x.csv')],
    );
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 3],
        [2, 3],
        [4, 6],
        [5, 6],
      ],
    );
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [place.position],
    });
    assert.deepEqual(selection?.range, { start: { line: 2, character: 10 }, end: { line: 2, character: 20 } });
    assert.equal(selection.parent?.range.start.character, 4);
  });

  it('to bets and metrics by what people remember of them', async () => {
    await start({
      'a.bet.yaml': bet,
      'b.bet.md': '# BET-002: Warm $(trash) bread\n\n**Owner:** Pim\n',
      'm.metrics.yaml': hierarchy,
    });
    const find = async (query: string): Promise<string[]> =>
      (await client.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
    assert.deepEqual(await find('maria'), ['BET-001 Guided onboarding · Maria Lind']);
    assert.deepEqual(await find('bet-002'), ['BET-002 Warm $(trash) bread · Pim']);
    assert.deepEqual(await find('error'), ['Error rate']);
    assert.equal((await find('')).length, 6);
  });

  it('to what drives a metric, and what it drives', async () => {
    await start({
      'm.metrics.yaml': hierarchy,
      'n.metrics.yaml': 'leading:\n  - name: Clicks\n    drives: [activation]\n',
    });
    const place = open('m.metrics.yaml', hierarchy.replace('name: Activation', 'name: Acti‸vation'));
    const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', place);
    assert.equal(item?.name, 'Activation rate');
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges[0]?.start.line]),
      [['Clicks', 2]],
    );
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges[0]?.start.line]),
      [['Revenue', 7]],
    );
  });

  describe('and renames', () => {
    it('a metric that four files use in both notations, and not one other byte', async () => {
      const rollout =
        '\ufeff# The way out\r\nbet: BET-001\r\nrollback:\r\n  triggers:\r\n    - { metric: "Activation rate", action: pause } # at once\r\n    - when: Activation rate below 30%\r\n';
      const retro =
        '# Retro: Guided\r\n\r\n**Bet ID:** BET-001\r\n\r\n| Metric | Target | Actual |\r\n|---|---|---|\r\n| Primary: **Activation rate** | 45% | 44% |\r\n';
      const other = 'id: MX-2\nleading:\n  - name: Visits\n    drives: ["activation rate", activation]\n';
      await start({
        'a.bet.yaml': bet,
        'm.metrics.yaml': hierarchy,
        'n.metrics.yaml': other,
        'r.rollout.yaml': rollout,
        's.retro.md': retro,
      });
      const place = open('m.metrics.yaml', `# typed\n${hierarchy.replace('name: Activation', 'name: Acti‸vation')}`);
      const prepared = await ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', place);
      assert.equal(prepared.placeholder, 'Activation rate');
      assert.deepEqual(prepared.range, { start: { line: 7, character: 10 }, end: { line: 7, character: 25 } });
      const edit = await ask<WorkspaceEdit>('textDocument/rename', place, { newName: 'Share: "active"' });
      assert.deepEqual(applied(edit, { 'm.metrics.yaml': place.text }), {
        'm.metrics.yaml': place.text.replace('Activation rate', '"Share: \\"active\\""'),
        'n.metrics.yaml': other.replace('activation rate', 'Share: \\"active\\"'),
        'r.rollout.yaml': rollout
          .replace('"Activation rate"', '"Share: \\"active\\""')
          .replace('Activation rate below 30%', '"Share: \\"active\\" below 30%"'),
        's.retro.md': retro.replace('Activation rate', 'Share: "active"'),
      });
    });

    it('by the text that is on the disk now, not by the one that was read', async () => {
      await start({ 'a.bet.yaml': bet, 'r.rollout.yaml': 'bet: BET-001\n' });
      // The client says nothing of it, as when another program has just written it.
      folder.write('r.rollout.yaml', '# moved\n\n\nbet:   BET-001\n');
      const place = open('a.bet.yaml', bet.replace('BET-001', 'BET-0‸01'));
      const edit = await ask<WorkspaceEdit>('textDocument/rename', place, { newName: 'BET-100' });
      assert.deepEqual(applied(edit, { 'a.bet.yaml': place.text }), {
        'a.bet.yaml': bet.replace('BET-001', 'BET-100'),
        'r.rollout.yaml': '# moved\n\n\nbet:   BET-100\n',
      });
    });

    it('nothing that it can’t rename, and says why', async () => {
      await start({
        'a.bet.yaml': bet,
        'b.retro.yaml': 'id: RE-1\n',
        'c.launch.yaml': 'title: Launch of "BET-009\nowner: "\n',
      });
      const title = open('a.bet.yaml', bet.replace('Guided', 'Gui‸ded'));
      await assert.rejects(ask('textDocument/prepareRename', title), /caret/);
      const place = { uri: title.uri, position: { line: 0, character: 6 } };
      assert.ok(await ask('textDocument/prepareRename', place));
      await assert.rejects(ask('textDocument/rename', place, { newName: 'RE-1' }), /b\.retro\.yaml/);
      await assert.rejects(ask('textDocument/rename', place, { newName: '' }), /needed/);
      client.change(folder.uriOf('a.bet.yaml'), 8, { text: 'id: BET-009\n' });
      await assert.rejects(ask('textDocument/rename', place, { newName: 'BET-100' }), /c\.launch\.yaml/);
    });

    it('what files are called, with the ids and paths that hang on it', async () => {
      const text = 'title: Till\nopportunity: docs/why.md\n';
      await start({
        'checkout.bet.yaml': text,
        'r.rollout.yaml': 'bet: checkout\r\n',
        'd.bet.md': '# BET-2: D\n\n**Owner:** M\n\nSee [it](checkout.bet.yaml).\n',
      });
      const files = [{ oldUri: folder.uriOf('checkout.bet.yaml'), newUri: folder.uriOf('bets/the till.bet.yaml') }];
      const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
      assert.deepEqual(applied(edit), {
        'checkout.bet.yaml': text.replace('docs/', '../docs/'),
        'r.rollout.yaml': 'bet: the till\r\n',
        'd.bet.md': '# BET-2: D\n\n**Owner:** M\n\nSee [it](bets/the%20till.bet.yaml).\n',
      });
      const nothing = [{ oldUri: folder.uriOf('x.bet.yaml'), newUri: folder.uriOf('y.bet.yaml') }];
      assert.equal(await client.request('workspace/willRenameFiles', { files: nothing }), null);
    });
  });
});
