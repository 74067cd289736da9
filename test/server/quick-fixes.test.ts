import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { soundBet } from './cases.ts';
import { applyEdit, createFolder, startClient, usualCapabilities, type TestClient, type TestFolder } from './client.ts';

describe('quick fixes of the server', () => {
  let client: TestClient;
  let folder: TestFolder;

  beforeEach(() => {
    folder = createFolder();
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  function actionsAt(uri: string, range: object, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return client.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  function findingOf(uri: string, rule: string): Diagnostic {
    const found = (client.shown(uri) ?? []).find(({ code }) => code === rule);
    assert.ok(found, rule);
    return found;
  }

  async function mended(
    uri: string,
    text: string,
    rule: string,
    pick: (action: CodeAction) => boolean,
  ): Promise<string> {
    const action = (await actionsAt(uri, findingOf(uri, rule).range, ['quickfix'])).find(pick);
    assert.ok(action?.edit);
    return applyEdit(text, uri, action.edit);
  }

  const yaml =
    '\ufeff# One\r\nid: MX-1\r\ncore:\r\n  - name: A\r\nguardrails:\r\n  - { name: Error rate, alertAt: 1% } # who?\r\n  - name: Crash rate\r\n    alertAt: 1%\r\n';
  const markdown =
    '# Metrics: A\n\n## Guardrail metrics\n\n| Metric | Threshold | Alert at |\n|---|---|---|\n| Error rate | | 1% |\n| Crash rate | | 1% |\n';
  for (const [name, text, before, after] of [
    ['a.metrics.yaml', yaml, 'alertAt: 1% } # who?', 'alertAt: 1%, threshold: < 2% } # who?'],
    ['a.metrics.md', markdown, '| Error rate | |', '| Error rate | < 2% |'],
  ] as const) {
    it(`write what is missing, one by one and all of a kind, in ${name}`, async () => {
      client = await startClient({ settings: { rules: { 'metrics/tier-missing': 'off' } } });
      const uri = folder.uriOf(name);
      client.open(uri, text);
      const rule = 'metrics/guardrail-threshold-missing';
      await client.until('it is judged', () => (client.shown(uri) ?? []).some(({ code }) => code === rule));
      const one = await mended(uri, text, rule, ({ isPreferred }) => isPreferred === true);
      assert.equal(one, text.replace(before, after));
      const all = await mended(uri, text, rule, ({ title }) => title.startsWith('Fix all'));
      client.change(uri, 2, { text: all });
      await client.until('the mended text is judged', () => client.version(uri) === 2);
      assert.deepEqual(
        (client.shown(uri) ?? []).filter(({ code }) => code === rule),
        [],
      );
    });
  }

  for (const [name, text] of [
    ['a.bet.yaml', soundBet('BET-1', 'status: soon\n')],
    [
      'a.bet.md',
      '---\nstatus: soon\n---\n\n# BET-1: A\n\n**Owner:** Mo\n\n> We believe that it will lift sales by 5%.\n',
    ],
  ] as const) {
    it(`excuse what is to stay, in ${name}`, async () => {
      client = await startClient({ settings: { today: '2026-11-22' } });
      const uri = folder.uriOf(name);
      client.open(uri, text);
      const rule = 'document/schema';
      await client.until('it is judged', () => (client.shown(uri) ?? []).some(({ code }) => code === rule));
      const rest = (client.shown(uri) ?? []).flatMap(({ code }) => (code === rule ? [] : [code]));
      for (const [version, reach] of [
        [2, 'here'],
        [3, 'in this file'],
      ] as const) {
        client.change(uri, version + 10, { text });
        await client.until('it is judged again', () => client.version(uri) === version + 10);
        const now = await mended(uri, text, rule, ({ title }) => title.startsWith('Ignore') && title.includes(reach));
        assert.ok(now.includes(`${rule}: accepted on 2026-11-22`));
        client.change(uri, version + 20, { text: now });
        await client.until('the exception is read', () => client.version(uri) === version + 20);
        assert.deepEqual(
          (client.shown(uri) ?? []).map(({ code }) => code),
          rest,
        );
        client.close(uri);
        client.open(uri, text, version + 30);
        await client.until('it is open again', () => client.version(uri) === version + 30);
      }
    });
  }

  it('excuse each rule once here and once in the file, behind all that mends', async () => {
    const codeAction = { resolveSupport: { properties: ['edit'] } };
    client = await startClient({
      capabilities: { ...usualCapabilities, textDocument: { ...usualCapabilities.textDocument, codeAction } },
      settings: { today: '2026-11-22' },
    });
    const uri = folder.uriOf('a.bet.yaml');
    const text =
      'id: BET-1\ntitle: One\nowner: Mo\nhypothesis: It will lift sales by 5%.\nteam: x\nroom: y\nstatus: building\n';
    client.open(uri, text);
    await client.until('it is judged', () => client.rules(uri)?.includes('document/unknown-field') === true);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
      context: { diagnostics: [] },
    });
    const quick = actions.filter(({ kind }) => kind === 'quickfix');
    const rules = [...new Set(client.rules(uri))];
    assert.ok(rules.length >= 3 && (client.rules(uri) ?? []).length > rules.length);
    const excuses = quick.slice(-2 * rules.length).map(({ title }) => title);
    assert.deepEqual(
      excuses.map(title => title.replace(/^Ignore (\S+) (here|in this file).*/, '$2 $1')).sort(),
      rules.flatMap(rule => [`here ${rule}`, `in this file ${rule}`]).sort(),
    );
    assert.ok(excuses.slice(0, rules.length).every(title => title.includes(' here')));
    assert.ok(quick.slice(0, -2 * rules.length).every(({ title }) => !title.startsWith('Ignore')));
  });

  it('say only when an exception is chosen what it changes, where the client waits for that', async () => {
    const codeAction = { resolveSupport: { properties: ['edit'] } };
    client = await startClient({
      capabilities: { ...usualCapabilities, textDocument: { ...usualCapabilities.textDocument, codeAction } },
      settings: { today: '2026-11-22' },
    });
    const uri = folder.uriOf('a.bet.yaml');
    const text = soundBet('BET-1', 'status: soon\n');
    client.open(uri, text);
    await client.until('it is judged', () => client.rules(uri)?.includes('document/schema') === true);
    const { range } = findingOf(uri, 'document/schema');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    const ignoring = actions.find(({ data }) => data !== undefined);
    assert.ok(ignoring && ignoring.edit === undefined);
    const { edit } = await client.request<CodeAction>('codeAction/resolve', ignoring);
    assert.ok(edit);
    assert.match(
      applyEdit(text, uri, edit),
      /^# betwright-ignore document\/schema: accepted on 2026-11-22\nstatus: soon$/m,
    );
    client.change(uri, 2, { text: `# Another\n${text}` });
    await client.until('the text has changed', () => client.version(uri) === 2);
    const late = await client.request<CodeAction>('codeAction/resolve', ignoring);
    assert.equal(late.edit, undefined, 'it was worked out for another text');
  });

  it('write into another file, as it is on the disk, and name no version of what is not open', async () => {
    const retro = 'id: RT-1\r\nfacilitator: Jo\r\n';
    folder.write('a.retro.yaml', 'id: RT-1\n');
    const bet = soundBet('BET-1', 'status: building\ntimebox: { start: 2026-11-01, end: 2026-12-20 }\nretro: RT-1\n');
    folder.write('a.bet.yaml', bet);
    client = await startClient({ folders: [folder.uri], settings: { today: '2026-11-22' } });
    const uri = folder.uriOf('a.retro.yaml');
    await client.until('it is judged', () =>
      (client.shown(uri) ?? []).some(({ code }) => code === 'retro/not-scheduled'),
    );
    folder.write('a.retro.yaml', retro);
    const bets = folder.uriOf('a.bet.yaml');
    client.open(bets, bet, 5);
    await client.until('it is open', () => client.version(bets) === 5);
    const question = { uri, rule: 'retro/not-scheduled', position: findingOf(uri, 'retro/not-scheduled').range.start };
    const edit = await client.request<NonNullable<CodeAction['edit']>>('betwright/fix', question);
    const [change] = edit.documentChanges ?? [];
    assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri, version: null });
    assert.equal(applyEdit(retro, uri, edit), `${retro}scheduled: 2026-12-20\r\n`);
  });

  it('are made on saving only where that is asked for, and only what is safe', async () => {
    client = await startClient();
    const uri = folder.uriOf('a.bet.yaml');
    const text = soundBet('BET-1', 'staus: proposed\nmetrics:\n  leading: [{ name: A, cadence: weekly }]\n');
    client.open(uri, text);
    await client.until('it is judged', () => (client.shown(uri) ?? []).length > 1);
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const [action, ...others] = await actionsAt(uri, whole, ['source.fixAll']);
    assert.ok(action?.edit);
    assert.deepEqual(others, []);
    assert.equal(applyEdit(text, uri, action.edit), text.replace('staus', 'status'));
    const usual = await actionsAt(uri, whole);
    assert.ok(usual.length > 2 && usual.every(({ kind }) => kind?.startsWith('source') !== true));
  });

  it('never prefer what only people know', async () => {
    client = await startClient();
    const uri = folder.uriOf('a.launch.yaml');
    client.open(uri, 'id: LA-1\nowner: Mo\n');
    await client.untilRules(uri, ['launch/tier-missing']);
    const fixes = await actionsAt(uri, findingOf(uri, 'launch/tier-missing').range, ['quickfix']);
    assert.equal(fixes.filter(({ title }) => title.startsWith('Tier')).length, 4);
    assert.ok(fixes.every(({ isPreferred }) => isPreferred !== true));
  });
});
