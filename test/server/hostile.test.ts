import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { CodeLens, DocumentSymbol } from 'vscode-languageserver/node';
import { orphanBet } from './cases.ts';
import { createFolder, startClient, type TestClient, type TestFolder } from './client.ts';

const inputs: Readonly<Record<string, string>> = {
  empty: '',
  'only a byte order mark': '\ufeff',
  'only markers': '---\n---\n...\n',
  binary: 'PK\u0003\u0004\0\0\0\ufffd\ufffd',
  'a lone surrogate': 'id: "\ud800"\ntitle: \udc00\n',
  'deep brackets': `id: ${'['.repeat(5_000)}`,
  'deep maps': Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'an alias bomb': `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from(
    { length: 12 },
    (_, i) =>
      `b${String(i)}: &b${String(i)} [${Array(9)
        .fill(i === 0 ? '*a' : `*b${String(i - 1)}`)
        .join()}]`,
  ).join('\n')}\n`,
  'a circle of aliases': 'id: X\nmetrics: &m\n  core: *m\n',
  'a list': '- a\n- b\n',
  'a number': '42\n',
  'wrong shapes': 'id: [1]\ntitle: {a: b}\nmetrics: 3\nrollout: [x]\nretro: { scheduled: [] }\nhypothesis: [[]]\n',
  'prototype words': '__proto__: { polluted: 1 }\nconstructor: x\nid: constructor\nmetrics: hasOwnProperty\n',
  'a merge conflict': '<<<<<<< HEAD\nid: A\n=======\nid: B\n>>>>>>> other\n',
  'something foreign': 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: x }\n',
  'unclosed quotes': 'id: "x\ntitle: y\n',
  'one long line': `title: ${'x'.repeat(200_000)}\n`,
  'many documents': 'id: A\n---\n'.repeat(200),
  'many keys': Array.from({ length: 5000 }, (_, i) => `k${String(i)}: 1`).join('\n'),
};

describe('hostile files', () => {
  let client: TestClient;
  let folder: TestFolder;
  before(async () => {
    folder = createFolder();
    client = await startClient({ folders: [folder.uri] });
  });
  after(async () => {
    await client.stop();
    folder.remove();
    assert.deepEqual(client.logs, [], 'nothing went wrong inside');
  });

  const askEverything = async (uri: string): Promise<void> => {
    const textDocument = { uri };
    const position = { line: 0, character: 3 };
    const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.ok(Array.isArray(symbols) && symbols.every(({ name }) => name !== ''));
    assert.ok(Array.isArray(await client.request<CodeLens[]>('textDocument/codeLens', { textDocument })));
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    await client.request('textDocument/hover', { textDocument, position });
    await client.request('betwright/page', { uri, offset: 5 });
    await client.request('betwright/fix', { uri, rule: 'bet/owner-missing', position: range.start });
    await client.request('betwright/tree');
  };

  for (const [name, text] of Object.entries(inputs)) {
    it(`such as ${name} are answered in peace`, async () => {
      for (const ending of ['bet.yaml', 'metrics.md', 'yaml']) {
        const uri = folder.uriOf(`hostile.${ending}`);
        client.open(uri, ending.endsWith('md') ? `---\n${text}\n---\n` : text);
        await askEverything(uri);
        client.close(uri);
      }
      const sane = folder.uriOf('sane.bet.yaml');
      client.open(sane, orphanBet('SANE-1'));
      await client.until('others are still judged', () => client.rules(sane)?.includes('bet/owner-missing') === true);
      client.close(sane);
      await client.untilRules(sane, []);
    });
  }

  it('on the disk are no different', async () => {
    for (const [index, text] of Object.values(inputs).entries()) folder.write(`disk/${String(index)}.bet.yaml`, text);
    folder.write('disk/noise.bet.yaml', randomBytes(5000));
    folder.write('disk/latin.bet.yaml', Buffer.from('id: BET-9\ntitle: Gr\u00f6\u00dfe\n', 'latin1'));
    folder.write('disk/bom.bet.yaml', `\ufeff${orphanBet('BET-8')}`);
    const names = [...Object.keys(inputs).keys(), 'noise', 'latin', 'bom'].map(name => `disk/${String(name)}.bet.yaml`);
    client.created(...names.map(name => folder.uriOf(name)));
    await client.until('bytes that are no UTF-8 are named', () => {
      return client.rules(folder.uriOf('disk/latin.bet.yaml'))?.join() === 'document/syntax';
    });
    const bom = folder.uriOf('disk/bom.bet.yaml');
    await client.until('a byte order mark is no character', () => client.shown(bom) !== undefined);
    assert.deepEqual(client.shown(bom)?.[0]?.range.start, { line: 0, character: 0 });
  });

  it('and questions about nothing have empty answers', async () => {
    for (const uri of ['file:///nowhere.bet.yaml', 'nonsense', '', 'file://%E0%A4%A', 'data:,x'])
      await askEverything(uri);
    client.change('file:///nowhere.bet.yaml', 2, { text: 'x' });
    client.close('file:///nowhere.bet.yaml');
    client.changed('nonsense', '', 'file:///%', 'file:////x.bet.yaml');
    await client.request('betwright/tree');
  });
});

describe('questions that make no sense', () => {
  it('have an empty answer too, and leave one line in the log that holds nothing of them', async () => {
    const folder = createFolder();
    const client = await startClient({ folders: [folder.uri] });
    const nonsense = { uri: 7, rule: 'secret-word' };
    assert.equal(await client.request('betwright/fix', nonsense), null);
    assert.equal(await client.request('betwright/fix', nonsense), null);
    await client.until('the log says so', () => client.logs.length > 0);
    assert.equal(client.logs.length, 1);
    assert.ok(!client.logs[0]?.includes('secret'));
    await client.stop();
    folder.remove();
  });
});
