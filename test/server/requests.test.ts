import assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeLens,
  DocumentSymbol,
  Hover,
  InlayHint,
  MarkupContent,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type {
  Attention,
  FixQuestion,
  PreviewPage,
  NewDocument,
  ReasonsArguments,
  RevealArguments,
  Tree,
} from '../../src/server/protocol.ts';
import { takeMarks } from '../support/marks.ts';
import { orphanBet, soundBet, unguarded } from './cases.ts';
import { applyEdit, createFolder, startClient, usualCapabilities, type TestClient, type TestFolder } from './client.ts';

describe('answers of the server', () => {
  let client: TestClient;
  let folder: TestFolder;
  const isRead = (): Promise<void> =>
    client.until('the workspace has been read', () => client.changes.some(({ tree }) => tree));
  const lensesOf = async (uri: string, command: string): Promise<readonly CodeLens[]> => {
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    return lenses.filter(lens => lens.command?.command === command);
  };
  const symbolsOf = (uri: string): Promise<readonly DocumentSymbol[]> =>
    client.request('textDocument/documentSymbol', { textDocument: { uri } });

  beforeEach(() => {
    folder = createFolder();
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  describe('lenses', () => {
    it('flag missing guardrails over the head of the bet, and mend them', async () => {
      client = await startClient({ folders: [folder.uri] });
      await client.until('watching has begun', () => client.registered.length > 0);
      const uri = folder.uriOf('a.bet.yaml');
      const text = `# A comment\n${soundBet('BET-1', unguarded)}# The end\n`;
      client.open(uri, text);
      await client.untilRules(uri, ['metrics/guardrail-missing']);
      const lenses = await lensesOf(uri, 'betwright.applyFix');
      const [lens] = lenses;
      assert.equal(lenses.length, 1);
      assert.equal(lens?.range.start.line, 1);
      assert.equal(lens.command?.command, 'betwright.applyFix');
      const question = lens.command.arguments?.[0] as FixQuestion;
      assert.equal(question.rule, 'metrics/guardrail-missing');

      const edit = await client.request<WorkspaceEdit>('betwright/fix', question);
      const mended = applyEdit(text, uri, edit);
      assert.ok(mended.split('\n').includes('  guardrails:'));
      client.change(uri, 2, { text: mended });
      await client.until('the mended text is judged', () => client.version(uri) === 2);
      const serious = (client.shown(uri) ?? []).filter(({ severity }) => severity !== 3);
      assert.deepEqual(serious, [], 'the finding is gone, and no new one has come');
      assert.deepEqual(await lensesOf(uri, 'betwright.applyFix'), []);
      assert.equal(await client.request('betwright/fix', question), null);
    });

    it('lead to what only people can mend', async () => {
      folder.write('a.bet.yaml', soundBet('BET-1'));
      client = await startClient({ folders: [folder.uri] });
      const uri = folder.uriOf('b.metrics.yaml');
      client.open(
        uri,
        'id: MX-1\nowner: x\nlagging: [{ name: L }]\ncore: [{ name: C, drives: L, primary: true, target: 3 }]\nleading: [{ name: D, drives: C }]\nguardrails:\n  - name: Errors $(trash)\n    threshold: < 2%\n    current: 5%\n',
      );
      await client.until('it is breached', () => client.rules(uri)?.includes('metrics/guardrail-breached') === true);
      const [lens] = await lensesOf(uri, 'betwright.reveal');
      const place = lens?.command?.arguments?.[0] as RevealArguments;
      assert.equal(place.uri, uri);
      assert.equal(place.range.start.line, 8);
      assert.ok(lens?.command && !lens.command.title.includes('$('), 'no icon is drawn for what a file says');
    });

    it('show the reasons of what is computed, each with its place', async () => {
      client = await startClient({ folders: [folder.uri], settings: { today: '2026-11-22' } });
      await client.until('watching has begun', () => client.registered.length > 0);
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', unguarded));
      await client.untilRules(uri, ['metrics/guardrail-missing']);
      const lenses = await lensesOf(uri, 'betwright.showReasons');
      const lens = lenses.find(({ command }) => command?.title === 'drives Revenue');
      assert.equal(lens?.range.start.line, 8);
      const { reasons } = lens.command?.arguments?.[0] as ReasonsArguments;
      assert.deepEqual(
        reasons.map(reason => [reason.uri, reason.range.start.line]),
        [[uri, 6]],
      );
    });

    it('are off one by one where the settings say so', async () => {
      client = await startClient({
        folders: [folder.uri],
        settings: { codeLens: { readiness: false, findings: false } },
      });
      await client.until('watching has begun', () => client.registered.length > 0);
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', unguarded));
      await client.untilRules(uri, ['metrics/guardrail-missing']);
      assert.deepEqual(await lensesOf(uri, 'betwright.applyFix'), []);
      const titles = (await lensesOf(uri, 'betwright.showReasons')).map(lens => lens.command?.title ?? '');
      assert.deepEqual(
        titles.filter(title => title.startsWith('Ready')),
        [],
      );
      assert.notDeepEqual(titles, []);
    });

    it('are off where the settings say so', async () => {
      client = await startClient({ settings: { codeLens: false } });
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', unguarded));
      await client.untilRules(uri, ['metrics/guardrail-missing']);
      assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri } }), []);
    });

    it('are asked for anew when another file has changed what they say', async () => {
      let refreshed = 0;
      const capabilities = { workspace: { ...usualCapabilities.workspace, codeLens: { refreshSupport: true } } };
      client = await startClient({
        folders: [folder.uri],
        capabilities,
        prepare(connection) {
          connection.onRequest('workspace/codeLens/refresh', () => {
            refreshed++;
            return null;
          });
        },
      });
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1'));
      await client.untilRules(uri, []);
      folder.write('b.bet.yaml', soundBet('BET-1'));
      client.created(folder.uriOf('b.bet.yaml'));
      await client.untilRules(uri, ['reference/duplicate']);
      await client.until('the lenses are asked for anew', () => refreshed > 0 || client.changes.length < 0);
    });
  });

  describe('inlay hints', () => {
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

    it('stand behind the values that they follow from', async () => {
      client = await startClient({ folders: [folder.uri], settings: { today: '2026-11-22' } });
      await client.until('watching has begun', () => client.registered.length > 0);
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, 'id: BET-1\r\ntimebox: { start: 2026-11-02, duration: 4w }\r\n');
      await client.until('it is judged', () => client.shown(uri) !== undefined);
      const question = { textDocument: { uri }, range: whole };
      const hints = await client.request<InlayHint[]>('textDocument/inlayHint', question);
      assert.deepEqual(
        hints.map(({ position, label }) => [position, label]),
        [[{ line: 1, character: 42 }, 'ends Mon 2026-11-30, in 8 days']],
      );
    });

    it('are off where the settings say so', async () => {
      client = await startClient({ folders: [folder.uri], settings: { inlayHints: { dates: false } } });
      await client.until('watching has begun', () => client.registered.length > 0);
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, 'id: BET-1\ntimebox: { start: 2026-11-02, duration: 4w }\n');
      await client.until('it is judged', () => client.shown(uri) !== undefined);
      assert.deepEqual(await client.request('textDocument/inlayHint', { textDocument: { uri }, range: whole }), []);
    });
  });

  describe('attention', () => {
    it('counts what is overdue and breached in all files, and says where', async () => {
      folder.write('a.bet.yaml', 'id: BET-1\ntimebox: { end: 2026-11-15 }\nstatus: building\n');
      folder.write('b.metrics.yaml', 'id: MX-1\nguardrails:\n  - { name: Errors, threshold: < 2%, current: 5% }\n');
      folder.write(
        'c.metrics.yaml',
        '# betwright-ignore-file metrics/guardrail-breached: known\nguardrails:\n  - { name: Other, threshold: < 2%, current: 5% }\n',
      );
      client = await startClient({ folders: [folder.uri], settings: { today: '2026-11-22' } });
      await isRead();
      const attention = await client.request<Attention>('betwright/attention');
      assert.deepEqual([attention.overdue, attention.breached], [1, 1]);
      assert.deepEqual(
        attention.items.map(({ sort, artifact, uri, range }) => [sort, artifact, uri, range.start.line]),
        [
          ['overdue', 'BET-1', folder.uriOf('a.bet.yaml'), 1],
          ['breached', 'MX-1', folder.uriOf('b.metrics.yaml'), 2],
        ],
      );
    });
  });

  describe('quick fixes', () => {
    it('are offered at the finding, name it, and mend it in this very version', async () => {
      client = await startClient();
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', unguarded), 3);
      await client.untilRules(uri, ['metrics/guardrail-missing']);
      const [diagnostic] = client.shown(uri) ?? [];
      assert.ok(diagnostic);
      const ask = (range: object, only?: string[]): Promise<CodeAction[]> =>
        client.request('textDocument/codeAction', {
          textDocument: { uri },
          range,
          context: { diagnostics: [], ...(only && { only }) },
        });
      const actions = (await ask(diagnostic.range)).filter(({ kind }) => kind === 'quickfix');
      assert.deepEqual(
        actions.map(({ isPreferred }) => isPreferred),
        [true, undefined, undefined],
        'the fix, and two ways to ignore it',
      );
      assert.equal(actions[0]?.kind, 'quickfix');
      assert.deepEqual(actions[0].diagnostics, [diagnostic]);
      const [change] = actions[0].edit?.documentChanges ?? [];
      assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri, version: 3 });
      const elsewhere = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
      assert.deepEqual(await ask(elsewhere, ['quickfix']), []);
      assert.deepEqual(await ask(diagnostic.range, ['source.organizeImports']), []);
      assert.equal((await ask(diagnostic.range, ['quickfix'])).length, 3);
    });

    it('are plain changes for a client that knows no versions, and reach files that are not open', async () => {
      folder.write('a.bet.yaml', soundBet('BET-1', unguarded));
      client = await startClient({ folders: [folder.uri], capabilities: {} });
      const uri = folder.uriOf('a.bet.yaml');
      await client.untilRules(uri, ['metrics/guardrail-missing']);
      const start = client.shown(uri)?.[0]?.range.start;
      const question = { uri, rule: 'metrics/guardrail-missing', position: start };
      const edit = await client.request<WorkspaceEdit>('betwright/fix', question);
      assert.equal(edit.changes?.[uri]?.length, 1);
      assert.equal(edit.documentChanges, undefined);
      assert.equal(await client.request('betwright/fix', { ...question, rule: 'bet/zombie' }), null);
    });
  });

  describe('the tree', () => {
    it('groups the bets by status, with what is wrong with them, and shows last good states as such', async () => {
      folder.write('a.bet.yaml', orphanBet('BET-1', 'status: building\nmetrics: MX-404\n'));
      folder.write('b.bet.yaml', soundBet('BET-2', 'retro: { scheduled: 2026-11-25 }\n'));
      client = await startClient({ folders: [folder.uri] });
      await isRead();
      const tree = await client.request<Tree>('betwright/tree');
      assert.deepEqual(
        tree.groups.map(({ status, bets }) => [status, bets.map(({ id }) => id)]),
        [
          ['proposed', ['BET-2']],
          ['building', ['BET-1']],
        ],
      );
      const [bet] = tree.groups[1]?.bets ?? [];
      const shown = client.shown(folder.uriOf('a.bet.yaml')) ?? [];
      assert.equal(bet?.uri, folder.uriOf('a.bet.yaml'));
      assert.deepEqual(bet.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } });
      assert.equal(bet.errors, shown.filter(({ severity }) => severity === 1).length);
      assert.equal(tree.errors, bet.errors);
      assert.ok(bet.errors > 0 && bet.warnings > 0);
      assert.deepEqual(tree.groups[0]?.bets[0]?.retro, { state: 'dueSoon', date: '2026-11-25' });

      const uri = folder.uriOf('b.bet.yaml');
      const known = client.changes.length;
      client.open(uri, 'id: BET-2\ntitle: "A sound idea\nowner: [\n');
      await client.until('the tree may have changed', () => client.changes.slice(known).some(change => change.tree));
      const broken = await client.request<Tree>('betwright/tree');
      assert.deepEqual(
        broken.groups.flatMap(({ bets }) => bets.map(({ id, stale }) => [id, stale])),
        [
          ['BET-2', true],
          ['BET-1', false],
        ],
      );
    });

    it('is told of changes, and not more than a few times a second', async () => {
      client = await startClient();
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1'));
      for (let version = 2; version <= 60; version++) {
        client.change(uri, version, { text: soundBet('BET-1', `notes: ${String(version)}\n`) });
        await client.until(`version ${String(version)} is shown`, () => client.version(uri) === version);
      }
      await client.until('the change is told', () => client.changes.length > 0);
      assert.ok(client.changes.length < 30, String(client.changes.length));
      assert.deepEqual(client.changes[0]?.uris, [uri]);
    });
  });

  it('say nothing of documents that are not ours, until they become ours', async () => {
    client = await startClient();
    const uri = folder.uriOf('readme.md');
    client.open(uri, '# Read me\n');
    client.change(uri, 2, { text: '# Read me first\n' });
    await symbolsOf(uri);
    assert.deepEqual([client.published, client.changes], [[], []]);
    client.change(uri, 3, { text: `---\nkind: bet\n${orphanBet('BET-1')}---\n` });
    await client.untilRules(uri, ['bet/owner-missing']);
    await client.until('the tree has it', () => client.changes.some(({ tree }) => tree));
    const known = client.changes.length;
    client.change(uri, 4, { text: '# Read me\n' });
    await client.untilRules(uri, []);
    await client.until('the tree has lost it', () => client.changes.slice(known).some(({ tree }) => tree));
  });

  describe('the page', () => {
    const ask = (uri: string, offset?: number): Promise<PreviewPage> =>
      client.request('betwright/page', { uri, ...(offset !== undefined && { offset }) });
    const htmlOf = ({ sections }: PreviewPage): string => sections.map(({ html }) => html).join('');

    it('shows the present text, the last good one while it is broken, and why there is none', async () => {
      client = await startClient();
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', unguarded), 4);
      const current = await ask(uri);
      assert.equal(current.state, 'current');
      assert.deepEqual(current.files, [{ uri, version: 4 }]);
      assert.ok(htmlOf(current).includes('Activation rate'));
      assert.ok(!/<style|<script/.test(htmlOf(current)));
      assert.equal(current.problem, undefined);

      client.change(uri, 5, { text: soundBet('BET-1', unguarded.replace('Activation rate, ', 'Activated people, ')) });
      assert.ok(htmlOf(await ask(uri)).includes('Activated people'), 'unsaved text is drawn');

      client.change(uri, 6, { text: soundBet('BET-1', `${unguarded}  guardrails: [\n`) });
      const stale = await ask(uri);
      assert.equal(stale.state, 'stale');
      assert.ok(htmlOf(stale).includes('Activated people'));
      assert.ok(stale.problem?.message && stale.problem.range);

      const broken = folder.uriOf('b.bet.yaml');
      client.open(broken, 'id: [\n');
      const never = await ask(broken);
      assert.deepEqual([never.state, never.reason, never.sections], ['none', 'broken', []]);
      assert.ok(never.problem?.range);
      assert.equal((await ask(folder.uriOf('unknown.bet.yaml'))).reason, 'notOurs');
    });

    it('belongs to the artifact that the caret is in, and names each file with its version', async () => {
      folder.write(
        'm.metrics.yaml',
        `id: MX-1\ntitle: Shared\n${unguarded.replace('metrics:\n', '').replace(/^ {2}/gm, '')}`,
      );
      client = await startClient({ folders: [folder.uri] });
      await isRead();
      const uri = folder.uriOf('a.bet.yaml');
      const first = `kind: bet\n${soundBet('BET-1', unguarded)}`;
      const second = `kind: bet\n${soundBet('BET-2', 'metrics: MX-1\n').replace('A sound idea', 'Another')}`;
      client.open(uri, `${first}---\n${second}`);
      const own = await ask(uri, 20);
      assert.deepEqual([own.title, own.files], ['A sound idea', [{ uri, version: 1 }]]);
      const shared = await ask(uri, first.length + 20);
      assert.deepEqual(
        [shared.title, shared.files],
        ['Another', [{ uri, version: 1 }, { uri: folder.uriOf('m.metrics.yaml') }]],
      );
      assert.ok(htmlOf(shared).includes('First value action'));
      const ofMetrics = await ask(folder.uriOf('m.metrics.yaml'));
      assert.deepEqual([ofMetrics.title, ofMetrics.opensAt], ['Another', 'metrics']);
    });

    it('has places that stand in the texts, and lights what stretches of them are about', async () => {
      client = await startClient();
      const uri = folder.uriOf('a.bet.yaml');
      const text = soundBet('BET-1', unguarded);
      client.open(uri, text);
      const page = await ask(uri);
      const html = htmlOf(page);
      const name = text.indexOf('Activation rate');
      assert.ok(html.includes(`data-start="${String(name)}"`), 'the metric leads to its name');
      for (const [, file, start, end] of html.matchAll(/data-file="(\d+)" data-start="(\d+)" data-end="(\d+)"/g))
        assert.ok(file === '0' && Number(start) <= Number(end) && Number(end) <= text.length);
      const around = page.areas.filter(({ start, end }) => start <= name && name <= end).map(({ key }) => key);
      assert.ok(around.includes('metrics') && around.some(key => /^m\d+$/.test(key)));
    });
  });

  describe('the outline', () => {
    it('names artifacts, sections and metrics, in every document of a file', async () => {
      client = await startClient();
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, `${soundBet('BET-1', unguarded)}---\n${soundBet('BET-2')}`);
      const symbols = await symbolsOf(uri);
      assert.deepEqual(
        symbols.map(({ name, detail }) => [name, detail]),
        [
          ['A sound idea', 'bet BET-1'],
          ['A sound idea', 'bet BET-2'],
        ],
      );
      assert.deepEqual(
        symbols[0]?.children?.map(({ name }) => name),
        ['hypothesis', 'metrics'],
      );
      const text = 'owner: x';
      client.change(uri, 2, { text });
      assert.deepEqual((await symbolsOf(uri))[0]?.range, {
        start: { line: 0, character: 0 },
        end: { line: 0, character: text.length },
      });
    });
  });

  describe('a hover', () => {
    it('tells what a field means, at its name and in its value, and nothing of the file', async () => {
      client = await startClient();
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', 'status: building\nnotes: "[click](command:evil)"\nunknown: 1\n'));
      const ask = (line: number, character: number): Promise<Hover | null> =>
        client.request('textDocument/hover', { textDocument: { uri }, position: { line, character } });
      const name = await ask(4, 2);
      const value = await ask(4, 10);
      assert.deepEqual(name?.contents, value?.contents);
      assert.ok(name && typeof name.contents === 'object' && 'kind' in name.contents);
      assert.equal(name.contents.kind, 'markdown');
      assert.ok(/status[^]*rollingOut/.test(name.contents.value));
      assert.deepEqual(name.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 6 } });
      assert.deepEqual(value?.range, { start: { line: 4, character: 8 }, end: { line: 4, character: 16 } });
      assert.ok(!JSON.stringify(await ask(5, 12)).includes('evil'));
      const unknown = await ask(6, 2);
      assert.ok(JSON.stringify(unknown?.contents).includes('document/unknown-field'), 'why the finding there matters');
      assert.equal(await ask(99, 0), null);
    });

    it('tells of an id what stands behind it, and nothing that a title says is more than text', async () => {
      const title = '[click](command:evil) ![x](https://x.y/z.png) <b>$(trash)</b>';
      folder.write('b.metrics.yaml', `id: MX-1\ntitle: "${title}"\ncore: [{ name: C }]\n`);
      client = await startClient({ folders: [folder.uri] });
      await isRead();
      const uri = folder.uriOf('a.bet.yaml');
      client.open(uri, soundBet('BET-1', 'metrics: MX-1\n'));
      const position = { line: 4, character: 11 };
      const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
      const { value } = hover?.contents as MarkupContent;
      assert.ok(value.includes('metrics `MX-1`'));
      assert.doesNotMatch(value, /(?<!\\)[[\]<>$]/);
      assert.deepEqual(hover?.range, { start: { line: 4, character: 9 }, end: { line: 4, character: 13 } });
    });
  });

  describe('a new document', () => {
    const ask = (question: object): Promise<NewDocument | null> => client.request('betwright/newDocument', question);

    it('has the next free id, a name for every file system, and nothing wrong with it', async () => {
      folder.write('a.bet.yaml', soundBet('BET-012'));
      folder.write('b.bet.yaml', soundBet('Other'));
      client = await startClient({ folders: [folder.uri] });
      await isRead();
      for (const [notation, ending, id] of [
        ['yaml', 'yaml', 'BET-013'],
        ['markdown', 'md', 'BET-014'],
      ] as const) {
        const made = await ask({
          kind: 'bet',
          notation,
          title: 'Größe: "Schnelleres" Onboarding / CON',
          owner: 'Ana # 1',
        });
        assert.ok(made);
        assert.equal(made.fileName, `${id}-grosse-schnelleres-onboarding-con.bet.${ending}`);
        assert.ok(made.snippet.includes(id) && /\$\{\d+:/.test(made.snippet));
        const uri = folder.uriOf(made.fileName);
        client.open(uri, made.text);
        const [symbol] = await symbolsOf(uri);
        assert.equal(symbol?.name, 'Größe: "Schnelleres" Onboarding / CON');
        await client.until('it is judged', () => client.rules(uri) !== undefined);
        assert.deepEqual(
          client.rules(uri)?.filter(rule => /^(document\/s|document\/u|value|reference)/.test(rule)),
          [],
        );
      }
    });

    for (const title of ['', '../../etc/passwd', '...', '\u0000\n', '${1:x}$0`}', 'x'.repeat(5000), '😀'])
      it(`is harmless for the title ${JSON.stringify(title.slice(0, 20))}`, async () => {
        client = await startClient();
        const made = await ask({ kind: 'metrics', notation: 'yaml', title });
        assert.ok(made);
        assert.match(made.fileName, /^[A-Z]+-001(-[a-z0-9]+)*\.metrics\.yaml$/);
        assert.ok(made.fileName.length < 100);
        if (title.includes('$')) assert.ok(made.snippet.includes('\\${1:x}\\$0'));
      });

    it('is refused for what there is no template for', async () => {
      client = await startClient();
      assert.equal(await ask({ kind: 'epic', notation: 'yaml', title: 'x' }), null);
      assert.equal(await ask({ kind: 'bet', notation: 'toml', title: 'x' }), null);
      assert.equal(await ask({}), null);
    });
  });

  it('fit marks of a caret in a text', async () => {
    client = await startClient();
    const { text, spans } = takeMarks(
      'id: BET-1\nowner: x\nmetrics:\n  guardrails:\n    - name: Errors\n      «threshold»: < 2%\n',
    );
    const uri = folder.uriOf('a.bet.yaml');
    client.open(uri, text);
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 5, character: 8 },
    });
    const length = (spans[0]?.end ?? 0) - (spans[0]?.start ?? 0);
    assert.deepEqual(hover?.range, { start: { line: 5, character: 6 }, end: { line: 5, character: 6 + length } });
  });
});
