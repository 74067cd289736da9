import assert from 'node:assert/strict';
import { parseAnyMarkdown } from '../../../../src/core/parse/file.ts';
import { createRecognisedFiles } from '../../../../src/core/workspace/recognised-files.ts';
import { judged } from '../../../support/workspace.ts';

const plan = `# Rollout plan: new tills

## Stage 1: Our own kiosks (5%)

- [x] tills print

## Stage 2: Everybody

- [ ] nobody waits

## Rollback plan

Off.
`;

/** What stands in most repositories, with words of ours where people use them otherwise. */
const ordinary: Readonly<Record<string, string>> = {
  'README.md': '# Tills\n\n[![build](x)](y)\n\n## Launch\n\n## Rollout\n\n- [ ] nothing\n',
  'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n### Added\n\n- metrics, rollouts\n',
  'CONTRIBUTING.md': '# Contributing\n\n## Release\n\n- [ ] bump the version\n- [ ] tell people\n',
  'docs/install.md': '# Install\n\n## Launch\n',
  'docs/architecture.md': '# How it is built\n\n| Stage | Audience |\n|---|---|\n| lexer | us |\n',
  'packages/a/README.md': '# a\n',
};

describe('recognised files', () => {
  it('are parsed only where a look has found them worth it', () => {
    const parsed: string[] = [];
    const files = createRecognisedFiles((path, text) => {
      parsed.push(path);
      return parseAnyMarkdown(path, text);
    });
    for (const [file, text] of Object.entries({ ...ordinary, 'docs/rollout-plan.md': plan })) files.set(file, text);
    assert.deepEqual(parsed, ['docs/rollout-plan.md']);
    assert.deepEqual(
      files.all().map(({ file }) => file),
      ['docs/rollout-plan.md'],
    );
  });

  it('follow their text, and leave when it is gone', () => {
    const files = createRecognisedFiles();
    files.set('b-rollout-plan.md', plan);
    files.set('a-rollout-plan.md', plan);
    assert.deepEqual(
      files.all().map(({ file }) => file),
      ['a-rollout-plan.md', 'b-rollout-plan.md'],
    );
    files.set('b-rollout-plan.md', plan.replace('[ ]', '[x]'));
    assert.deepEqual(files.get('b-rollout-plan.md')?.checklist, { done: 2, total: 2 });
    files.set('b-rollout-plan.md', '# Rollout plan\n\nTo be written.\n');
    files.set('a-rollout-plan.md', undefined);
    assert.deepEqual(files.all(), []);
  });

  it('keep little of a long text', () => {
    const rows = Array.from({ length: 400 }, (_, at) => `| ${'w'.repeat(400)} ${String(at)} | < 2% |\n`).join('');
    const files = createRecognisedFiles();
    files.set('metrics.md', `# Metrics\n\n## Guardrails\n\n| Metric | Threshold |\n|---|---|\n${rows}`);
    const kept = files.get('metrics.md');
    assert.equal(kept?.metrics.length, 100);
    assert.ok(JSON.stringify(kept).length < 60_000);
  });

  it('are no artifacts: nothing is found in them, nothing counts them, and adopted they leave', () => {
    const judge = judged({ 'docs/rollout-plan.md': plan });
    const { workspace } = judge;
    assert.deepEqual([workspace.files(), judge.findings('docs/rollout-plan.md')], [[], []]);
    assert.equal(workspace.recognised('docs/rollout-plan.md')?.kind, 'rollout');
    judge.set('docs/rollout-plan.md', `---\nkind: rollout\n---\n${plan}`);
    assert.equal(workspace.recognised('docs/rollout-plan.md'), undefined);
    assert.deepEqual(workspace.recognisedFiles(), []);
    assert.deepEqual(workspace.files(), ['docs/rollout-plan.md']);
    judge.set('docs/rollout-plan.md', plan);
    assert.deepEqual(workspace.files(), []);
    assert.equal(workspace.recognisedFiles().length, 1);
  });

  it('are not what a folder of ours makes artifacts by their headings', () => {
    const { workspace } = judged(
      { 'docs/rollout-plan.md': plan, 'plans/rollout-plan.md': plan },
      { include: [['plans']] },
    );
    assert.deepEqual(workspace.files(), ['plans/rollout-plan.md']);
    assert.deepEqual(
      workspace.recognisedFiles().map(({ file }) => file),
      ['docs/rollout-plan.md'],
    );
  });

  it('are told of as files that have changed, when they come and when they go', () => {
    const judge = judged({});
    judge.set('docs/rollout-plan.md', plan);
    assert.deepEqual([...judge.update()], ['docs/rollout-plan.md']);
    judge.set('docs/rollout-plan.md', undefined);
    assert.deepEqual([...judge.update()], ['docs/rollout-plan.md']);
    judge.set('README.md', ordinary['README.md']);
    assert.deepEqual([...judge.update()], []);
  });
});
