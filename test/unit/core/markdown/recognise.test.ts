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

  const written: Readonly<Record<string, readonly [kind: string, path: string, text: string]>> = {
    'a bet without a first-level heading': [
      'bet',
      'bets/bet-4-tills.md',
      '## Bet 4 — New tills\n\n### Goal\n\nShort queues.\n\n### Kill criteria\n\n- queues grow\n',
    ],
    'a register of bets in a README, by its table': [
      'bet',
      'bets/README.md',
      '# Where we go, and our bets\n\n| # | Bet | Kill criterion |\n|---|---|---|\n| 1 | Tills | — |\n',
    ],
    'a pitch with its limits': ['bet', 'pitches/tills.md', '# Pitch: new tills\n\n## Appetite\n\n## No-Gos\n'],
    'a launch in one table': [
      'launch',
      'gtm/launch-checklist.md',
      '# Launch checklist (two weeks)\n\n| # | Task | Owner | Start | Due | Status | Notes |\n|--|:--|--|--|--|--|--|\n| 1 | Poster | Ines (PMM) | | 2026-12-01 | Scheduled | |\n',
    ],
    'stages in a table': [
      'rollout',
      'plans/tills-rollout.md',
      '# Rolling out\n\n**Phased rollout:**\n| Phase | Who | Gate to next |\n|---|---|---|\n| 1 | us | green |\n',
    ],
    'metrics by outcome': [
      'metrics',
      'metrics.md',
      '# Metrics of tills\n\n| Outcome | Metric |\n|---|---|\n| Joy | TBD |\n',
    ],
    'a retro of a bet': [
      'retro',
      'retros/2026-11-tills.md',
      '# Bet retro: new tills\n\n## What we learned\n\nMuch.\n\n## Decision\n\nIterate\n',
    ],
  };
  for (const [name, [kind, path, text]] of Object.entries(written))
    it(`may be ${name}`, () => assert.equal(recognised(path, text)?.kind, kind));

  it('is read from both systems of stages only once each, and not from their checklists', () => {
    const text = `# Rollout plan

## Phase 1: Us (1%)
## Phase 2: Friends (10%)
## Phase 1 Checklist
- [x] a
## Phase 2 Results
`;
    assert.deepEqual(
      recognised('plan.md', text)?.stages.map(stage => [stage.text, stage.audience?.percent]),
      [
        ['Us', 1],
        ['Friends', 10],
      ],
    );
  });

  it('is a template by its title, its name or its folder', () => {
    const filled = recognised('plans/rollout-plan.md', rollout);
    assert.equal(filled?.isTemplate, false);
    const templates: readonly (readonly [path: string, text: string])[] = [
      ['plans/rollout-plan.md', rollout.replace('new tills', '[Feature name]')],
      ['plans/rollout-plan.md', rollout.replace(': new tills', ' template')],
      ['plans/rollout-plan-template.md', rollout],
      ['.github/ISSUE_TEMPLATE/rollout-plan.md', rollout],
      ['templates/plans/rollout-plan.md', rollout],
    ];
    for (const [path, text] of templates) assert.equal(recognised(path, text)?.isTemplate, true, path);
    assert.equal(recognised('docs/contemplates/rollout-plan.md', rollout)?.isTemplate, false);
  });

  const strangers: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'bets on horses': ['bets/README.md', '# Bets\n\n## Odds\n\n## Bankroll\n\n- [ ] red\n'],
    'a round of a sprint': ['retro.md', '# Sprint retro 12\n\n## Decision\n\n## Hypothesis\n'],
    'templates in fences': ['rollout-plan.md', '# How we plan\n\n```\n## Stage 1: Alpha\n## Rollback\n```\n'],
    'a README that speaks of rollouts': ['README.md', '# Rollout\n\n## Rollback plan\n\n## Rollout stages\n'],
    'a README with a table of stages': ['README.md', '# A compiler\n\n| Stage | Users |\n|---|---|\n| lexer | all |\n'],
    'the manual of a program that rolls out': [
      'docs/rollout.md',
      '# Rollout\n\n## Canary\n\n## Monitoring\n\n## Rollback\n\nRun `undo`.\n',
    ],
    'how a release is made': ['RELEASE.md', '# Release checklist\n\n## Release\n\n- [ ] tag\n\n## Documentation\n'],
    'what a server counts': [
      'docs/metrics.md',
      '# Metrics\n\n## Core metrics\n\n| Metric | Type | Description |\n|---|---|---|\n| up | gauge | it is up |\n\n## Primary database\n',
    ],
    'a reference of fields': [
      'docs/metrics.md',
      '# Metrics\n\n## `lagging`\n\n## `lagging.alert`\n\n## `lagging.to`\n',
    ],
    'the pitch of a sound': ['docs/pitch.md', '# Pitch detection\n\n## Problem\n\n## Solution\n\n## Goal\n'],
    'a program that launches': ['docs/launch.md', '# Launch\n\n## Launch\n\n## Support\n\n## Documentation\n'],
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
