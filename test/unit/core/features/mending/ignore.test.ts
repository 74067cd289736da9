import assert from 'node:assert/strict';
import { fixAll } from '../../../../../src/core/features/mending/fix-all.ts';
import { ignoreEdit, type IgnoreReach } from '../../../../../src/core/features/mending/ignore.ts';
import { applyEdits } from '../../../../../src/core/features/refactor/plan.ts';
import { parseFile } from '../../../../../src/core/parse/file.ts';
import { rules } from '../../../../../src/core/rules/index.ts';
import { takeMarks } from '../../../../support/marks.ts';
import { day, judged, testDay } from '../../../../support/workspace.ts';
import { contextOf, foreign, type Files } from '../refactor/support.ts';

function ignored(files: Files, file: string, rule: string, reach: IgnoreReach, today = testDay): string | undefined {
  const text = files[file] ?? '';
  const finding = judged(files, { today })
    .findings(file)
    .find(each => each.rule === rule);
  const parsed = parseFile(file, text);
  assert.ok(finding && parsed, `${rule} in ${file}`);
  const edit = ignoreEdit(parsed, finding, reach, today);
  return edit && applyEdits(text, [edit]);
}

describe('features/mending: an exception', function () {
  this.timeout(20_000);

  it('stands above the line, as far in as it', () => {
    const text = 'id: M\ncore:\n  - name: A\n    target: a lot\nguardrails: [{name: E, threshold: < 2%}]\n';
    assert.equal(
      ignored({ 'a.metrics.yaml': text }, 'a.metrics.yaml', 'value/unreadable', 'place'),
      text.replace('    target', '    # betwright-ignore value/unreadable: accepted on 2026-11-22\n    target'),
    );
  });

  it('stands above a whole table, and at the top of the file', () => {
    const text = '# Metrics: A\n\n## Core metrics\n\n| Metric | Target |\n|---|---|\n| A | a lot |\n';
    const files = { 'a.metrics.md': text };
    assert.equal(
      ignored(files, 'a.metrics.md', 'value/unreadable', 'place'),
      text.replace('| Metric', '<!-- betwright-ignore value/unreadable: accepted on 2026-11-22 -->\n| Metric'),
    );
    assert.equal(
      ignored(files, 'a.metrics.md', 'value/unreadable', 'file'),
      `<!-- betwright-ignore-file value/unreadable: accepted on 2026-11-22 -->\n\n${text}`,
    );
  });

  it('is front matter’s where that is there', () => {
    const text = '---\nid: B\nownre: Mo\n---\n\n# B\n';
    assert.equal(
      ignored({ 'a.bet.md': text }, 'a.bet.md', 'document/unknown-field', 'file'),
      '---\n# betwright-ignore-file document/unknown-field: accepted on 2026-11-22\nid: B\nownre: Mo\n---\n\n# B\n',
    );
  });

  it('is no answer to a text that can’t be parsed', () => {
    assert.equal(ignored({ 'a.bet.yaml': 'id: [\n' }, 'a.bet.yaml', 'document/syntax', 'place'), undefined);
  });

  for (const rule of rules) {
    if (rule.about === 'ignore' || rule.id === 'document/syntax') continue;
    rule.examples.forEach((example, index) => {
      if (example.good) return;
      it(`silences ${rule.id} in example ${index + 1}, and says nothing else`, () => {
        const today = day(example.today ?? testDay);
        const files = Object.fromEntries(Object.entries(example.files).map(([n, t]) => [n, takeMarks(t).text]));
        for (const [file, text] of Object.entries(files)) {
          const judge = judged(files, { today });
          const found = judge.findings(file);
          if (!found.some(each => each.rule === rule.id)) continue;
          for (const reach of ['place', 'file'] as const) {
            const now = ignored(files, file, rule.id, reach, today);
            if (now === undefined) {
              assert.fail(`can't be said in ${text}`);
            }
            const after = judged({ ...files, [file]: now }, { today }).findings(file);
            const count = (all: typeof found): number => all.filter(each => each.rule === rule.id).length;
            assert.ok(reach === 'file' ? count(after) === 0 : count(after) < count(found), now);
            const known = new Set(found.map(each => each.rule));
            assert.deepEqual(
              after.filter(each => !known.has(each.rule)).map(each => each.rule),
              [],
              now,
            );
            assert.equal(ignored({ ...files, [file]: foreign(text) }, file, rule.id, reach, today), foreign(now));
          }
        }
      });
    });
  }
});

describe('features/mending: all of a kind', () => {
  const file = 'a.metrics.yaml';
  const text =
    'id: M\nleading:\n  - name: A # a\n    cadence: weekly\n  - name: B\n    cadence: monthly\nguardrails: [E]\n';

  it('are mended in one edit', () => {
    const judge = judged({ [file]: text });
    const findings = judge.findings(file).filter(({ rule }) => rule === 'metrics/cadence');
    const all = fixAll({ ...contextOf({ [file]: text }), workspace: judge.workspace }, findings, 'offered');
    assert.equal(all?.count, 2);
    assert.equal(
      applyEdits(text, all.edits[0]?.edits ?? []),
      text.replace('weekly', 'daily').replace('monthly', 'daily'),
    );
  });

  it('are not made when a file is saved, where a person might not want it', () => {
    const slip = text.replace('cadence: weekly', 'cadense: weekly');
    const judge = judged({ [file]: slip });
    const all = fixAll({ ...contextOf({ [file]: slip }), workspace: judge.workspace }, judge.findings(file), 'safe');
    assert.equal(all?.count, 1);
    assert.equal(applyEdits(slip, all.edits[0]?.edits ?? []), text);
  });
});
