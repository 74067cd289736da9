// What helps while one writes, asked for in VS Code's own words: that each feature is answered for both notations, at the right place.
// What exactly is answered is the business of test/unit and test/server.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEverything, fileUri, untilRule } from './examples.ts';

interface Notation {
  readonly ending: 'yaml' | 'md';
  readonly id: string;
  readonly bet: string;
  readonly retro: string;
  /** Where each feature is asked, as texts of the bet with a caret. */
  readonly at: Readonly<Record<'field' | 'drives' | 'status' | 'lagging' | 'lastMetric', string>>;
  /** What the half of a field that is typed at `field` may become. */
  readonly fields: readonly string[];
}

const yaml: Notation = {
  ending: 'yaml',
  id: 'BET-951',
  bet: `kind: bet
id: BET-951
title: Bread by kite # when there is wind
owner: Ines Okafor
status: building
opportunity: opportunities.md
hypothesis: We believe that kites will result in more loaves that land, 9% in place of 6%
timebox: { start: 2026-09-01, duration: 4 weeks }
metrics:
  lagging:
    - id: kite-revenue
      name: Revenue by kite
      target: 20%
  core:
    - name: Loaves that land
      baseline: 6%
      target: 9%
      drives: [kite-revenue]
`,
  retro: 'kind: retro\nid: RET-951\nbet: BET-951\n',
  at: {
    field: 'drives: [kite-revenue]\n‸',
    drives: 'drives: [‸',
    status: 'status: ‸building',
    lagging: 'id: kite‸-revenue',
    lastMetric: 'drives: [kite‸-revenue',
  },
  fields: ['criteria', 'rollout', 'priority'],
};

const markdown: Notation = {
  ending: 'md',
  id: 'BET-961',
  bet: `# Bet: Bread by balloon

**ID:** BET-961  
**Owner:** Ines Okafor  
**Status:** building  
**Opportunity:** opportunities.md  
**Timebox:** 4 weeks | **Started:** 2026-09-01  

## Hypothesis

> We believe that balloons will result in more loaves that land, 9% in place of 6%.

## Metrics

### Lagging metrics

| Metric | Target |
|---|---|
| Revenue by balloon | 20% |

### Core metrics

| Metric | Baseline | Target | Drives |
|---|---|---|---|
| Loaves that land | 6% | 9% | Revenue by balloon |
`,
  retro: '# Retro: Bread by balloon\n\n**Retro ID:** RET-961  \n**Bet ID:** BET-961\n',
  at: {
    field: '2026-09-01  \n‸',
    drives: '| 9% | ‸',
    status: '**Status:** ‸building',
    lagging: '| Revenue‸ by balloon | 20%',
    lastMetric: '9% | Revenue‸ by',
  },
  fields: ['Priority:', 'Category:'],
};

