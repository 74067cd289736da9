import assert from 'node:assert/strict';
import { findingsJson } from '../../../../src/core/report/findings-json.ts';
import { count, findingsText, summaryText } from '../../../../src/core/report/findings-text.ts';
import { coloured, plain } from '../../../../src/core/report/palette.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { lineStartsOf } from '../../../../src/core/text/lines.ts';
import { takeMarks } from '../../../support/marks.ts';
import { testDay } from '../../../support/workspace.ts';

/** A report of one finding at the marks of a text. */
function reportOf(marked: string, changes: Partial<Finding> = {}) {
  const { text, spans } = takeMarks(marked);
  const findings = spans.map((span): Finding => ({
    rule: 'bet/zombie',
    severity: 'error',
    message: 'Decide.',
    file: 'a.bet.yaml',
    span,
    ...changes,
  }));
  return { text, report: { today: testDay, files: 1, artifacts: 2, findings, linesOf: () => lineStartsOf(text) } };
}

function told(marked: string, changes: Partial<Finding> = {}, width = 100): readonly string[] {
  const { text, report } = reportOf(marked, changes);
  return findingsText(report, { palette: plain, width, textOf: () => text }).split('\n');
}

describe('findings as JSON', () => {
  it('have zero-based lines and UTF-16 characters', () => {
    const { report } = reportOf('id: 1\r\ntitle: 😀 «x»\r\n', { artifact: 'BET-1' });
    assert.deepEqual(findingsJson(report), {
      version: 1,
      today: '2026-11-22',
      files: 1,
      artifacts: 2,
      findings: [
        {
          rule: 'bet/zombie',
          severity: 'error',
          message: 'Decide.',
          file: 'a.bet.yaml',
          range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } },
          artifact: 'BET-1',
        },
      ],
    });
  });

  it('have no artifact where there is none, and no half characters', () => {
    const { report } = reportOf('«x»', { message: 'a\ud800b', file: '\udc00.yaml' });
    const [finding] = findingsJson(report)['findings'] as { artifact: unknown; message: string; file: string }[];
    assert.deepEqual([finding?.artifact, finding?.message, finding?.file], [null, 'a\ufffdb', '\ufffd.yaml']);
  });
});

describe('findings as text', () => {
  it('stand under their file with line and column from 1, the line and a mark', () => {
    assert.deepEqual(told('id: 1\n  title: «Saved» carts\n'), [
      'a.bet.yaml',
      '  2:10  error  Decide.  bet/zombie',
      '        | title: Saved carts',
      '        |        ^^^^^',
      '',
    ]);
  });

  it('mark at least one place, and what stands in more lines only in the first', () => {
    assert.equal(told('ab«»c\n')[3], '       |   ^');
    assert.equal(told('id: «one\n  two»\n')[3], '       |     ^^^');
  });

  it('mark the right cells beside wide characters and what had to be written out', () => {
    assert.deepEqual(told('日本: «x»\n').slice(2, 4), ['       | 日本: x', '       |       ^']);
    assert.deepEqual(told('a\u001b[2Kb: «x»\n').slice(2, 4), ['       | a\\x1b[2Kb: x', '       |            ^']);
  });

  it('show of a long line what fits, the marked part in it', () => {
    const [, , line = '', mark = ''] = told(`k: ${'x'.repeat(5000)}«here»${'y'.repeat(5000)}\n`, {}, 80);
    assert.ok(line.length <= 80 && line.includes('here'));
    assert.equal(mark.indexOf('^'), line.indexOf('here'));
    for (const text of told(`«${'x'.repeat(5000)}»\n`, {}, 80)) assert.ok(text.length <= 80);
  });

  it('do without a line that is blank, gone or not to be shown', () => {
    assert.equal(told('«»').length, 3);
    assert.equal(told('id: 1\n«»\n').length, 3);
    const { report } = reportOf('«x»');
    assert.equal(findingsText(report, { palette: plain, width: 80, textOf: () => undefined }).split('\n').length, 3);
    assert.equal(findingsText({ ...report, findings: [] }, { palette: plain, width: 80, textOf: () => undefined }), '');
  });

  it('keep names apart from options and commands, and long messages short', () => {
    assert.equal(told('«x»', { file: '-rf.bet.yaml' })[0], './-rf.bet.yaml');
    assert.equal(told('«x»', { file: '::error::x.bet.yaml' })[0]?.startsWith('::'), false);
    assert.ok((told('«x»', { message: 'x'.repeat(100_000) })[1]?.length ?? 0) < 700);
  });

  it('are the same words in colour', () => {
    const { text, report } = reportOf('id: «x»\n');
    const layout = { width: 80, textOf: () => text };
    const colour = findingsText(report, { ...layout, palette: coloured });
    assert.notEqual(colour, findingsText(report, { ...layout, palette: plain }));
    // eslint-disable-next-line no-control-regex
    assert.equal(colour.replace(/\u001b\[\d+m/g, ''), findingsText(report, { ...layout, palette: plain }));
  });

  it('are summed up', () => {
    const { report } = reportOf('«a»«b»«c»');
    const [first, second, third] = report.findings;
    assert.ok(first && second && third);
    const mixed = [first, { ...second, severity: 'warning' as const }, { ...third, severity: 'warning' as const }];
    assert.equal(summaryText({ ...report, findings: mixed }, plain), '1 error, 2 warnings in 1 file (2026-11-22)');
    assert.equal(
      summaryText({ ...report, findings: [], files: 3 }, plain),
      'No findings in 3 files with 2 artifacts (2026-11-22)',
    );
    assert.deepEqual([count(1, 'file'), count(1234567, 'file')], ['1 file', '1,234,567 files']);
  });
});
