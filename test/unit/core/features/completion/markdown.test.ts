import assert from 'node:assert/strict';
import { forms, stageSections, usualLabels } from '../../../../../src/core/features/completion/markdown/forms.ts';
import { withDefaults } from '../../../../../src/core/features/completion/item.ts';
import { vocabulary } from '../../../../../src/core/model/markdown/vocabulary.ts';
import { kinds } from '../../../../../src/core/schema/kinds.ts';
import { judged } from '../../../../support/workspace.ts';
import { completed, type Files } from './support.ts';

const others: Files = {
  'BET-009.bet.yaml': `id: BET-009
title: Two-tap preorder
owner: Maria Lind
status: building
hypothesis: x
timebox: { start: 2026-11-02, duration: 8w }
metrics:
  core: [{ id: orders-ahead, name: Orders ahead, baseline: 10%, target: 25% }]
  guardrails: [{ id: errors, name: Error rate, threshold: < 2% }]
`,
  'b.bet.yaml': 'id: BET-010\nowner: Maria Lind\nhypothesis: y\n',
};

function offers(file: string, marked: string, first: readonly string[], only?: 'only'): void {
  const { labels } = completed(file, marked, others);
  assert.deepEqual(only === 'only' ? labels : labels.slice(0, first.length), first, marked);
}

function nothing(file: string, marked: string): void {
  assert.deepEqual(completed(file, marked, others).labels, [], marked);
}

function becomes(file: string, marked: string, label: string, text: string): void {
  assert.equal(completed(file, marked, others).taken(label), text);
}

const table = (header: string, row: string): string => {
  const columns = header.split('|').length - 2;
  return `${header}\n|${' --- |'.repeat(columns)}\n${row}\n`;
};