for (const notation of [yaml, markdown])
  describe(`writing a bet in ${notation.ending}`, () => {
    const { ending, id, at } = notation;
    const folder = `writing-${ending}`;
    const betUri = (): vscode.Uri => fileUri(folder, `air.bet.${ending}`);
    const retroUri = (): vscode.Uri => fileUri(folder, `air.retro.${ending}`);
    let bet: vscode.TextDocument;

    before(async () => {
      await vscode.workspace.fs.writeFile(betUri(), new TextEncoder().encode(notation.bet));
      await vscode.workspace.fs.writeFile(retroUri(), new TextEncoder().encode(notation.retro));
      bet = await vscode.workspace.openTextDocument(betUri());
      await vscode.window.showTextDocument(bet);
      await untilRule(betUri(), 'metrics/guardrail-missing');
    });

    after(async () => {
      await closeEverything();
      await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
    });

    const caret = (marked: string): vscode.Position => positionIn(bet, marked);
    const ask = <Answer>(command: string, marked: string, ...more: unknown[]): Thenable<Answer> =>
      vscode.commands.executeCommand<Answer>(`vscode.${command}`, betUri(), caret(marked), ...more);
    const textIn = (range: vscode.Range): string => bet.getText(range);

    it('is offered fields that are not there, words of a list, and metrics to drive', async () => {
      const offered = async (marked: string): Promise<readonly string[]> => {
        const { items } = await ask<vscode.CompletionList>('executeCompletionItemProvider', marked);
        return (
          items
            // VS Code itself offers all words of the text.
            .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
            .map(({ label }) => (typeof label === 'string' ? label : label.label))
        );
      };
      const fields = await offered(at.field);
      for (const field of notation.fields) assert.ok(fields.includes(field), `${field} in ${fields.join()}`);
      assert.ok(!fields.some(field => /^owner\b/i.test(field)), 'an owner is there');
      const statuses = (await offered(at.status)).map(label => label.toLowerCase());
      for (const word of ['shaping', 'measuring']) assert.ok(statuses.includes(word), `${word} in ${statuses.join()}`);
      const metrics = await offered(at.drives);
      const [first] = metrics;
      assert.match(first ?? '', ending === 'yaml' ? /kite-revenue/ : /Revenue by balloon/, metrics.join());
    });

    it('reads what an id and a metric stand for', async () => {
      const shown = async (document: vscode.TextDocument, marked: string): Promise<string> => {
        const position = positionIn(document, marked);
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          position,
        );
        return hovers
          .flatMap(({ contents }) => contents)
          .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
          .join('\n');
      };
      const retro = await vscode.workspace.openTextDocument(retroUri());
      assert.match(await shown(retro, `${id.slice(0, 5)}‸${id.slice(5)}`), /Ines Okafor/);
      assert.match(await shown(bet, at.lagging), /Loaves that land/, 'what drives it');
    });

    it('goes to definitions, references and highlights', async () => {
      const retro = await vscode.workspace.openTextDocument(retroUri());
      const inRetro = positionIn(retro, `${id.slice(0, 5)}‸${id.slice(5)}`);
      const definitions = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        retroUri(),
        inRetro,
      );
      assert.deepEqual(definitions.map(placeOf), [`${betUri().path}: ${id}`]);

      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        retroUri(),
        inRetro,
      );
      assert.deepEqual(references.map(placeOf).sort(), [`${betUri().path}: ${id}`, `${retroUri().path}: ${id}`].sort());

      const highlights = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', at.lagging);
      const lines = highlights.map(({ range }) => range.start.line);
      assert.deepEqual([lines[0], lines.at(-1)], [caret(at.lagging).line, caret(at.lastMetric).line]);
    });

    it('has links to what it names, folds, and selections that grow', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', betUri());
      const link = links.find(({ range }) => textIn(range) === 'opportunities.md');
      assert.equal(link?.target?.path, fileUri(folder, 'opportunities.md').path);
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        betUri(),
      );
      const metrics = positionIn(bet, ending === 'yaml' ? '\n‸metrics:' : '‸## Metrics').line;
      assert.ok(folds.some(({ start }) => start === metrics));

      const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        betUri(),
        [caret(at.lagging)],
      );
      const grown: string[] = [];
      for (let range = selection; range; range = range.parent) grown.push(textIn(range.range));
      const metric = ending === 'yaml' ? 'kite-revenue' : 'Revenue by balloon';
      assert.ok(grown.includes(metric), grown.join('\n---\n'));
      assert.equal(grown.at(-1), notation.bet);
    });

    it('is found by its title from everywhere', async () => {
      const title = ending === 'yaml' ? 'Bread by kite' : 'Bread by balloon';
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        title,
      );
      const files = symbols.filter(({ name }) => name.includes(title)).map(({ location }) => location.uri.path);
      assert.ok(files.includes(betUri().path), files.join());
    });

    it('tells what drives a metric, as calls', async () => {
      const items = await ask<vscode.CallHierarchyItem[]>('prepareCallHierarchy', at.lagging);
      assert.equal(items.length, 1);
      const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
        'vscode.provideIncomingCalls',
        items[0],
      );
      assert.deepEqual(
        calls.map(({ from }) => from.name),
        ['Loaves that land'],
      );
    });

    it('is renamed in every file that names it, and only there', async () => {
      const at = positionIn(bet, `${id.slice(0, 5)}‸${id.slice(5)}`);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        betUri(),
        at,
        'BET-999',
      );
      const edits = edit.entries().map(([uri, changes]) => `${uri.path}: ${changes.map(one => one.newText).join()}`);
      assert.deepEqual(edits.sort(), [`${betUri().path}: BET-999`, `${retroUri().path}: BET-999`].sort());
      await assert.rejects(
        Promise.resolve(
          vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', betUri(), at, 'BET-007'),
        ),
        'an id that another bet has',
      );
      assert.equal(bet.getText(), notation.bet);
    });

    it('renames a metric by an edit that one undo takes back', async () => {
      const name = ending === 'yaml' ? 'kite-income' : 'Income by balloon';
      const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', at.lagging, name);
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(bet.getText().split(name).length, 3, bet.getText());
      await vscode.window.showTextDocument(bet);
      await vscode.commands.executeCommand('undo');
      assert.equal(bet.getText(), notation.bet);
    });

    it('is mended by a quick fix that leaves nothing to mend, and undone to the byte', async () => {
      const diagnostic = vscode.languages
        .getDiagnostics(betUri())
        .find(({ code }) => typeof code === 'object' && code.value === 'metrics/guardrail-missing');
      assert.ok(diagnostic);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        betUri(),
        diagnostic.range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      const [fix] = actions.filter(({ edit, isPreferred }) => edit !== undefined && isPreferred === true);
      assert.ok(fix?.edit, actions.map(({ title }) => title).join());
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await eventually('the guardrails are there', () => !missesGuardrails(betUri()));
      await vscode.window.showTextDocument(bet);
      await vscode.commands.executeCommand('undo');
      assert.equal(bet.getText(), notation.bet);
      await untilRule(betUri(), 'metrics/guardrail-missing');
    });

    it('shows when the timebox ends, and how ready it is', async () => {
      const whole = new vscode.Range(0, 0, bet.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        betUri(),
        whole,
      );
      const labels = hints.map(({ label, position }) => [
        position.line,
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      ]);
      const timebox = caret('4 weeks‸').line;
      assert.ok(
        labels.some(([line, label]) => line === timebox && String(label).includes('2026-09-29')),
        JSON.stringify(labels),
      );

      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        betUri(),
        100,
      );
      const readiness = lenses.find(({ command }) => command?.command === 'betwright.showReasons');
      assert.ok(readiness, lenses.map(({ command }) => command?.title).join());
      assert.ok(lenses.some(({ command }) => command?.command === 'betwright.applyFix'));
    });
  });

function missesGuardrails(uri: vscode.Uri): boolean {
  return vscode.languages
    .getDiagnostics(uri)
    .some(({ code }) => typeof code === 'object' && code.value === 'metrics/guardrail-missing');
}

/** Where ‸ stands in a text of the document; the text itself may stand there once. */
function positionIn(document: vscode.TextDocument, marked: string): vscode.Position {
  const offset = document.getText().indexOf(marked.replace('‸', ''));
  assert.notEqual(offset, -1, marked);
  return document.positionAt(offset + marked.indexOf('‸'));
}

/** `/folder/a.bet.yaml: BET-001`: a place by what stands there. */
function placeOf(place: vscode.Location | vscode.LocationLink): string {
  const [uri, range] =
    'targetUri' in place
      ? [place.targetUri, place.targetSelectionRange ?? place.targetRange]
      : [place.uri, place.range];
  const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  return `${uri.path}: ${document?.getText(range) ?? '?'}`;
}
