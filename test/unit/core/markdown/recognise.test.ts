import assert from 'node:assert/strict';
import { buildFileModel } from '../../../../src/core/model/file-model.ts';
import { recognise, type Recognised } from '../../../../src/core/model/markdown/recognise.ts';
import { parseAnyMarkdown, parseFile } from '../../../../src/core/parse/file.ts';

function recognised(path: string, text: string): Recognised | undefined {
  const parsed = parseAnyMarkdown(path, text);
  return parsed && recognise(parsed, path);
}

const rollout = `# Rollout plan: new tills

Owner: Maria Lind

## Phase 1: Our own kiosks (5%)

- [x] tills print

## Phase 2: Half the city (25% → 50%)

- [ ] nobody waits
  - [x] at noon

## Phase 2 checklist

- [ ] flags

\`\`\`
- [ ] not an item
## Phase 9: not a stage
\`\`\`

## Rollback

Turn it off by 2026-12-01.
`;

const metrics = `# Metrics of the kiosks

## North star

| Metric | Target (falsifiable) | Current |
|---|---|---|
| Cups a day | ≥ 900 by 2026-12-01 | BASELINE unset |

## Guardrails (must not degrade)
| Metric | Floor / ceiling | Current |
|---|---|---|
| Queue | ≤ 6 min | 4 min |
`;

describe('Markdown that reads like an artifact', () => {
  it('is read as far as it speaks', () => {
    const found = recognised('docs/new-tills-rollout-plan.md', rollout);
    assert.equal(found?.kind, 'rollout');
    assert.equal(found.title?.text, 'Rollout plan: new tills');
    assert.equal(found.owner?.text, 'Maria Lind');
    assert.deepEqual(
      found.stages.map(({ text, audience }) => [text, audience?.percent]),
      [
        ['Our own kiosks', 5],
        ['Half the city', 50],
      ],
    );
    assert.deepEqual(found.checklist, { done: 2, total: 4 });
    assert.deepEqual(
      found.dates.map(({ text }) => text),
      ['2026-12-01'],
    );
    assert.equal(rollout.slice(found.offer.start, found.offer.end), '# Rollout plan: new tills');
  });

  it('has its metrics by tier with their thresholds', () => {
    const found = recognised('metrics.md', metrics);
    assert.deepEqual(
      found?.metrics.map(({ tier, text, target, threshold }) => [tier, text, target ?? threshold]),
      [
        ['lagging', 'Cups a day', '≥ 900 by 2026-12-01'],
        ['guardrails', 'Queue', '≤ 6 min'],
      ],
    );
  });

  it('has the progress of a table with a status column', () => {
    const text =
      '# Launch checklist\n\n| Task | Owner | Status |\n|---|---|---|\n| Poster | Ines | ✅ Completed |\n| Docs | Tom | 🔄 In Progress |\n';
    const found = recognised('gtm/launch-checklist.md', text);
    assert.deepEqual(
      [found?.kind, found?.rows, found?.checklist],
      ['launch', { done: 1, total: 2 }, { done: 0, total: 0 }],
    );
  });

  it('is told by its front matter, whose value is compared whole', () => {
    const body = '\n# Tills\n\n## Rollback\n\nOff.\n';
    assert.equal(recognised('a.md', `---\ntype: rollout-plan\n---\n${body}`)?.kind, 'rollout');
    assert.equal(
      recognised('a.md', `---\nartifact: { type: launch-checklist }\n---\n# A\n\n## Marketing\n`)?.kind,
      'launch',
    );
    assert.equal(recognised('rollout-plan.md', `---\ntype: rollout-plan-sub\n---\n${body}`), undefined);
  });

  const strangers: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'bets on horses': ['bets/README.md', '# Bets\n\n## Odds\n\n## Bankroll\n\n- [ ] red\n'],
    'a round of a sprint': ['retro.md', '# Sprint retro 12\n\n## Decision\n\n## Hypothesis\n'],
    'templates in fences': ['rollout-plan.md', '# How we plan\n\n```\n## Stage 1: Alpha\n## Rollback\n```\n'],
    'a name and nothing that confirms it': ['launch-plan.md', '# Launch plan\n\nWe shall see.\n'],
    'a manifest': [
      'rollout.md',
      '---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\n---\n## Rollback\n## Stage 1: a\n## Stage 2: b\n',
    ],
    'an artifact': ['a.rollout.md', rollout],
    'an artifact by its kind': ['rollout-plan.md', `---\nkind: rollout\n---\n${rollout}`],
  };
  for (const [name, [path, text]] of Object.entries(strangers)) {
    it(`is not ${name}`, () => assert.equal(recognised(path, text), undefined));
  }

  it('is no artifact, unless its folder is ours', () => {
    assert.equal(parseFile('plans/tills.md', rollout), undefined);
    const parsed = parseFile('plans/tills.md', rollout, { isIncluded: path => path.startsWith('plans/') });
    const model = parsed && buildFileModel('plans/tills.md', parsed);
    assert.deepEqual(
      model?.artifacts.map(({ kind, id }) => [kind, id]),
      [['rollout', 'tills']],
    );
    const prose = parseFile('plans/notes.md', '# Notes\n\nNothing.\n', { isIncluded: () => true });
    assert.equal(prose && buildFileModel('plans/notes.md', prose), undefined);
  });
});
