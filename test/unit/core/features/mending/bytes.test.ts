import assert from 'node:assert/strict';
import { mend } from '../../../../../src/core/features/mending/mend.ts';
import { judged } from '../../../../support/workspace.ts';
import { contextOf, newRules } from '../refactor/support.ts';
import { mended, offered } from './support.ts';

const guardrails =
  'guardrails:\n  - name: Error rate\n    threshold: < 2%\n    alertAt: < 1.5%\n    cadence: realTime\n    onBreach: rollback\n' +
  '  - name: Support tickets per day\n    threshold: <= baseline + 10%\n    alertAt: <= baseline + 5%\n    cadence: daily\n    onBreach: pause\n';
const inBet = guardrails.replace(/^/gm, '  ').trimEnd();

type Case = readonly [file: string, rule: string, before: string, after: string];

describe('features/mending: what a fix writes', () => {
  const cases: Readonly<Record<string, Case>> = {
    'guardrails into a document of their own': [
      'a.metrics.yaml',
      'metrics/guardrail-missing',
      'id: M\ncore:\n  - name: A # one\n# end\n',
      `id: M\ncore:\n  - name: A # one\n${guardrails}# end\n`,
    ],
    'guardrails into a bet': [
      'a.bet.yaml',
      'metrics/guardrail-missing',
      'id: B\nstatus: building\nmetrics:\n  core:\n    - name: A\n# end\n',
      `id: B\nstatus: building\nmetrics:\n  core:\n    - name: A\n${inBet}\n# end\n`,
    ],
    'guardrails in place of N/A': [
      'a.metrics.yaml',
      'metrics/guardrail-missing',
      'id: M\nguardrails: N/A\ncore: [A]\n',
      `id: M\n${guardrails}core: [A]\n`,
    ],
    'guardrails into front matter that says the rest': [
      'a.metrics.md',
      'metrics/guardrail-missing',
      '---\nid: M\ncore: [A]\n---\n\nText.\n',
      `---\nid: M\ncore: [A]\n${guardrails}---\n\nText.\n`,
    ],
    'the name of a field that is spelt wrongly': [
      'a.bet.yaml',
      'document/unknown-field',
      'id: B\nownre: Mo # who\n',
      'id: B\nowner: Mo # who\n',
    ],
    'a threshold into a cell that waits': [
      'a.metrics.md',
      'metrics/guardrail-threshold-missing',
      '# Metrics: A\n\n## Guardrail metrics\n\n| Metric | Threshold | Note |\n|---|---|---|\n| Error rate | | x |\n',
      '# Metrics: A\n\n## Guardrail metrics\n\n| Metric | Threshold | Note |\n|---|---|---|\n| Error rate | < 2% | x |\n',
    ],
    'a column that a table lacks': [
      'a.metrics.md',
      'metrics/guardrail-threshold-missing',
      '# Metrics: A\n\n## Guardrail metrics\n\n| Metric |\n|---|\n| Error rate |\n| Crashes |\n',
      '# Metrics: A\n\n## Guardrail metrics\n\n| Metric | Threshold |\n|---|---|\n| Error rate | < 2% |\n| Crashes | |\n',
    ],
    'an arrow out of a list of lines': [
      'a.metrics.yaml',
      'metrics/upside-down',
      'id: M\nlagging:\n  - name: R\n    drives:\n      - C # no\n      - S\n  - name: S\nleading:\n  - name: C\n    drives: [S]\n',
      'id: M\nlagging:\n  - name: R\n    drives:\n      - S\n  - name: S\nleading:\n  - name: C\n    drives: [S]\n',
    ],
    'a stage before another, and counts on': [
      'a.rollout.md',
      'rollout/big-bang',
      '# Rollout: A\n\n## Stage 1: GA\n\n**Duration:** ongoing\n',
      '# Rollout: A\n\n## Stage 1: alpha\n\n**Duration:** 1 week\n\n**Audience:**\n\n- **Size:** 5\n\n**Exit criteria:**\n\n- [ ] Most customers got through without help\n\n## Stage 2: beta\n\n**Duration:** 1-2 weeks\n\n**Audience:**\n\n- **Percent:** 10%\n\n**Exit criteria:**\n\n- [ ] Leading metrics are above their baseline\n- [ ] No guardrail is breached\n\n## Stage 3: GA\n\n**Duration:** ongoing\n',
    ],
    'nothing where an unused comment stood': [
      'a.bet.yaml',
      'ignore/unused',
      'id: B\n# betwright-ignore bet/zombie: not yet\nowner: Mo\n',
      'id: B\nowner: Mo\n',
    ],
  };
  for (const [name, [file, rule, before, after]] of Object.entries(cases)) {
    it(name, () => {
      const files = { [file]: before };
      const title = rule === 'metrics/upside-down' ? 'Remove the arrow from R to C' : undefined;
      assert.equal(mended(files, rule, title)[file], after);
    });
  }

  it('goes into the file where it belongs, which is not that of the finding’s subject', () => {
    const files = {
      'a.bet.yaml': 'id: B\nowner: Mo\nstatus: building\nhypothesis: It will lift sales by 5%.\nretro: R\n',
      'a.retro.yaml': 'id: R\nfacilitator: Jo\n',
    };
    const now = mended(files, 'retro/not-scheduled');
    assert.equal(now['a.bet.yaml'], files['a.bet.yaml']);
    assert.equal(now['a.retro.yaml'], 'id: R\nfacilitator: Jo\nscheduled: 2027-01-03\n');
    assert.deepEqual(newRules(files, now), []);
  });

  it('brings back the metrics that triggers name', () => {
    const files = {
      'a.bet.yaml':
        'id: B\nstatus: rollingOut\nmetrics:\n  core: [A]\nrollout:\n  rollback:\n    triggers:\n      - metric: Crash rate\n      - metric: a\n',
    };
    const now = mended(files, 'metrics/guardrail-missing')['a.bet.yaml'] ?? '';
    assert.match(now, /guardrails:\n {4}- \{ name: Crash rate, threshold: < 2%/);
    assert.doesNotMatch(now, /Support/);
  });

  it('asks a bet for what it most easily pays with', () => {
    const text = (category: string): string =>
      `id: B\ncategory: ${category}\nstatus: building\nmetrics:\n  core: [A]\n`;
    const added = (category: string): string =>
      mended({ 'a.bet.yaml': text(category) }, 'metrics/guardrail-missing')['a.bet.yaml'] ?? '';
    assert.match(added('platform'), /Availability/);
    assert.doesNotMatch(added('growth'), /Availability/);
  });

  it('offers the people who are named most, the bet’s own first', () => {
    const other = 'id: C\nowner: Ida\nhypothesis: It will lift sales by 5%.\n';
    const bet = 'id: B\nrollout:\n  owner: Mo\n';
    assert.deepEqual(offered({ 'a.bet.yaml': bet, 'c.bet.yaml': other }, 'bet/owner-missing'), ['Owner: Mo']);
    assert.deepEqual(offered({ 'a.bet.yaml': 'id: B\n', 'c.bet.yaml': other }, 'bet/owner-missing'), ['Owner: Ida']);
    assert.deepEqual(offered({ 'a.bet.yaml': 'id: B\n' }, 'bet/owner-missing'), []);
  });

  it('offers no threshold that is broken already', () => {
    const text = 'id: M\ncore: [A]\nguardrails:\n  - name: Error rate\n    current: 4%\n';
    assert.deepEqual(offered({ 'a.metrics.yaml': text }, 'metrics/guardrail-threshold-missing'), []);
  });

  it('removes no arrow that would leave a metric without any, and leads it up instead', () => {
    const text =
      'id: M\nlagging: [R]\ncore:\n  - name: S, or more\n    drives: [R]\n  - name: T\n    drives: [C]\nleading:\n  - name: C\n    drives: [S or more]\n';
    assert.deepEqual(offered({ 'a.metrics.yaml': text }, 'metrics/upside-down'), ['T drives R instead']);
    assert.equal(
      mended({ 'a.metrics.yaml': text }, 'metrics/upside-down')['a.metrics.yaml'],
      text.replace('drives: [C]', 'drives: [R]'),
    );
  });

  it('calls a metric by its id where its name would read as two', () => {
    const text =
      '# Metrics: A\n\n| Tier | Metric | Drives |\n|---|---|---|\n| Core | Sold, or kept | |\n| Leading | C | |\n';
    assert.equal(
      mended({ 'a.metrics.md': text }, 'metrics/disconnected')['a.metrics.md'],
      text.replace('| C | |', '| C | sold-or-kept |'),
    );
  });

  it('offers no name that is taken', () => {
    assert.deepEqual(offered({ 'a.bet.yaml': 'id: B\nowner: Mo\nownr: Jo\n' }, 'document/unknown-field'), []);
  });

  it('quotes what would be read as something else', () => {
    const files = {
      'a.metrics.yaml': 'id: M\ncore:\n  - name: "Net: revenue"\nleading:\n  - name: C\n    drives: [Net revenu]\n',
    };
    const now = mended(files, 'reference/unknown')['a.metrics.yaml'] ?? '';
    assert.ok(now.includes("drives: ['Net: revenue']") || now.includes('drives: [net-revenue]'), now);
  });

  it('changes nothing in a text that has gone on', () => {
    const files = { 'a.metrics.yaml': 'id: M\ncore:\n  - name: A\n' };
    const finding = judged(files)
      .findings('a.metrics.yaml')
      .find(({ rule }) => rule === 'metrics/guardrail-missing');
    const [fix] = finding?.fixes ?? [];
    assert.ok(finding && fix);
    assert.equal(mend(contextOf({ 'a.metrics.yaml': '- a list\n' }), finding, fix).type, 'refused');
  });
});
