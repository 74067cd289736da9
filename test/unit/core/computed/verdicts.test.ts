import assert from 'node:assert/strict';
import { computed, quotes, type Files } from './support.ts';

function verdict(fields: string, tier = 'core') {
  const files = { 'a.metrics.yaml': `id: MET-001\n${tier}:\n  - { name: It, ${fields} }\n` };
  const found = computed(files, 'metrics').verdicts?.['it'];
  assert.ok(found && found.reasons.length > 0);
  return { value: found.value, at: quotes(files, found.reasons) };
}

const value = (fields: string) => verdict(fields).value;
const guard = (fields: string) => verdict(fields, 'guardrails').value;

describe('verdicts', () => {
  describe('of a metric', () => {
    it('is hit from the target on', () => {
      assert.deepEqual(verdict('baseline: 0, target: 100, current: 100'), { value: 'hit', at: ['100'] });
      assert.equal(value('baseline: 0, target: 100, current: 140'), 'hit');
      assert.equal(value('baseline: 10 s, target: 5 s, current: 5000 ms'), 'hit');
    });

    it('is close from exactly 90 % of the way on', () => {
      assert.equal(value('baseline: 0, target: 100, current: 90'), 'close');
      assert.equal(value('baseline: 0, target: 100, current: 89.99'), 'missed');
      assert.equal(value('baseline: 0.1%, target: 0.3%, current: 0.28%'), 'close');
      assert.equal(value('baseline: 10 s, target: 5 s, current: 5.5 s'), 'close');
      assert.equal(value('baseline: 10 s, target: 5 s, current: 5.51 s'), 'missed');
    });

    it('is missed below that', () => {
      assert.equal(value('baseline: 0, target: 100, current: 99, direction: decrease'), 'hit');
      assert.equal(value('baseline: 0, target: 100, current: -5'), 'missed');
      assert.equal(value('target: 100, current: 95, direction: increase'), 'missed');
    });

    it('counts a change from the baseline', () => {
      assert.equal(value('baseline: 38%, target: +5pp, current: 43%'), 'hit');
      assert.equal(value('baseline: 38%, target: +5pp, current: +4.5pp'), 'close');
      assert.equal(value('target: +5pp, current: +6pp'), 'hit');
      assert.equal(value('target: +5pp, current: 43%'), 'unknown');
    });

    it('is unknown where something is missing, unreadable or does not compare', () => {
      assert.deepEqual(verdict('target: 100'), { value: 'unknown', at: ['It'] });
      assert.equal(value('baseline: 1, current: 2'), 'unknown');
      assert.deepEqual(verdict('baseline: 1, target: 2, current: fine'), { value: 'unknown', at: ['fine'] });
      assert.equal(value('baseline: 1%, target: 5%, current: 0.05'), 'unknown');
      assert.equal(value('target: 5, current: 6'), 'unknown');
      assert.equal(value('baseline: low, target: 5, direction: increase, current: 4'), 'unknown');
      assert.equal(value('baseline: 1 s, target: 5%, direction: increase, current: 4%'), 'unknown');
    });

    it('takes the last row of its history where no current value is written', () => {
      const history = 'history: [{ date: 2026-11-01, value: 1 }, { date: 2026-11-08, value: 9 }]';
      assert.deepEqual(verdict(`baseline: 0, target: 9, ${history}`), { value: 'hit', at: ['9'] });
      assert.equal(value(`baseline: 0, target: 9, current: 2, ${history}`), 'missed');
    });
  });

  describe('of a guardrail', () => {
    it('is within, up to its threshold', () => {
      assert.deepEqual(verdict('threshold: <= 2%, current: 2%', 'guardrails'), { value: 'within', at: ['2%'] });
      assert.equal(guard('threshold: < 2%, alertAt: < 1.5%, current: 1.4%'), 'within');
    });

    it('is alert past its alert, however that is meant', () => {
      assert.equal(guard('threshold: < 2%, alertAt: < 1.5%, current: 1.5%'), 'alert');
      assert.equal(guard('threshold: < 2%, alertAt: "> 1.5%", current: 1.6%'), 'alert');
      assert.equal(guard('threshold: < 2%, alertAt: "> 1.5%", current: 1.5%'), 'within');
      assert.equal(guard('threshold: < 2%, alertAt: 1.5%, current: 1.6%'), 'alert');
    });

    it('is breached past its threshold', () => {
      assert.deepEqual(verdict('threshold: < 2%, alertAt: < 1%, current: 2%', 'guardrails'), {
        value: 'breached',
        at: ['2%'],
      });
      assert.equal(guard('baseline: 10, threshold: <= baseline + 10%, current: 11'), 'within');
      assert.equal(guard('baseline: 10, threshold: <= baseline + 10%, current: 11.1'), 'breached');
    });

    it('is unknown where that can’t be said, and never within', () => {
      assert.equal(guard('threshold: < 2%'), 'unknown');
      assert.equal(guard('current: 2%'), 'unknown');
      assert.equal(guard('threshold: < 2%, current: 0.01'), 'unknown');
      assert.equal(guard('threshold: <= baseline + 10%, current: 9'), 'unknown');
      assert.equal(guard('threshold: < 2%, current: +1%'), 'unknown');
      assert.equal(guard('threshold: not much, current: 1'), 'unknown');
    });
  });

  describe('by id', () => {
    const values = (files: Files | string, kind: 'bet' | 'metrics' | 'retro') => {
      const { verdicts } = computed(files, kind);
      return verdicts && Object.fromEntries(Object.entries(verdicts).map(([id, { value: each }]) => [id, each]));
    };

    it('tell every metric of the hierarchy', () => {
      const text =
        'id: M\nlagging: [Revenue]\ncore:\n  - { id: ok, name: Success, baseline: 1, target: 2, current: 2 }\nguardrails:\n  - { name: Error rate, threshold: < 2, current: 3 }\n';
      assert.deepEqual(values({ 'a.metrics.yaml': text }, 'metrics'), {
        revenue: 'unknown',
        ok: 'hit',
        'error-rate': 'breached',
      });
    });

    it('use the actual values of the one bet’s held retro, wherever they are asked for', () => {
      const files = (bets: readonly string[]) => ({
        ...Object.fromEntries(
          bets.map(id => [
            `${id}.bet.yaml`,
            `id: ${id}\nmetrics: M\nretro: { held: 2026-11-20, metrics: [{ metric: it, actual: 2 }, { metric: Other, target: 3, actual: 4 }] }\n`,
          ]),
        ),
        'm.metrics.yaml': 'id: M\ncore:\n  - { name: It, baseline: 1, target: 2, current: 1 }\n',
      });
      assert.deepEqual(values(files(['B-1']), 'bet'), { it: 'hit', other: 'unknown' });
      assert.deepEqual(values(files(['B-1']), 'metrics'), { it: 'hit' });
      assert.deepEqual(values(files(['B-1', 'B-2']), 'metrics'), { it: 'missed' });
    });

    it('stand at the value in the retro', () => {
      const files = {
        'a.bet.yaml': 'id: B\nmetrics: { core: [{ name: It, baseline: 1, target: 2, current: 1 }] }\n',
        'b.retro.yaml': 'id: R\nbet: B\nheld: 2026-11-20\nmetrics: [{ metric: it, actual: 1.5 }]\n',
      };
      const { verdicts } = computed(files);
      assert.deepEqual(verdicts && quotes(files, verdicts['it']?.reasons ?? []), ['1.5']);
      assert.deepEqual(values(files, 'retro'), { it: 'missed' });
    });

    it('of a retro alone are those of its rows', () => {
      const text =
        'id: R\nheld: 2026-11-20\nmetrics:\n  - { metric: Signups, baseline: 1, target: 3, actual: 3 }\n  - { metric: Errors, threshold: < 2, actual: 3 }\n';
      assert.deepEqual(values({ 'a.retro.yaml': text }, 'retro'), { signups: 'hit', errors: 'breached' });
    });

    it('keep a name that means something to the language a name', () => {
      const { verdicts } = computed({ 'a.metrics.yaml': 'id: M\ncore:\n  - { id: __proto__, name: It }\n' }, 'metrics');
      assert.deepEqual(Object.keys(verdicts ?? {}), ['__proto__']);
    });
  });
});
