import assert from 'node:assert/strict';
import { judged } from '../support/workspace.ts';

/*
 * Nothing here measures time: what grows with the square of its input takes minutes, and runs into the limit of the test.
 */
const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

function rulesIn(file: string, text: string): Set<string> {
  return new Set(
    judged({ [file]: text })
      .findings(file)
      .map(({ rule }) => rule),
  );
}

describe('hostile workspaces', function () {
  this.timeout(20_000);

  it('stand a hundred thousand fields that nobody knows', () => {
    const rules = rulesIn('a.bet.yaml', `id: A\n${times(100_000, i => `strangr${i}: v\n`)}`);
    assert.ok(rules.has('document/unknown-field'));
  });

  it('stand a line of 800 000 characters', () => {
    assert.ok(!rulesIn('a.bet.yaml', `id: A\nnotes: ${'word '.repeat(160_000)}\n`).has('document/syntax'));
    assert.ok(
      rulesIn('a.metrics.yaml', `id: A\ncore:\n  - name: N\n    target: ${'9'.repeat(800_000)}\n`).has(
        'value/unreadable',
      ),
    );
    assert.ok(rulesIn('a.bet.yaml', `id: A\nstatus: ${'x-'.repeat(400_000)}\n`).has('document/schema'));
    assert.ok(rulesIn('a.bet.yaml', `id: A\n${'x'.repeat(1000)}: 1\n`).has('document/unknown-field'));
  });

  for (const length of [2000, 20_000]) {
    it(`stand a chain of ${length} metrics, closed to a circle`, () => {
      const text = times(length, i => `  - {name: m${i}, drives: [m${i + 1}]}\n`);
      const rules = rulesIn('a.metrics.yaml', `id: A\nlagging:\n${text}  - {name: m${length}, drives: [m0]}\n`);
      assert.ok(rules.has('metrics/cycle'));
      assert.ok(!rules.has('reference/unknown'));
    });
  }

  it('stand 3000 metrics, each of which drives the next and the first', () => {
    const text = times(3000, i => `  - {name: m${i}, drives: [m${i + 1}, m0]}\n`);
    assert.ok(rulesIn('a.metrics.yaml', `id: A\nlagging:\n${text}  - m3000\n`).has('metrics/cycle'));
  });

  it('stand 100 metrics that all drive each other', () => {
    const all = Array.from({ length: 100 }, (_, i) => `m${i}`).join(', ');
    assert.ok(
      rulesIn('a.metrics.yaml', `id: A\nlagging:\n${times(100, i => `  - {name: m${i}, drives: [${all}]}\n`)}`).has(
        'metrics/cycle',
      ),
    );
  });

  it('stand 40 diamonds in a row, which have two to the fortieth paths', () => {
    const text = times(
      40,
      i =>
        `  - {name: a${i}, drives: [b${i}, c${i}]}\n  - {name: b${i}, drives: [a${i + 1}]}\n  - {name: c${i}, drives: [a${i + 1}]}\n`,
    );
    assert.ok(!rulesIn('a.metrics.yaml', `id: A\nlagging:\n${text}  - a40\n`).has('metrics/cycle'));
  });

  it('stand 10 000 metrics that drive nothing', () => {
    assert.ok(
      rulesIn('a.metrics.yaml', `id: A\ncore:\n${times(10_000, i => `  - m${i}\n`)}`).has('metrics/tier-missing'),
    );
  });

  it('stand 5000 metrics of one name', () => {
    assert.ok(rulesIn('a.metrics.yaml', `id: A\ncore:\n${times(5000, () => '  - same\n')}`).has('reference/duplicate'));
  });

  it('stand 5000 metrics that drive what nobody has', () => {
    const text = times(5000, i => `  - {name: m${i}, drives: gone${i}}\n`);
    assert.ok(rulesIn('a.metrics.yaml', `id: A\nlagging:\n${text}`).has('reference/unknown'));
  });

  it('stand 1000 files of one id', () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}.bet.yaml`, 'id: A\n']));
    assert.ok(
      judged(files)
        .findings('f999.bet.yaml')
        .some(({ rule }) => rule === 'reference/duplicate'),
    );
  });

  it('stand 1000 bets of one hierarchy, and judge them again when it changes', () => {
    const judge = judged({
      'm.metrics.yaml': 'id: M\ncore: [Orders]\n',
      ...Object.fromEntries(
        Array.from({ length: 1000 }, (_, i) => [`f${i}.bet.yaml`, `id: B${i}\nmetrics: M\npriority: P0\n`]),
      ),
    });
    judge.set('m.metrics.yaml', 'id: N\n');
    assert.equal(judge.update().size, 1001);
    assert.ok(judge.findings('f7.bet.yaml').some(({ rule }) => rule === 'reference/unknown'));
  });

  it('stand one document that is shown 5000 times by aliases', () => {
    const text = `id: A\nx-a: &a {name: Orders, nam: 1, drives: [gone]}\ncore:\n${'  - *a\n'.repeat(5000)}`;
    assert.ok(rulesIn('a.metrics.yaml', text).has('document/unknown-field'));
  });
});
