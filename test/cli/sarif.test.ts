import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assertSarif, type SarifLog } from '../support/sarif-schema.ts';
import {
  aimlessBet,
  betwright,
  checked,
  examples,
  folderWith,
  onExampleDay,
  ownerlessBet,
  removeFolders,
  soundBet,
} from './betwright.ts';

function logged(folder: string, ...args: readonly string[]): SarifLog['runs'][0] & { readonly code: number | null } {
  const { code, stdout } = betwright(['check', '--format', 'sarif', ...onExampleDay, ...args], folder);
  const log: unknown = JSON.parse(stdout);
  assertSarif(log);
  return { ...log.runs[0], code };
}

describe('betwright check --format sarif', () => {
  after(removeFolders);

  it('says of the examples what JSON says, at the same places', () => {
    const { results, invocations, code } = logged(examples);
    const { findings } = checked(examples);
    assert.ok(findings.length > 3);
    assert.deepEqual(
      results.map(({ ruleId, locations: [{ physicalLocation }] }) => [
        ruleId,
        decodeURIComponent(physicalLocation.artifactLocation.uri),
        physicalLocation.region?.startLine,
        physicalLocation.region?.startColumn,
        physicalLocation.region?.endLine,
        physicalLocation.region?.endColumn,
      ]),
      findings.map(({ rule, file, range: { start, end } }) => [
        rule,
        file,
        start.line + 1,
        start.character + 1,
        end.line + 1,
        end.character + 1,
      ]),
    );
    for (const { locations } of results)
      assert.ok(existsSync(join(examples, decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri))));
    assert.deepEqual([code, invocations], [1, [{ executionSuccessful: true }]]);
  });

  it('keeps its fingerprints when a file grows at the top', () => {
    const prints = (head: string): readonly unknown[] =>
      logged(folderWith({ 'a.bet.yaml': head + aimlessBet })).results.map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    assert.equal(prints('').length, 1);
    assert.deepEqual(prints('# a\n\n# b\n'), prints(''));
  });

  it('fails as the other forms do, and chooses rules as they do', () => {
    const folder = folderWith({ 'a.bet.yaml': ownerlessBet, 'b.bet.yaml': soundBet.replace('BET-001', 'BET-002') });
    const warned = logged(folder);
    assert.deepEqual([warned.code, warned.results.map(({ level }) => level)], [0, ['warning']]);
    assert.equal(logged(folder, '--fail-on', 'warning').code, 1);
    assert.deepEqual(logged(folder, '--rule', 'retro/overdue').results, []);
  });

  it('does not look clean where something can’t be read, or nothing is there', () => {
    const folder = folderWith({ 'a.bet.yaml': soundBet });
    const gone = logged(folder, 'gone [x](y) 1.bet.yaml', 'a.bet.yaml');
    const [{ executionSuccessful, toolExecutionNotifications }] = gone.invocations;
    assert.deepEqual([gone.code, executionSuccessful], [2, false]);
    assert.equal(
      toolExecutionNotifications?.[0]?.locations?.[0]?.physicalLocation.artifactLocation.uri,
      'gone%20%5Bx%5D(y)%201.bet.yaml',
    );
    const empty = logged(folderWith({ 'readme.md': '# Nothing\n' }));
    assert.deepEqual([empty.code, empty.invocations[0].executionSuccessful], [2, false]);
    assert.equal(logged(folderWith({}), '--allow-empty').code, 0);
  });

  it('holds what strangers write: half characters, links, commands and odd names', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({
      'a#b?c%d [e](f).bet.yaml':
        'kind: bet\nid: "\\ud83d [a](javascript:alert(1))"\nmode: "\\udc00"\nmetrics: "[x](command:y)"\n"[k](v)": 1\nstatus: "##vso[task.complete]"\n',
      '::error::x\u001b[2J.bet.yaml': 'id: [\n  - "\u001b]0;x\u0007',
    });
    const { results } = logged(folder);
    assert.ok(results.length >= 5);
    for (const { message } of results) assert.doesNotMatch(message.text, /\]\(|##vso\[|\p{Cc}/u);
  });

  it('is a form of check alone', () => {
    for (const command of ['list', 'show'])
      assert.equal(betwright([command, '--format', 'sarif', 'BET-021'], examples).code, 2);
  });
});
