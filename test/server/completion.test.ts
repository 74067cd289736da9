import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { positionAt, lineStartsOf } from '../../src/core/text/lines.ts';
import { takeCursor } from '../support/cursor.ts';
import { soundBet } from './cases.ts';
import { applyEdit, createFolder, startClient, usualCapabilities, type TestClient, type TestFolder } from './client.ts';

const snippets: ClientCapabilities = {
  ...usualCapabilities,
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
  },
};

describe('completion', () => {
  let client: TestClient;
  let folder: TestFolder;

  beforeEach(() => {
    folder = createFolder();
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  /** Opens a text and asks at its mark. */
  async function ask(
    file: string,
    marked: string,
  ): Promise<{ readonly text: string; readonly list: CompletionList | null }> {
    const { text, offset } = takeCursor(marked);
    const uri = folder.uriOf(file);
    client.open(uri, text);
    const list = await client.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position: positionAt(lineStartsOf(text), offset),
    });
    client.close(uri);
    return { text, list };
  }

  function itemOf(list: CompletionList | null, label: string): CompletionItem {
    const item = list?.items.find(each => each.label === label);
    assert.ok(item, `${label} among ${String(list?.items.map(each => each.label).join())}`);
    return item;
  }

  function taken(text: string, item: CompletionItem): string {
    const uri = 'file:///a';
    return applyEdit(text, uri, {
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [item.textEdit as TextEdit] }],
    });
  }

  it('offers fields as snippets, in their order, with range, filter and description', async () => {
    client = await startClient({ capabilities: snippets });
    const { text, list } = await ask('a.bet.yaml', 'id: BET-1\r\ntimebox:\r\n  st‸\r\nowner: x\r\n');
    assert.equal(list?.isIncomplete, false);
    assert.deepEqual(
      list.items.map(({ label, sortText }) => [label, sortText]),
      [
        ['start', '0000'],
        ['duration', '0001'],
        ['end', '0002'],
        // Of the bet, for whoever typed it too far in.
        ['status', '0003'],
      ],
    );
    const status = itemOf(list, 'status');
    assert.equal(taken(text, status).replace(/\$\{.*\}/, 'x'), 'id: BET-1\r\ntimebox:\r\nstatus: x\r\nowner: x\r\n');
    const item = itemOf(list, 'start');
    assert.equal(item.filterText, 'start');
    assert.equal(item.insertTextFormat, 2);
    assert.equal(item.commitCharacters, undefined);
    assert.ok(typeof item.documentation === 'object' && item.documentation.value.length > 20);
    assert.deepEqual(item.textEdit, {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
      newText: 'start: ${1:2026-11-22}',
    });
    assert.equal(taken(text, item), 'id: BET-1\r\ntimebox:\r\n  start: ${1:2026-11-22}\r\nowner: x\r\n');
  });

  it('indents further lines for clients that leave them alone, and for those that indent them', async () => {
    client = await startClient({ capabilities: snippets });
    const marked = 'rollout:\r\n  sta‸\r\n';
    const whole = itemOf((await ask('a.bet.yaml', marked)).list, 'stages');
    assert.equal(whole.insertTextMode, 1);
    assert.match((whole.textEdit as TextEdit).newText, /^stages:\r\n {4}- stage: .+\r\n {6}audience: /);
    await client.stop();

    client = await startClient();
    const plain = itemOf((await ask('a.bet.yaml', marked)).list, 'stages');
    assert.equal(plain.insertTextFormat, 1);
    assert.equal(plain.insertTextMode, undefined);
    assert.match((plain.textEdit as TextEdit).newText, /^stages:\r\n {2}- stage: internal\r\n {4}audience: /);
    // What would have to begin further out can't be said to them.
    const further = await ask('a.bet.yaml', 'rollout:\n  hyp‸\n');
    assert.ok(further.list?.items.every(({ label }) => label !== 'hypothesis'));
  });

  it('offers ids of other files, also such as were created meanwhile', async () => {
    folder.write('a.bet.yaml', soundBet('BET-1'));
    client = await startClient({ folders: [folder.uri], capabilities: snippets });
    await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
    const { list } = await ask('r.rollout.yaml', 'id: RO-1\nbet: ‸\n');
    assert.deepEqual(
      list?.items.map(({ label, detail }) => [label, detail]),
      [['BET-1', 'A sound idea · proposed · Maria Lind']],
    );
    folder.write('b.bet.md', '---\nid: BET-2\n---\n\n# Another\n');
    client.created(folder.uriOf('b.bet.md'));
    const uri = folder.uriOf('c.bet.yaml');
    client.open(uri, 'id: BET-2\nowner: x\nhypothesis: x\n');
    await client.until('both are known', () => client.rules(uri)?.includes('reference/duplicate') === true);
    const later = await ask('r.rollout.yaml', 'id: RO-1\nbet: ‸\n');
    assert.deepEqual(
      later.list?.items.map(({ label }) => label),
      ['BET-1', 'BET-2'],
    );
  });

  it('says a few words beside every label, where the client shows them', async () => {
    folder.write('a.bet.yaml', soundBet('BET-1').replace('A sound idea', 'A\u202esound idea'));
    const completionItem = { snippetSupport: true, labelDetailsSupport: true };
    client = await startClient({
      folders: [folder.uri],
      capabilities: { ...usualCapabilities, textDocument: { completion: { completionItem } } },
    });
    await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
    const { list } = await ask('r.rollout.yaml', 'id: RO-1\nbet: ‸\n');
    assert.deepEqual(itemOf(list, 'BET-1').labelDetails, { description: 'A\ufffdsound idea · proposed · Maria Lind' });
    const fields = await ask('r.rollout.yaml', 'id: RO-1\n‸\n');
    assert.ok(fields.list?.items.every(({ labelDetails, detail }) => labelDetails?.description && detail));
  });

  it('answers in Markdown, front matter and body', async () => {
    client = await startClient({ capabilities: snippets });
    const front = await ask('a.bet.md', '---\nid: BET-1\nstatus: ‸\n---\n\n# X\n');
    assert.ok(itemOf(front.list, 'building'));
    const label = await ask('a.bet.md', '# Bet: X\n\n**Status:** bui‸  \n');
    assert.equal(taken(label.text, itemOf(label.list, 'building')), '# Bet: X\n\n**Status:** building  \n');
    const heading = await ask('a.bet.md', '# Bet: X\n\n## ‸\n');
    assert.equal(itemOf(heading.list, '## Hypothesis').filterText, '## Hypothesis');
  });

  it('answers for the text as it is now, broken or not, and for nothing else', async () => {
    client = await startClient({ capabilities: snippets });
    const broken = await ask('a.bet.yaml', 'id: [\nstatus: ‸\nowner: "x\n');
    assert.ok(itemOf(broken.list, 'building').detail);
    assert.equal((await ask('deploy.yaml', 'apiVersion: v1\nkind: ‸\n')).list, null);
    assert.equal((await ask('a.bet.yaml', '# ‸\n')).list, null);
    const unknown = await client.request('textDocument/completion', {
      textDocument: { uri: folder.uriOf('never.bet.yaml') },
      position: { line: 0, character: 0 },
    });
    assert.equal(unknown, null);
  });
});
