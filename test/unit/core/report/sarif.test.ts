import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { findingsSarif, type SarifSurroundings } from '../../../../src/core/report/findings-sarif.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { rules } from '../../../../src/core/rules/index.ts';
import { lineStartsOf } from '../../../../src/core/text/lines.ts';
import { takeMarks } from '../../../support/marks.ts';
import { assertSarif, type SarifLog, type SarifResult } from '../../../support/sarif-schema.ts';
import { judged, testDay } from '../../../support/workspace.ts';
import { PAYLOADS } from '../views/hierarchy/payloads.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The log of findings in one file or several. */
function logOf(
  findings: readonly Finding[],
  texts: Readonly<Record<string, string>>,
  changes: Partial<SarifSurroundings> = {},
): SarifLog['runs'][0] {
  const linesOf = (file: string): readonly number[] => lineStartsOf(texts[file] ?? '');
  const log: unknown = JSON.parse(
    JSON.stringify(
      findingsSarif(
        { today: testDay, files: 1, artifacts: 1, findings, linesOf },
        { version: '1.2.3', failures: [], textOf: file => texts[file], digest, ...changes },
      ),
    ),
  );
  assertSarif(log);
  return log.runs[0];
}

const file = 'a.bet.yaml';

/** The results of findings at the marks of a text. */
function resultsAt(marked: string, changes: Partial<Finding> = {}): readonly SarifResult[] {
  const { text, spans } = takeMarks(marked);
  const findings = spans.map((span): Finding => ({
    rule: 'bet/zombie',
    severity: 'error',
    message: 'Decide.',
    file,
    span,
    ...changes,
  }));
  return logOf(findings, { [changes.file ?? file]: text }).results;
}

function resultAt(marked: string, changes: Partial<Finding> = {}): SarifResult {
  const [result] = resultsAt(marked, changes);
  assert.ok(result);
  return result;
}