describe('completion of headings, labels and tables in Markdown', () => {
  it('offers the headings of the form that are not written yet', () => {
    offers('a.bet.md', '#‸', ['# Bet: …', '## Hypothesis', '## Timebox and milestones']);
    offers('a.bet.md', '# Bet: X\n\n## ‸', ['## Hypothesis', '## Timebox and milestones', '## Success metrics']);
    offers('a.bet.md', '# Bet: X\n\n## The bet\n\ntext\n\n## ‸', ['## Timebox and milestones', '## Success metrics']);
    offers('a.bet.md', '# T\n\n## Bet: X\n\n## Hypothesis\n\ntext\n\n## ‸', ['## Timebox and milestones']);
    offers(
      'a.bet.md',
      '# Bet: X\n\n## Metrics\n\n### Leading metrics\n\ntext\n\n### ‸\n\n## Notes\n',
      ['### Lagging metrics', '### Core metrics', '### Guardrail metrics'],
      'only',
    );
    offers('a.metrics.md', '# Metrics: X\n\n## Core metrics\n\n## ‸', ['## Lagging metrics', '## Leading metrics']);
    const stages = completed('a.rollout.md', '# Rollout: X\n\n## Stage 1: Alpha\n\ntext\n\n## ‸', others).labels;
    assert.ok(stages.includes('## Stage 2: Beta') && !stages.includes('## Stage 1: Alpha'));
    offers('a.bet.md', '# Bet: X\n\n## Rollout\n\n### ‸', ['### Stages', '### Rollback plan', '### Decision log']);
  });

  it('offers nothing that the front matter says already', () => {
    const text = '---\nid: BET-1\nowner: Mo\nhypothesis:\n  believe: x\ntimebox: 6w\n---\n\n# X\n\n';
    const headings = completed('a.bet.md', `${text}## ‸`, others).labels;
    assert.deepEqual(headings.slice(0, 2), ['## Success metrics', '## Decision criteria']);
    const labels = completed('a.bet.md', `${text}**‸`, others).labels;
    assert.ok(labels.includes('Status:') && !labels.includes('Owner:'), labels.join());
    assert.ok(!labels.some(label => /timebox|started/i.test(label)), labels.join());
  });

  it('lets a new metric drive one that stands a tier up, or none, and makes up no current value', () => {
    const top = '# Bet: X\n\n## Success metrics\n\n';
    const lagging = `${top}### Lagging metrics\n\n| Metric | Target |\n|---|---|\n| Income | 4 |\n\n`;
    const core = (above: string): string => completed('a.bet.md', `${above}### ‸`).taken('### Core metrics');
    assert.match(core(lagging), /\| Weekly active teams ⭐ \|.*\| 30% \|  ?\| 40% \| Weekly \| Income \|$/);
    assert.match(core(top), /\| Weekly \|  ?\|$/);
  });

  it('puts a section in with what it begins with, and before text the heading alone', () => {
    const whole = completed('a.retro.md', '# Retro: X\r\n\r\n## ‸', others).taken('## Next steps');
    assert.match(
      whole,
      /## Next steps\n\n\| Action \| Owner \| Timeline \|\n\|-+\|-+\|-+\|\n\| .+ \| Maria Lind \| 2026-11-22 \|$/,
    );
    becomes(
      'a.bet.md',
      '# Bet: X\n\n## Hy‸\n\nWe believe\n',
      '## Hypothesis',
      '# Bet: X\n\n## Hypothesis\n\nWe believe\n',
    );
  });

  it('offers the table and the labels of a section on an empty line', () => {
    offers('a.bet.md', '# Bet: X\n\n## Metrics\n\n### Core metrics\n\n‸\n', [
      'Metric | Definition | Baseline | Current | Target | Measurement | Drives',
    ]);
    offers('a.bet.md', '# Bet: X\n\n**ID:** BET-1\n‸', ['Owner:', 'Status:', 'Category:']);
    offers('a.bet.md', '# Bet: X\n\n**St‸', ['Status:', 'Started:'], 'only');
    offers('a.rollout.md', '# Rollout: X\n\n## Stage 1: Alpha\n\n**Duration:** 1w\n\n‸', ['Audience:', 'Started:']);
    offers('a.retro.md', '# Retro: X\n\n## Decision\n\n**Decision:** kill\n\n‸', ['Rationale:', 'Decided by:']);
    becomes('a.bet.md', '# Bet: X\n\n- **Ow‸', 'Owner:', '# Bet: X\n\n- **Owner:** ');
  });

  it('has forms whose every section and label the vocabulary knows', () => {
    for (const kind of kinds)
      for (const { meaning } of forms[kind]) assert.ok(vocabulary.headings[kind]?.[meaning]?.[0], `${kind} ${meaning}`);
    for (const [place, meanings] of Object.entries(usualLabels)) {
      const [kind = ''] = place.split(' ');
      const tables = [kind, 'common', 'hypothesis', 'stage', 'stageDecision'].map(
        name => vocabulary.labels[name] ?? {},
      );
      for (const meaning of meanings)
        assert.ok(
          tables.some(each => Object.hasOwn(each, meaning)),
          `${place} ${meaning}`,
        );
    }
  });

  it('has forms that are read as what they are meant to be', () => {
    for (const kind of ['metrics', 'rollout', 'retro', 'launch', 'tracks', 'bet'] as const) {
      const sections = forms[kind].map(({ meaning, under, body }) => {
        const depth = under === undefined ? '##' : '###';
        return `${depth} ${vocabulary.headings[kind]?.[meaning]?.[0] ?? ''}\n\n${withDefaults(body)}\n`;
      });
      const stages =
        kind === 'rollout' ? stageSections.map(({ heading, body }) => `## ${heading}\n\n${withDefaults(body)}\n`) : [];
      const file = `a.${kind}.md`;
      const judge = judged({
        [file]: `# ${vocabulary.titles[kind]?.[0] ?? ''}: X\n\n**Owner:** Ida\n\n${[...stages, ...sections].join('\n')}`,
      });
      const artifact = judge.workspace.get(file)?.model.artifacts[0];
      assert.equal(artifact?.kind, kind);
      assert.deepEqual(
        artifact.form?.unknown.filter(({ type }) => type !== 'word').map(({ text }) => text),
        [],
        kind,
      );
      const read = new Set(Object.keys(artifact.model));
      const wanted = {
        bet: ['hypothesis', 'timebox', 'metrics', 'criteria'],
        metrics: ['lagging', 'core', 'leading', 'guardrails'],
        rollout: ['stages', 'rollback', 'decisions'],
        retro: ['metrics', 'learnings', 'nextSteps'],
        launch: ['components', 'preLaunch', 'launchDay', 'postLaunch', 'adoption'],
        tracks: ['allocation', 'discovery', 'delivery', 'coordination'],
      }[kind];
      for (const field of wanted) assert.ok(read.has(field), `${kind} has ${field}`);
    }
  });
});

