import assert from 'node:assert/strict';
import { computed, type Files } from './support.ts';

/** Which of the four keys have a value. */
function keys(files: Files | string, kind: Parameters<typeof computed>[1] = 'bet') {
  const found = computed(files, kind);
  assert.deepEqual(
    Object.keys(found).sort(),
    ['decision', 'gate', 'readiness', 'verdicts'],
    'every artifact has the four keys',
  );
  return Object.entries(found).flatMap(([key, value]) => (value === undefined ? [] : [key]));
}

describe('what is computed', () => {
  it('of a bet is its readiness, and the rest as far as its parts are there', () => {
    assert.deepEqual(keys('id: B\n'), ['readiness']);
    assert.deepEqual(keys('id: B\nmetrics: { core: [Revenue] }\n'), ['readiness', 'verdicts']);
    assert.deepEqual(keys('id: B\nrollout: { stages: [{ stage: beta, started: 2026-11-01 }] }\n'), [
      'readiness',
      'gate',
    ]);
    assert.deepEqual(keys('id: B\nshipped: 2026-11-01\n'), ['readiness', 'decision']);
  });

  it('of the parts that stand alone is what is theirs', () => {
    assert.deepEqual(keys({ 'a.rollout.yaml': 'id: R\nstages: [{ stage: beta, started: 2026-11-01 }]\n' }, 'rollout'), [
      'gate',
    ]);
    assert.deepEqual(keys({ 'a.metrics.yaml': 'id: M\ncore: [Revenue]\n' }, 'metrics'), ['verdicts']);
    assert.deepEqual(keys({ 'a.retro.yaml': 'id: R\nheld: 2026-11-20\nmetrics: [{ metric: Revenue }]\n' }, 'retro'), [
      'decision',
      'verdicts',
    ]);
    assert.deepEqual(keys({ 'a.retro.yaml': 'id: R\n' }, 'retro'), []);
    assert.deepEqual(keys({ 'a.launch.yaml': 'id: L\ntier: 1\n' }, 'launch'), []);
    assert.deepEqual(keys({ 'a.tracks.yaml': 'id: T\nweeks: 6\n' }, 'tracks'), []);
  });
});
