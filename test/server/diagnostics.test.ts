import assert from 'node:assert/strict';
import { orphanBet, soundBet } from './cases.ts';
import { createFolder, startClient, type TestClient, type TestFolder } from './client.ts';

describe('diagnostics', () => {
  let client: TestClient;
  let folder: TestFolder;
  beforeEach(() => {
    folder = createFolder();
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  it('say what, where and why, with the version they are for', async () => {
    client = await startClient({ rulePages: 'https://pages.example/rules/' });
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, orphanBet('BET-1'), 7);
    await client.untilRules(uri, ['bet/owner-missing']);
    const [diagnostic] = client.shown(uri) ?? [];
    assert.equal(client.version(uri), 7);
    assert.deepEqual(diagnostic?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } });
    assert.equal(diagnostic.severity, 2);
    assert.equal(diagnostic.source, 'betwright');
    assert.deepEqual(diagnostic.codeDescription, { href: 'https://pages.example/rules/bet/owner-missing.md' });
    assert.ok(!('tags' in diagnostic));
  });

  it('follow the buffer while it is edited, each for its own version', async () => {
    client = await startClient();
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, orphanBet('BET-1'));
    await client.untilRules(uri, ['bet/owner-missing']);
    const end = { line: 1, character: 0 };
    client.change(uri, 2, { range: { start: end, end }, text: 'owner: Maria Lind\n' });
    await client.until('version 2 is shown', () => client.version(uri) === 2);
    assert.deepEqual(client.rules(uri), []);
    client.change(uri, 3, { range: { start: end, end: { line: 2, character: 0 } }, text: 'ownr: Maria\n' });
    await client.until('version 3 is shown', () => client.version(uri) === 3);
    assert.deepEqual([...(client.rules(uri) ?? [])].sort(), ['bet/owner-missing', 'document/unknown-field']);
    const unknown = client.shown(uri)?.find(({ code }) => code === 'document/unknown-field');
    assert.deepEqual(unknown?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
  });

  it('of versions that are gone already are never shown, and a burst is judged once or twice', async () => {
    client = await startClient();
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, soundBet('BET-1'));
    for (let version = 2; version <= 200; version++)
      client.change(uri, version, { text: version % 2 === 0 ? orphanBet('BET-1') : soundBet('BET-1') });
    await client.until('the last version is shown', () => client.version(uri) === 200);
    assert.deepEqual(client.rules(uri), ['bet/owner-missing']);
    const versions = client.published.filter(params => params.uri === uri).map(({ version }) => version ?? -1);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(versions.length < 150, `${String(versions.length)} of 200 versions were judged`);
    for (const { version, diagnostics } of client.published)
      assert.equal(diagnostics.length, (version ?? 0) % 2 === 0 ? 1 : 0, `version ${String(version)}`);
  });

  it('stand at their places in a text with CRLF, umlauts and emoji, and in front matter', async () => {
    client = await startClient();
    const uri = folder.uriOf('a.bet.md');
    client.open(
      uri,
      '---\r\nid: BET-1\r\ntitle: "😀 Größe"\r\nowner: M\r\nhypothesis: { outcome: 8% to 10% }\r\nx-😀: 1\r\n"ö😀": 2\r\n---\r\n# x\r\n',
    );
    await client.untilRules(uri, ['document/unknown-field']);
    const { range } = client.shown(uri)?.[0] ?? {};
    assert.deepEqual(range, { start: { line: 6, character: 0 }, end: { line: 6, character: 5 } });
  });

  it('go from the other file when an id is no longer given twice', async () => {
    folder.write('a.bet.yaml', soundBet('BET-1'));
    folder.write('b.bet.yaml', soundBet('BET-1'));
    client = await startClient({ folders: [folder.uri] });
    const [a, b] = [folder.uriOf('a.bet.yaml'), folder.uriOf('b.bet.yaml')];
    await client.untilRules(a, ['reference/duplicate']);
    await client.untilRules(b, ['reference/duplicate']);
    const related = client.shown(a)?.[0]?.relatedInformation;
    assert.deepEqual(
      related?.map(({ location }) => location),
      [{ uri: b, range: client.shown(b)?.[0]?.range }],
    );
    client.open(a, soundBet('BET-1'));
    client.change(a, 2, { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } }, text: '2' });
    await client.untilRules(b, []);
    await client.untilRules(a, []);
  });

  it('that need the whole workspace wait until it has been read', async () => {
    folder.write('a.bet.yaml', soundBet('BET-1', 'iteration: { number: 2, of: BET-2 }\n'));
    folder.write('z.bet.yaml', soundBet('BET-2'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, soundBet('BET-1', 'iteration: { number: 2, of: BET-2 }\n'));
    client.open(folder.uriOf('b.bet.yaml'), orphanBet('BET-3'));
    await client.untilRules(folder.uriOf('b.bet.yaml'), ['bet/owner-missing']);
    assert.ok(
      client.published.every(({ diagnostics }) => diagnostics.every(({ code }) => code !== 'reference/unknown')),
    );
  });

  it('are cleared when a document that is no file is closed', async () => {
    client = await startClient();
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, orphanBet('BET-1'));
    await client.untilRules(uri, ['bet/owner-missing']);
    client.close(uri);
    await client.untilRules(uri, []);
  });

  it('are not made for the other side of a comparison', async () => {
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, orphanBet('BET-1'));
    client.open(uri.replace('file:', 'git:'), orphanBet('BET-1'));
    client.open('output:/a.bet.yaml', orphanBet('BET-1'));
    await client.untilRules(uri, ['bet/owner-missing']);
    client.change(uri, 2, { text: soundBet('BET-1') });
    await client.untilRules(uri, []);
    assert.deepEqual([...new Set(client.published.map(params => params.uri))], [uri]);
  });
});
