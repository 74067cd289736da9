import assert from 'node:assert/strict';
import { gatherLearnings } from '../../../../src/core/computed/learnings.ts';
import { betsIn, workspace, type Files } from './support.ts';

const taught = (id: string, fields: string, learning = `${id} taught`) =>
  `id: ${id}\nstatus: concluded\n${fields}retro:\n  held: 2026-10-01\n  decision: kill\n  learnings: [${learning}]\n`;
const core = (name: string) => `metrics: { core: [${name}] }\n`;

/** What the bets of these files teach the first of them. */
function about(files: Files) {
  const [first, ...others] = betsIn(workspace(files));
  assert.ok(first);
  return gatherLearnings([first, ...others]).about(first);
}

const told = (fields: string, ...others: readonly string[]) =>
  about({
    'a.bet.yaml': `id: NEW\n${fields}`,
    ...Object.fromEntries(others.map((text, index) => [`b${index}.bet.yaml`, text])),
  }).map(({ bet, shared }) => `${bet} ${shared}`);

describe('learnings', () => {
  it('come from concluded bets on the same metric, by id or name', () => {
    assert.deepEqual(
      told(core('Search success'), taught('B-1', core('search-success')), taught('B-2', core('Revenue'))),
      ['B-1 metric'],
    );
    assert.deepEqual(
      told('metrics: { core: [{ id: sx, name: Search success }] }\n', taught('B-1', core('Search Success'))),
      ['B-1 metric'],
    );
  });

  it('come from concluded bets on the same block and category', () => {
    assert.deepEqual(told('block: Search\n', taught('B-1', 'block: search\n'), taught('B-2', 'block: Cart\n')), [
      'B-1 block',
    ]);
    assert.deepEqual(
      told('category: growth\n', taught('B-1', 'category: growth\n'), taught('B-2', 'category: moat\n')),
      ['B-1 category'],
    );
  });

  it('are told once, the nearest first', () => {
    const all = `${core('Revenue')}block: Search\ncategory: growth\n`;
    assert.deepEqual(
      told(
        all,
        taught('B-1', 'category: growth\n'),
        taught('B-2', 'block: Search\ncategory: growth\n'),
        taught('B-3', all),
      ),
      ['B-3 metric', 'B-2 block', 'B-1 category'],
    );
  });

  it('know what the retro measured', () => {
    assert.deepEqual(
      told(core('Revenue'), taught('B-1', '').replace('  held', '  metrics: [{ metric: Revenue }]\n  held')),
      ['B-1 metric'],
    );
  });

  it('are not shared over a guardrail', () => {
    const guarded = 'metrics: { guardrails: [Error rate] }\n';
    assert.deepEqual(told(guarded, taught('B-1', guarded), taught('B-2', core('Error rate'))), []);
    const measured = taught('B-1', guarded).replace('  held', '  metrics: [{ metric: error-rate }]\n  held');
    assert.deepEqual(told(core('Error rate'), measured), []);
  });

  it('do not come from bets that go on, nor from the bet itself, nor where none are written', () => {
    assert.deepEqual(
      told(
        'block: Search\n',
        taught('B-1', 'block: Search\n').replace('concluded', 'measuring'),
        taught('B-2', 'block: Search\n', ''),
      ),
      [],
    );
    assert.deepEqual(about({ 'a.bet.yaml': taught('B-1', 'block: Search\n') }), []);
  });

  it('say what was learned, where it stands and what was decided', () => {
    const files = {
      'a.bet.yaml': 'id: NEW\nblock: Search\n',
      'b.bet.yaml': taught('B-1', 'block: Search\n', 'People do not search, Speed is all'),
    };
    const found = about(files);
    assert.deepEqual(
      found.map(({ text, file, span, outcome, name }) => [
        text,
        files[file as 'b.bet.yaml'].slice(span.start, span.end),
        outcome,
        name,
      ]),
      ['People do not search', 'Speed is all'].map(text => [text, text, 'kill', 'Search']),
    );
  });

  it('can be asked for by metric', () => {
    const bets = betsIn(workspace({ 'b.bet.yaml': taught('B-1', core('Search success')) }));
    assert.deepEqual(
      gatherLearnings(bets)
        .onMetric('search success')
        .map(({ bet }) => bet),
      ['B-1'],
    );
    assert.deepEqual(gatherLearnings(bets).onMetric('revenue'), []);
  });
});