describe('completion of values in Markdown', () => {
  it('offers words, ids, names and dates behind a label', () => {
    const statuses = ['proposed', 'shaping', 'building', 'rollingOut', 'measuring', 'concluded'];
    offers('a.bet.md', '# Bet: X\n\n**Status:** ‸', statuses);
    offers('a.bet.md', '# Bet: X\n\n- Status: b‸', statuses);
    offers('a.bet.md', '# Bet: X\n\n**Owner:** ‸', ['Maria Lind'], 'only');
    offers('a.rollout.md', '# Rollout: X\n\n**Bet ID:** ‸', ['BET-009', 'BET-010'], 'only');
    offers('a.bet.md', '# Bet: X\n\n**Started:** ‸', ['2026-11-22', '2026-11-23'], undefined);
    offers('a.bet.md', '# Bet: X\n\n**Started:** 2026-11-02\n**Ended:** ‸', ['2026-12-14']);
    offers('a.rollout.md', '# Rollout: X\n\n## Stage 1: Alpha\n\n**Duration:** ‸', ['1w', '3d']);
    offers(
      'a.rollout.md',
      `# Rollout: X\n\n${table('| Field | Value |', '| **Bet** | ‸ |')}`,
      ['BET-009', 'BET-010'],
      'only',
    );
  });

  it('replaces the value alone, and keeps the two blanks that end a line', () => {
    becomes(
      'a.bet.md',
      '# Bet: X\n\n**Status:** bui‸ld  \n**Owner:** x\n',
      'shaping',
      '# Bet: X\n\n**Status:** shaping  \n**Owner:** x\n',
    );
    becomes('a.bet.md', '# Bet: X\n\n**Status:**‸\n', 'shaping', '# Bet: X\n\n**Status:** shaping\n');
  });

  it('offers all words with a box before each, and leaves boxes alone', () => {
    const boxes = '[ ] SCALE  [ ] ITERATE  [ ] KILL';
    offers('a.retro.md', '# Retro: X\n\n## Decision\n\n**Decision:** ‸', ['scale', 'iterate', 'kill', boxes], 'only');
    nothing('a.retro.md', `# Retro: X\n\n## Decision\n\n**Decision:** ${boxes}‸`);
  });

  it('offers what a column is about', () => {
    const metrics = `# Metrics: X\n\n## Core metrics\n\n${table('| Metric | Target |', '| Sales | 3 |\n| Visits | 4 |')}\n## Leading metrics\n\n`;
    const leading = '| Metric | Measurement | Drives |';
    offers('a.metrics.md', metrics + table(leading, '| Opened | | ‸ |'), ['Sales', 'Visits'], 'only');
    becomes(
      'a.metrics.md',
      metrics + table(leading, '| Opened | | Sales, Vi‸ |'),
      'Visits',
      metrics + table(leading, '| Opened | | Sales, Visits |'),
    );
    offers('a.metrics.md', metrics + table(leading, '| Opened |‸'), ['daily'], undefined);
    const result = '| Metric | Baseline | Target | Actual | Verdict |';
    const retro = '# Retro: X\n\n**Bet ID:** BET-009\n\n## Metrics review\n\n### Primary metric\n\n';
    offers('a.retro.md', retro + table(result, '| ‸ | | | | |'), ['Orders ahead', 'Error rate'], 'only');
    offers('a.retro.md', retro + table(result, '| Orders ahead | | ‸ | | |'), ['25%'], 'only');
    offers('a.retro.md', retro + table(result, '| Orders ahead | | | | ‸ |'), ['hit', 'close', 'missed']);
    const log = '# Rollout: X\n\n**Bet:** BET-009\n\n## Decision log\n\n';
    const decision = '| Date | Stage | Decision | Rationale | Decided By |';
    offers('a.rollout.md', log + table(decision, '| ‸ | | | | |'), ['2026-11-22', '2026-11-21', '2026-11-15'], 'only');
    offers('a.rollout.md', log + table(decision, '| | ‸ | | | |'), ['internal', 'alpha', 'beta'], 'only');
    offers('a.rollout.md', log + table(decision, '| | | ‸ | | |'), ['proceed', 'hold', 'rollback'], 'only');
    offers('a.rollout.md', log + table(decision, '| | | | | ‸ |'), ['Maria Lind'], 'only');
    const rollback = '# Rollout: X\n\n**Bet:** BET-009\n\n## Rollback plan\n\n';
    offers('a.rollout.md', rollback + table('| Trigger | Action |', '| ‸ | |'), ['Error rate', 'Orders ahead'], 'only');
    offers(
      'a.launch.md',
      `# Launch: X\n\n## Components\n\n${table('| Component | Owner | Status | Due |', '| Docs | | ‸ | |')}`,
      ['open', 'doing', 'done', 'notNeeded'],
      'only',
    );
    offers(
      'a.tracks.md',
      `# Tracks: X\n\n## Weeks\n\n${table('| Week | Discovery | Delivery |', '| 1 | ‸ | |')}`,
      ['BET-009', 'BET-010'],
      'only',
    );
    offers('a.bet.md', `# Bet: X\n\n## Timebox\n\n${table('| Milestone | Date |', '| Kick-off | ‸ |')}`, [
      '2026-11-22',
    ]);
  });

  it('offers ids in the text of a link', () => {
    offers('a.bet.md', '# Bet: X\n\nWhat [BET-00‸ taught us\n', ['BET-009'], 'only');
    nothing('a.bet.md', '# Bet: X\n\n- [x‸] done\n');
  });

  it('offers nothing in prose, fences, comments, headers of tables and files of others', () => {
    nothing('a.bet.md', '# Bet: X\n\nPeople wait at the ‸\n');
    nothing('a.bet.md', '# Bet: X\n\nPeople wait at the\n‸');
    nothing('a.bet.md', '# Bet: X\n\n```yaml\nstatus: ‸\n```\n');
    nothing('a.bet.md', '# Bet: X\n\n~~~\n## ‸\n~~~\n');
    nothing('a.bet.md', '# Bet: X\n\n<!--\n**Status:** ‸\n-->\n');
    nothing('a.bet.md', '# Bet: X\n\n**Mood:** ‸\n');
    nothing('a.bet.md', '# Bet: X\n\n| Metric | ‸ |\n| --- | --- |\n');
    nothing('README.md', '# Bet: X\n\n**Status:** ‸\n');
    nothing('README.md', '#‸');
  });
});
