import assert from 'node:assert/strict';
import { documentsWithOurSchema } from '../../src/server/schema-modelines.ts';
import { soundBet } from './cases.ts';
import { startClient, type TestClient } from './client.ts';

const modeline = '# yaml-language-server: $schema=https://example.com/schemas/bet.schema.json\n';
/** A wrong word and an unknown field; the schemas allow the latter, so no other extension reports it. */
const wrong = soundBet('BET-1', 'status: [nonsense]\nsatus: building\n');

describe('beside an extension that checks YAML by our schemas', () => {
  const uri = 'file:///nowhere/a.bet.yaml';
  let client: TestClient;
  afterEach(() => client.stop());

  it('a fault is read once: what the schema says is left to the other where a comment names a schema of ours', async () => {
    client = await startClient({ settings: { othersCheckSchemas: true } });
    client.open(uri, modeline + wrong);
    await client.untilRules(uri, ['document/unknown-field']);
    client.change(uri, 2, { text: wrong });
    await client.untilRules(uri, ['document/schema', 'document/unknown-field']);
    client.change(uri, 3, { text: modeline.replace('bet.schema', 'deployment.schema') + wrong });
    await client.until('the last text is judged', () => client.version(uri) === 3);
    assert.deepEqual([...(client.rules(uri) ?? [])].sort(), ['document/schema', 'document/unknown-field']);
  });

  it('nothing is left out without such an extension, and what is told of it holds from then on', async () => {
    client = await startClient({ settings: {} });
    client.open(uri, modeline + wrong);
    await client.untilRules(uri, ['document/schema', 'document/unknown-field']);
    const settings = { othersCheckSchemas: true };
    void client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await client.untilRules(uri, ['document/unknown-field']);
  });

  it('Markdown stays ours: nobody else looks into its front matter', async () => {
    client = await startClient({ settings: { othersCheckSchemas: true } });
    const markdown = 'file:///nowhere/a.bet.md';
    client.open(markdown, `---\n${modeline}${wrong}---\n\n# A sound idea\n`);
    await client.untilRules(markdown, ['document/schema', 'document/unknown-field']);
  });
});

describe('the comment that names a schema', () => {
  for (const [what, text, documents] of [
    ['is found at the top', `${modeline}id: BET-1\n`, ['all']],
    ['is found below fields', `id: BET-1\n${modeline}`, ['all']],
    ['counts for what follows the first mark', `${modeline}---\nid: BET-1\n`, ['all']],
    ['counts for its document alone', `id: BET-1\n---\n${modeline}id: BET-2\n---\nid: BET-3\n`, ['BET-2']],
    ['counts for the first of two', `${modeline}id: BET-1\n---\nid: BET-2\n`, ['BET-1']],
    ['may name a file', '# yaml-language-server: $schema=../schemas/rollout.schema.json\nid: RO-1\n', ['all']],
    ['may name a file beside it', '# yaml-language-server: $schema=tracks.schema.json\r\nid: T-1\r\n', ['all']],
    ['may name somebody else’s', '# yaml-language-server: $schema=https://example.com/app.schema.json\nid: a\n', []],
    ['may name one that only ends like ours', '# yaml-language-server: $schema=alphabet.schema.json\nid: a\n', []],
    ['counts once', '# yaml-language-server: $schema=app.json\n# yaml-language-server: $schema=bet.schema.json\n', []],
    ['is no text', 'notes: "yaml-language-server: $schema=bet.schema.json"\n', []],
  ] as const)
    it(what, () => {
      const found = documentsWithOurSchema(text).map(({ start, end }) => text.slice(start, end));
      assert.equal(found.length, documents.length);
      documents.forEach((id, index) => {
        if (id === 'all') assert.equal(found[index], text);
        else assert.deepEqual(found[index]?.match(/BET-\d/g), [id]);
      });
    });
});
