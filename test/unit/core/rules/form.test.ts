import assert from 'node:assert/strict';
import { computedOf } from '../../../../src/core/computed/computed.ts';
import { judged, testSettings } from '../../../support/workspace.ts';

function rulesIn(text: string, file = 'team.bet.md'): readonly string[] {
  return judged({ [file]: text })
    .findings(file)
    .map(({ rule, span }) => `${rule} ${text.slice(0, span.start).split('\n').length}`);
}

const tables = `**Owner:** Ada Quist
**Hypothesis:**
> We believe that a map will result in fewer calls.

#### Primary Metric

| Metric | Baseline | Target | Current |
|---|---|---|---|
| Calls per order | 0.4 | 0.2 | 0.3 |

#### Secondary Metrics

| Metric | Baseline | Target | Current |
|---|---|---|---|
| Map views | 0 | 900 | 120 |

#### Guardrail Metrics

| Metric | Threshold | Alert at |
|---|---|---|
| Load time | < 2 s | < 1.5 s |
`;

const backlog = (status: string): string => `# Bet Backlog: Parcels

### BET-301: Map on the way

**Status:** ${status} | **Started:** 2026-11-02 | **Ends:** 2026-12-14
**Retro date:** 2026-12-15

${tables}
**Scale criteria:** Below 0.2
**Kill criteria:** Above 0.35

### BET-302: Doorbell

**Hypothesis:** A doorbell code will result in fewer misses.
`;

describe('rules and the form of Markdown', () => {
  it('miss no tiers where Primary, Secondary and Guardrail tables stand', () => {
    const found = rulesIn(`# Bet: Map on the way\n\n**Status:** Shaping\n${tables}`);
    assert.deepEqual(found, []);
  });

  it('miss them where tiers stand', () => {
    const found = rulesIn(
      `# Bet: Map on the way\n\n${tables.replace('Primary Metric', 'Core metrics').replace('Secondary Metrics', 'Leading metrics')}`,
    );
    assert.deepEqual(
      found.map(each => each.split(' ')[0]),
      ['metrics/tier-missing', 'metrics/disconnected'],
    );
  });

  it('excuse tiers and a criterion to iterate under a heading of a backlog, and nothing else', () => {
    assert.deepEqual(rulesIn(backlog('In Progress')), ['bet/owner-missing 33']);
    const without = backlog('In Progress').replace('**Kill criteria:** Above 0.35\n', '');
    assert.deepEqual(rulesIn(without), ['bet/criteria-missing 30', 'bet/owner-missing 32']);
  });

  it('have criteria agreed under a heading where scale and kill are', () => {
    const judge = judged({ 'team.bet.md': backlog('In Progress') });
    const bet = judge.workspace.get('team.bet.md')?.model.artifacts[0];
    assert.ok(bet);
    assert.equal(computedOf(bet, judge.workspace.lookup, testSettings()).readiness?.criteria.value, 'met');
  });

  it('ask a row of a backlog for nothing that its table has no column for', () => {
    const row = (columns: string, cells: string): string =>
      `# Bet Backlog: Parcels\n\n| Bet ID | Name | Status | ${columns} |\n|---|---|---|${'---|'.repeat(columns.split('|').length)}\n| BET-303 | Lockers | Building | ${cells} |\n`;
    assert.deepEqual(rulesIn(row('Notes', 'ask legal')), []);
    assert.deepEqual(rulesIn(row('Owner | Notes', ' | ')), ['bet/owner-missing 5']);
    assert.deepEqual(rulesIn(row('Hypothesis', ' ')), ['bet/hypothesis-missing 5']);
    assert.deepEqual(rulesIn(row('Timebox | Kill criteria', ' | ')), [
      'bet/criteria-missing 5',
      'bet/timebox-missing 5',
    ]);
    assert.deepEqual(rulesIn(row('Started | Kill criteria', '2026-11-02 | Under 5%')), []);
    assert.deepEqual(rulesIn(row('Metrics ID', ' ')), ['metrics/missing 5']);
  });

  it('judge a value of a row that is there', () => {
    const text = `# Bet Backlog: Parcels\n\n| Bet ID | Name | Status | Ends |\n|---|---|---|---|\n| BET-304 | Lockers | Building | 2026-10-01 |\n`;
    assert.deepEqual(rulesIn(text), ['bet/zombie 5']);
  });
});
