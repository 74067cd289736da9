import assert from 'node:assert/strict';
import { advanceStage } from '../../../../../src/core/features/refactor/advance-stage.ts';
import { addedLines, after, caretLine, contextOf, foreign, newRules, refusedFor } from './support.ts';
import { rolloutMarkdown, rolloutYaml } from './texts.ts';

const yaml = { 'cup.rollout.yaml': rolloutYaml };
const markdown = { 'cup.rollout.md': rolloutMarkdown };

describe('features/refactor: advance the stage', function () {
  this.timeout(20_000);

  it('ends the stage, starts the next, and logs why, in YAML', () => {
    const answer = advanceStage(contextOf(yaml), { file: 'cup.rollout.yaml' }, { by: 'Ines' });
    const now = after(yaml, answer);
    assert.deepEqual(addedLines(rolloutYaml, now['cup.rollout.yaml'] ?? ''), [
      '    ended: 2026-11-22',
      '    started: 2026-11-22',
      '  - date: 2026-11-22',
      '    stage: beta',
      '    outcome: proceed',
      '    why: ',
      '    by: Ines',
    ]);
    assert.equal(caretLine(yaml, answer), '    why: |');
    assert.deepEqual(newRules(yaml, now), []);
  });

  it('ends the stage, starts the next, and logs why, in Markdown', () => {
    const answer = advanceStage(
      contextOf(markdown),
      { file: 'cup.rollout.md' },
      { why: 'It rose | a lot', by: 'Ines' },
    );
    const now = after(markdown, answer)['cup.rollout.md'] ?? '';
    assert.ok(now.includes('**Started:** 2026-09-04  \n**Ended:** 2026-11-22\n'), now);
    assert.ok(now.includes('## Stage 2: GA\n\n**Started:** 2026-11-22\n\n**Audience:** 100% of users\n'), now);
    assert.ok(
      now.includes(
        '| It printed | Ines |\n| 2026-11-22 | Beta | proceed | It rose \\| a lot | Ines |\n\nThat was quick.',
      ),
      now,
    );
    assert.deepEqual(newRules(markdown, { 'cup.rollout.md': now }), []);
  });

  it('keeps CRLF and the byte order mark in both notations', () => {
    for (const [file, text] of Object.entries({ ...yaml, ...markdown })) {
      const files = { [file]: foreign(text) };
      const wishes = { why: 'So', by: 'Ines' };
      const now = after(files, advanceStage(contextOf(files), { file }, wishes))[file] ?? '';
      const plain = after({ [file]: text }, advanceStage(contextOf({ [file]: text }), { file }, wishes))[file] ?? '';
      assert.equal(now, foreign(plain));
    }
  });

  it('fills a table of stages, and gives it the columns that it lacks', () => {
    const text =
      '# Rollout: One\n\n| Stage | Who | Started |\n|---|---|---|\n| Internal | us | 2026-11-01 |\n| Beta | 10% | |\n| GA | all | |\n';
    const files = { 'a.rollout.md': text };
    const now = after(files, advanceStage(contextOf(files), { file: 'a.rollout.md' }, { override: 'Now', by: 'Mo' }));
    const lines = (now['a.rollout.md'] ?? '').split('\n');
    assert.deepEqual(lines.slice(2, 7), [
      '| Stage | Who | Started | Ended |',
      '|---|---|---|---|',
      '| Internal | us | 2026-11-01 | 2026-11-22 |',
      '| Beta | 10% | 2026-11-22 | |',
      '| GA | all | | |',
    ]);
    assert.ok(lines.includes('| 2026-11-22 | Internal | proceed | Now | Mo |'), lines.join('\n'));
  });

  it('refuses with the places that speak against it, unless there is a reason to go on, which is written down', () => {
    const text = rolloutYaml
      .replace('{ text: Returns rise, done: true }', 'Returns rise')
      .replace('2026-09-04', '2026-11-20');
    const files = { 'cup.rollout.yaml': text };
    const refusal = refusedFor(advanceStage(contextOf(files), { file: 'cup.rollout.yaml' }));
    assert.deepEqual([refusal.places, refusal.overridable], [2, true]);
    const now = after(
      files,
      advanceStage(contextOf(files), { file: 'cup.rollout.yaml' }, { override: 'A fair is on' }),
    );
    assert.deepEqual(addedLines(text, now['cup.rollout.yaml'] ?? '').slice(2), [
      '  - { date: 2026-11-22, stage: beta, outcome: proceed, why: A fair is on }',
    ]);
  });

  it('holds, and rolls back', () => {
    const hold = after(
      yaml,
      advanceStage(contextOf(yaml), { file: 'cup.rollout.yaml' }, { outcome: 'hold', why: 'Rain' }),
    );
    assert.deepEqual(addedLines(rolloutYaml, hold['cup.rollout.yaml'] ?? ''), [
      '  - { date: 2026-11-22, stage: beta, outcome: hold, why: Rain }',
    ]);
    const back = after(
      yaml,
      advanceStage(contextOf(yaml), { file: 'cup.rollout.yaml' }, { outcome: 'rollback', why: 'Rain' }),
    );
    assert.deepEqual(addedLines(rolloutYaml, back['cup.rollout.yaml'] ?? ''), [
      '    ended: 2026-11-22',
      '  - { date: 2026-11-22, stage: beta, outcome: rollback, why: Rain }',
    ]);
  });

  it('starts the first stage, also of a bare word, and refuses behind the last', () => {
    const files = { 'a.bet.yaml': 'id: B\nrollout:\n  stages: [internal, { stage: ga }]\n' };
    const now = after(files, advanceStage(contextOf(files), { file: 'a.bet.yaml' }));
    assert.equal(
      now['a.bet.yaml'],
      'id: B\nrollout:\n  stages: [{ stage: internal, started: 2026-11-22 }, { stage: ga }]\n',
    );
    const done = after(yaml, advanceStage(contextOf(yaml), { file: 'cup.rollout.yaml' }, { why: 'x' }));
    assert.equal(refusedFor(advanceStage(contextOf(done), { file: 'cup.rollout.yaml' })).overridable, false);
    const empty = { 'a.rollout.yaml': 'id: R\n' };
    assert.equal(advanceStage(contextOf(empty), { file: 'a.rollout.yaml' }).type, 'refused');
  });

  it("brings a stage's own decision up to date", () => {
    const text = rolloutYaml.replace(
      '    started: 2026-09-04\n',
      '    started: 2026-09-04\n    decision: hold # for now\n',
    );
    const files = { 'cup.rollout.yaml': text };
    const now =
      after(files, advanceStage(contextOf(files), { file: 'cup.rollout.yaml' }, { why: 'It rose' }))[
        'cup.rollout.yaml'
      ] ?? '';
    assert.ok(now.includes('decision: { outcome: proceed, date: 2026-11-22, why: It rose } # for now\n'), now);
  });
});
