import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { orphanBet } from './cases.ts';
import { applyEdit, createFolder, startClient, type TestClient, type TestFolder } from './client.ts';

const plan =
  '# Rollout: New tills\n\n**Owner:** Jo Park\n\n## Stage 1: Internal\n\n**Audience:** Staff\n\n## Stage 2: Beta (10%)\n\n### Exit criteria\n\n- [ ] No open fault\n\n## Rollback plan\n\n**Rollback owner:** Jo Park\n';
const metrics = (path: string): string =>
  `id: M\nguardrails:\n  - name: Error rate\n    threshold: < 2%\n    history: ${path}\n`;
const good = 'date,value\n2026-11-02,1%\n';
const bad = 'date,value\n2026-11-02,3%\n';

describe('what a workspace is read by', () => {
  let client: TestClient;
  let folder: TestFolder;
  const start = async (settings = {}): Promise<void> => {
    client = await startClient({ folders: [folder.uri], settings });
    await client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
  };
  const untilSays = (name: string, rule: string): Promise<void> =>
    client.until(`${name} has ${rule}`, () => client.rules(folder.uriOf(name))?.includes(rule) === true);
  const untilSilent = (name: string, rule: string): Promise<void> =>
    client.until(`${name} has no ${rule}`, () => client.rules(folder.uriOf(name))?.includes(rule) === false);
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  describe('folders that are included', () => {
    const rule = 'rollout/trigger-missing';
    const tell = (settings: object): void =>
      void client.connection.sendNotification('workspace/didChangeConfiguration', { settings });

    it('are read by the settings, and by no setting any more', async () => {
      folder = createFolder({ 'my docs/tills.md': plan, 'tills.md': plan, 'a.bet.yaml': orphanBet('BET-1') });
      await start({ include: ['my docs'] });
      await untilSays('my docs/tills.md', rule);
      tell({ include: [] });
      await client.untilRules(folder.uriOf('my docs/tills.md'), []);
      tell({ include: ['.'] });
      await untilSays('tills.md', rule);
      await untilSays('my docs/tills.md', rule);
    });

    it('hold documents that can be mended, open or not', async () => {
      const text = `---\naproach: percentage\n---\n\n${plan}`;
      folder = createFolder({ 'docs/tills.md': text, 'docs/open.md': text });
      await start({ include: ['docs'] });
      client.open(folder.uriOf('docs/open.md'), text);
      for (const name of ['docs/tills.md', 'docs/open.md']) {
        await untilSays(name, 'document/unknown-field');
        const question = {
          uri: folder.uriOf(name),
          rule: 'document/unknown-field',
          position: { line: 1, character: 0 },
        };
        const edit = await client.request<WorkspaceEdit | null>('betwright/fix', question);
        assert.ok(edit, name);
        assert.match(applyEdit(text, folder.uriOf(name), edit), /^approach: percentage$/m);
      }
    });

    it('are read by the configuration as it is in the editor, open documents too', async () => {
      folder = createFolder({
        'docs/tills.md': plan,
        'docs/open.md': plan,
        'betwright.config.yaml': 'mode: scaling\n',
      });
      await start();
      const config = folder.uriOf('betwright.config.yaml');
      client.open(folder.uriOf('docs/open.md'), plan);
      client.open(config, 'include: [docs]\n');
      await untilSays('docs/tills.md', rule);
      await untilSays('docs/open.md', rule);
      client.change(config, 2, { text: 'include: [../docs]\n' });
      await client.untilRules(config, ['document/schema']);
      await client.untilRules(folder.uriOf('docs/tills.md'), []);
      await client.untilRules(folder.uriOf('docs/open.md'), []);
      client.change(config, 3, { text: 'include: [docs]\n' });
      await client.untilRules(config, []);
      await untilSays('docs/tills.md', rule);
    });

    it('are read by a configuration that comes, in the words that it brings', async () => {
      folder = createFolder({ 'docs/b.bet.md': '# Wette: Kürzere Wege\n\n**Besitz:** Noor Haddad\n' });
      await start();
      await untilSays('docs/b.bet.md', 'bet/owner-missing');
      folder.write('docs/betwright.config.yaml', 'vocabulary: { labels: { common: { owner: [Besitz] } } }\n');
      client.created(folder.uriOf('docs/betwright.config.yaml'));
      await untilSilent('docs/b.bet.md', 'bet/owner-missing');
      rmSync(join(folder.path, 'docs/betwright.config.yaml'));
      client.deleted(folder.uriOf('docs/betwright.config.yaml'));
      await untilSays('docs/b.bet.md', 'bet/owner-missing');
    });
  });

  describe('histories in CSV files', () => {
    const rule = 'metrics/guardrail-breached';

    it('win over the disk while they are open, whenever they come to be named', async () => {
      folder = createFolder({ 'm.metrics.yaml': metrics('e.csv'), 'e.csv': bad, 'other.csv': bad });
      await start();
      await untilSays('m.metrics.yaml', rule);
      const table = folder.uriOf('e.csv');
      client.open(table, good);
      await untilSilent('m.metrics.yaml', rule);
      client.change(table, 2, { text: bad });
      await untilSays('m.metrics.yaml', rule);
      client.change(table, 3, { text: good });
      await untilSilent('m.metrics.yaml', rule);
      client.close(table);
      await untilSays('m.metrics.yaml', rule);
      // One that is open before anybody names it.
      const other = folder.uriOf('other.csv');
      client.open(other, good);
      client.open(folder.uriOf('m.metrics.yaml'), metrics('other.csv'));
      await untilSilent('m.metrics.yaml', rule);
      client.change(other, 2, { text: bad });
      await untilSays('m.metrics.yaml', rule);
      client.change(other, 3, { text: good });
      await untilSilent('m.metrics.yaml', rule);
      client.close(other);
      await untilSays('m.metrics.yaml', rule);
    });

    it('are read, and followed as they change, go and come', async () => {
      folder = createFolder({ 'a/m.metrics.yaml': metrics('../my numbers/e.csv'), 'my numbers/e.csv': bad });
      await start();
      await untilSays('a/m.metrics.yaml', rule);
      const table = folder.uriOf('my numbers/e.csv');
      folder.write('my numbers/e.csv', good);
      client.changed(table);
      await untilSilent('a/m.metrics.yaml', rule);
      renameSync(join(folder.path, 'my numbers'), join(folder.path, 'elsewhere'));
      client.deleted(folder.uriOf('my numbers'));
      await untilSays('a/m.metrics.yaml', 'reference/unknown');
      folder.write('my numbers/e.csv', bad);
      client.created(folder.uriOf('my numbers'));
      await untilSays('a/m.metrics.yaml', rule);
      await untilSilent('a/m.metrics.yaml', 'reference/unknown');
    });

    it('are read when a document in the editor names them', async () => {
      folder = createFolder({ 'm.metrics.yaml': metrics('none.csv'), 'e.csv': bad });
      await start();
      await untilSays('m.metrics.yaml', 'reference/unknown');
      client.open(folder.uriOf('m.metrics.yaml'), metrics('e.csv'));
      await untilSays('m.metrics.yaml', rule);
      await untilSilent('m.metrics.yaml', 'reference/unknown');
    });

    it('are read from regular files inside the folder alone', async () => {
      const outside = createFolder({ 'secret.csv': bad });
      folder = createFolder({
        'link.metrics.yaml': metrics('link.csv'),
        'way.metrics.yaml': metrics('way/secret.csv'),
        'out.metrics.yaml': metrics(`../../${outside.path.split('/').slice(-2).join('/')}/secret.csv`),
        'folder.metrics.yaml': metrics('folder.csv'),
        'huge.metrics.yaml': metrics('huge.csv'),
        'huge.csv': good,
      });
      symlinkSync(join(outside.path, 'secret.csv'), join(folder.path, 'link.csv'));
      symlinkSync(outside.path, join(folder.path, 'way'));
      mkdirSync(join(folder.path, 'folder.csv'));
      truncateSync(join(folder.path, 'huge.csv'), 20_000_000);
      try {
        await start();
        for (const name of ['link', 'way', 'out', 'folder']) {
          await untilSays(`${name}.metrics.yaml`, 'reference/unknown');
          assert.ok(!client.rules(folder.uriOf(`${name}.metrics.yaml`))?.includes(rule), name);
        }
        await untilSays('huge.metrics.yaml', 'value/unreadable');
      } finally {
        outside.remove();
      }
    });
  });

  it('shows the most severe findings of a file, and says how many there are besides', async () => {
    const fields = Array.from({ length: 700 }, (_, i) => `f${i}: 1\n`).join('');
    folder = createFolder({ 'a.bet.yaml': `id: A\n${fields}status: buildin\n` });
    await start();
    const shown = client.shown(folder.uriOf('a.bet.yaml')) ?? [];
    assert.equal(shown.length, 501);
    const [note] = shown.filter(({ code }) => code === undefined);
    assert.ok(note);
    assert.deepEqual([note.range.start.line, note.severity], [0, 3]);
    assert.ok(typeof note.message === 'string');
    assert.match(note.message, /^20\d /);
    assert.ok(
      shown.some(({ code }) => code === 'document/schema'),
      'an error behind all the warnings',
    );
  });
});
