import assert from 'node:assert/strict';
import { learningsOf } from '../../../../src/core/features/learning-repository.ts';
import { lineStartsOf } from '../../../../src/core/text/lines.ts';
import type { LearningEntry } from '../../../../src/core/views/learning-repository/entry.ts';
import { exampleFiles } from '../../../support/examples.ts';
import { judged } from '../../../support/workspace.ts';

function entriesOf(files: Readonly<Record<string, string>>): readonly LearningEntry[] {
  return learningsOf(judged(files), file => lineStartsOf(files[file] ?? '')).entries;
}

const examples = Object.fromEntries(exampleFiles().map(({ file, text }) => [file, text]));

describe('the learning repository', () => {
  it('holds the concluded bets of the examples, the latest first', () => {
    assert.deepEqual(
      entriesOf(examples).map(({ id, outcome, result }) => [id, outcome, result]),
      [
        ['BET-003', 'iterate', 'inconclusive'],
        ['BET-012', 'scale', 'confirmed'],
        ['BET-001', 'scale', 'confirmed'],
        ['BET-002', 'kill', 'disproved'],
      ],
    );
  });

  it('says what was learned and on what evidence, and where each of them stands', () => {
    const entry = entriesOf(examples).find(({ id }) => id === 'BET-012');
    const retro = 'retros/RET-012-collect-after-six.retro.md';
    const lines = (examples[retro] ?? '').split('\n');
    assert.equal(entry?.learnings?.length, 2);
    for (const placed of [...entry.learnings, entry.evidence, entry.why]) {
      assert.equal(placed?.uri, retro);
      assert.ok(lines[placed.at.line]?.includes(placed.text.slice(0, 12)), placed.text);
    }
    assert.deepEqual(entry.metrics, ['Orders collected after closing', 'Orders a customer places in a month']);
  });

  it('leads from one round of an idea to the next, whether that is concluded or not', () => {
    const [entry] = entriesOf(examples);
    assert.deepEqual(
      entry?.rounds?.map(({ id, status }) => [id, status]),
      [
        ['BET-003', 'concluded'],
        ['BET-006', 'shaping'],
      ],
    );
  });

  it('does not go round in circles where bets name each other', () => {
    const bet = (id: string, of: string): string =>
      `kind: bet\nid: ${id}\nstatus: concluded\niteration: { number: 2, of: ${of} }\n`;
    const entries = entriesOf({
      'a.bet.yaml': bet('A', 'B'),
      'b.bet.yaml': bet('B', 'A'),
      'c.bet.yaml': bet('C', 'C'),
    });
    assert.deepEqual(
      entries.map(({ rounds }) => rounds?.length),
      [2, 2, undefined],
    );
  });

  it('makes long texts of strangers plain without losing their words', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${String(index)}`).join(' ');
    const [entry] = entriesOf({
      'a.bet.yaml': `kind: bet\nid: A\nstatus: concluded\nretro:\n  held: 2026-11-01\n  learnings:\n    - "${words}\\u202e"\n`,
    });
    assert.equal(entry?.learnings?.[0]?.text, `${words}\ufffd`);
  });
});