describe('findings as SARIF', () => {
  it('come with every rule, under its level', () => {
    const { tool } = logOf([], {});
    assert.deepEqual([tool.driver.name, tool.driver.version], ['Betwright', '1.2.3']);
    assert.deepEqual(
      tool.driver.rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration.level]),
      rules.map(({ id, severity }) => [id, severity === 'information' ? 'note' : severity]),
    );
  });

  it('point at their rule and have the level they were found with', () => {
    for (const [severity, level] of Object.entries({ error: 'error', warning: 'warning', information: 'note' })) {
      const result = resultAt('id: «x»', { severity: severity as Finding['severity'], rule: 'retro/due-soon' });
      assert.deepEqual(
        [result.ruleId, rules[result.ruleIndex]?.id, result.level],
        ['retro/due-soon', 'retro/due-soon', level],
      );
    }
  });

  it('have lines and UTF-16 columns from 1', () => {
    assert.deepEqual(resultAt('id: 1\r\ntitle: 😀 «x»\r\n').locations[0].physicalLocation, {
      artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 12 },
    });
    assert.deepEqual(resultAt('«»').locations[0].physicalLocation.region, {
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 1,
    });
  });

  it('have the places that belong to them, each once', () => {
    const place = { file: 'b c.bet.yaml', span: { start: 0, end: 1 }, message: 'here too' };
    const other = { ...place, span: { start: 3, end: 4 } };
    const { relatedLocations } = resultAt('«x»', { related: [place, other, { ...place }] });
    assert.deepEqual(
      relatedLocations?.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
      ['b%20c.bet.yaml', 'b%20c.bet.yaml'],
    );
  });

  it('name files by addresses below the sources, whatever they are called', () => {
    const uriOf = (name: string): unknown =>
      resultAt('«x»', { file: name }).locations[0].physicalLocation.artifactLocation;
    const below = (uri: string): unknown => ({ uri, uriBaseId: '%SRCROOT%' });
    assert.deepEqual(uriOf('bets/a b#c?d%e.yaml'), below('bets/a%20b%23c%3Fd%25e.yaml'));
    assert.deepEqual(uriOf('größe/日本.yaml'), below('gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC.yaml'));
    assert.deepEqual(uriOf('javascript:alert(1).yaml'), below('javascript%3Aalert(1).yaml'));
    assert.deepEqual(uriOf('\ud800\n"<x>\\.yaml'), below('%EF%BF%BD%0A%22%3Cx%3E%5C.yaml'));
    assert.deepEqual(uriOf('../up/a.yaml'), below('../up/a.yaml'));
    assert.deepEqual(uriOf('/tmp/a b.yaml'), { uri: 'file:///tmp/a%20b.yaml' });
  });

  it('are no more than a plain sentence in one line, whatever data stands in it', () => {
    const told = (message: string): string => resultAt('«x»', { message }).message.text;
    assert.equal(told('the "[docs](https://example.com)" of it'), 'the "[docs] (https://example.com)" of it');
    assert.equal(told('[a](1) [b\\](2) [[c]](3)'), '[a] (1) [b\\] (2) [[c]] (3)');
    assert.equal(told('{0} of {1}'), '{{0}} of {{1}}');
    assert.equal(told('a\ud800b\n::error::c\u202e'), 'a\ufffdb\\n::error::c\\u{{202e}}');
    assert.equal(told('##vso[task.complete]x').includes('##vso['), false);
    assert.ok(told('x'.repeat(100_000)).length < 1100);
  });

  it('stay valid with every payload in every place', () => {
    for (const payload of PAYLOADS) {
      const related = [{ file: payload, span: { start: 0, end: 0 }, message: payload }];
      const changes = { message: payload, file: payload, artifact: payload, related };
      const { message } = resultAt('«x»', changes);
      assert.doesNotMatch(message.text, /\]\(|[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it('say why the run is not whole', () => {
    assert.deepEqual(logOf([], {}).invocations, [{ executionSuccessful: true }]);
    const failures = [{ file: 'gone 1.yaml', message: "Can't read it: [x](y)." }, { message: 'Nothing was found.' }];
    const [{ executionSuccessful, toolExecutionNotifications }] = logOf([], {}, { failures }).invocations;
    assert.equal(executionSuccessful, false);
    assert.deepEqual(
      toolExecutionNotifications?.map(({ locations }) => locations?.[0]?.physicalLocation.artifactLocation.uri),
      ['gone%201.yaml', undefined],
    );
  });
});

describe('fingerprints of findings', () => {
  const printsOf = (marked: string, changes: Partial<Finding> = {}): readonly string[] =>
    resultsAt(marked, changes).map(({ partialFingerprints }) => partialFingerprints['betwright/v1']);

  it('stay when lines come and go elsewhere, and when the line is indented or its message counts days', () => {
    const before = printsOf('id: B\nretro:\n  scheduled: «2026-11-01»\n', { artifact: 'B' });
    assert.deepEqual(printsOf('# new\n\nid: B\nretro:\n    scheduled: «2026-11-01»\n', { artifact: 'B' }), before);
    assert.deepEqual(printsOf('scheduled: «2026-11-01»', { artifact: 'B', message: '20 days late.' }), before);
  });

  it('tell rules, artifacts and words apart', () => {
    const prints = [
      ...printsOf('id: «B»'),
      ...printsOf('id: «C»'),
      ...printsOf('id: «B»', { rule: 'retro/overdue' }),
      ...printsOf('id: «B»', { artifact: 'B' }),
    ];
    assert.equal(new Set(prints).size, prints.length);
  });

  it('count those alike in one file', () => {
    const prints = printsOf('- «TBD»\n- «TBD»\n- «TBD»\n');
    assert.deepEqual(
      prints.map(print => print.split(':')[1]),
      ['1', '2', '3'],
    );
    assert.equal(new Set(prints.map(print => print.split(':')[0])).size, 1);
  });

  it('are there even if the file is gone or its line has no end', () => {
    const findings = judged({ [file]: `id: ${'x '.repeat(100_000)}\n` }).findings(file);
    assert.ok(findings.length > 0);
    for (const textOf of [() => undefined, () => `id: ${'x '.repeat(100_000)}\n`])
      for (const { partialFingerprints } of logOf(findings, {}, { textOf }).results)
        assert.match(partialFingerprints['betwright/v1'], /^[\da-f]{64}:\d+$/);
  });
});
