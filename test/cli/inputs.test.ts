import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { betwright, checked, folderWith, onExampleDay, places, removeFolders, soundBet } from './betwright.ts';

const metrics = (path: string, id = 'M'): string =>
  `id: ${id}\nguardrails:\n  - id: errors\n    name: Error rate\n    threshold: < 2%\n    alert: { method: pager }\n    onBreach: rollback\n    cadence: daily\n    history: ${path}\n`;
const bad = 'Value;Day;Date\n1%;Mon;2026-11-02\n3%;Mon;2026-11-09\n';

interface Shown {
  readonly artifact: { readonly guardrails: readonly { readonly history?: unknown; readonly current?: unknown }[] };
  readonly computed: { readonly verdicts: Readonly<Record<string, { readonly value: string }>> | null };
}

describe('what the command line reads beside artifacts', () => {
  after(removeFolders);

  it('is a history in a CSV file, also for a file that is named alone', () => {
    const folder = folderWith({ 'a/m.metrics.yaml': metrics('/numbers/e.csv'), 'numbers/e.csv': bad });
    for (const paths of [[], ['a'], ['a/m.metrics.yaml']])
      assert.deepEqual(
        places(checked(folder, ...paths)).filter(place => place.startsWith('metrics/guardrail-breached')),
        ['metrics/guardrail-breached a/m.metrics.yaml:9'],
        paths.join(),
      );
    assert.deepEqual(
      places(checked(folderWith({}), folder)).filter(place => place.startsWith('metrics/guardrail-breached')).length,
      1,
      'a folder that is named from elsewhere is a workspace folder',
    );
  });

  it('prints the path of a history, and judges by what stands there', () => {
    const bet = `${soundBet}shipped: 2026-11-01\nmetrics: M\n`;
    const folder = folderWith({ 'a.bet.yaml': bet, 'm.metrics.yaml': metrics('e.csv'), 'e.csv': bad });
    const show = (id: string): Shown =>
      JSON.parse(betwright(['show', id, '--format', 'json', ...onExampleDay], folder).stdout) as Shown;
    const [guardrail] = show('M').artifact.guardrails;
    assert.deepEqual([guardrail?.history, guardrail?.current], ['e.csv', undefined]);
    assert.equal(show('BET-001').computed.verdicts?.['errors']?.value, 'breached');
  });

  it('is nothing behind links and pipes, and nothing outside', () => {
    const outside = folderWith({ 'secret.csv': bad });
    const folder = folderWith({
      'link.metrics.yaml': metrics('link.csv', 'A'),
      'way.metrics.yaml': metrics('way/secret.csv', 'B'),
      'out.metrics.yaml': metrics(`..${outside}/secret.csv`, 'C'),
      'pipe.metrics.yaml': metrics('pipe.csv', 'D'),
      'folder.metrics.yaml': metrics('folder.csv', 'E'),
    });
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'));
    symlinkSync(outside, join(folder, 'way'));
    mkdirSync(join(folder, 'folder.csv'));
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    const found = places(checked(folder));
    assert.ok(!found.some(place => place.startsWith('metrics/guardrail-breached')));
    assert.equal(found.filter(place => place.startsWith('reference/unknown')).length, 5);
  });

  it('is Markdown in the folders that a configuration names, in its words', () => {
    const plan =
      '# Auslieferung: Kassen\n\n**Besitz:** Jo Park\n\n## Stage 1: Internal\n\n## Stage 2: Beta (10%)\n\n## Rollback plan\n';
    const folder = folderWith({
      'betwright.config.yaml':
        'include: [docs]\nvocabulary:\n  titles: { rollout: [Auslieferung] }\n  labels: { common: { owner: [Besitz] } }\n',
      'docs/kassen.md': plan,
      'kassen.md': plan,
    });
    const report = checked(folder);
    assert.deepEqual([report.files, report.artifacts], [1, 1]);
    const listed = betwright(['list', '--format', 'json', ...onExampleDay], folder).stdout;
    assert.match(listed, /"title": "Kassen"/);
    assert.match(listed, /"owner": "Jo Park"/);
    assert.equal(checked(folder, 'docs').artifacts, 1, 'the configuration above holds too');
  });

  it('says what is wrong with a configuration', () => {
    const folder = folderWith({
      'a.bet.yaml': soundBet,
      'sub/betwright.config.yaml': 'mode: scaling\ninclude: [..]\n',
    });
    assert.deepEqual(places(checked(folder)), ['document/schema sub/betwright.config.yaml:2']);
    assert.equal(betwright(['check'], folder).code, 1);
  });

  it('tells every finding of a file, however many', () => {
    const fields = Array.from({ length: 700 }, (_, i) => `f${i}: 1\n`).join('');
    const { findings } = checked(folderWith({ 'a.bet.yaml': soundBet + fields }));
    assert.equal(findings.length, 700);
  });
});
