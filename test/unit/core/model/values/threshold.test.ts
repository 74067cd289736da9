import assert from 'node:assert/strict';
import { inferDirection } from '../../../../../src/core/model/values/direction.ts';
import { readQuantity } from '../../../../../src/core/model/values/quantity.ts';
import {
  checkThreshold,
  isPastAlert,
  readAlertAt,
  readTarget,
  readThreshold,
} from '../../../../../src/core/model/values/threshold.ts';

function amount(text: string) {
  const quantity = readQuantity(text);
  assert.ok(quantity, text);
  return quantity;
}

function comparison(text: string) {
  const threshold = readThreshold(text);
  assert.ok(threshold, text);
  return threshold;
}

const given = (text: string | undefined) => (text === undefined ? undefined : amount(text));

describe('checkThreshold', () => {
  const cases: readonly (readonly [
    threshold: string,
    current: string,
    baseline: string | undefined,
    result: 'holds' | 'broken' | undefined,
  ])[] = [
    ['< 2%', '1.9%', undefined, 'holds'],
    ['< 2%', '2%', undefined, 'broken'],
    ['<= 2%', '2.0%', undefined, 'holds'],
    ['> 40%', '40%', undefined, 'broken'],
    ['>= 99.5%', '99.5%', undefined, 'holds'],
    ['>= 99.5%', '99.49%', undefined, 'broken'],
    ['P95 < 300ms', '0.28 s', undefined, 'holds'],
    ['P95 < 300ms', '0.3 s', undefined, 'broken'],
    ['< 2 min', '90 s', undefined, 'holds'],
    ['< 2%', '0.01', undefined, undefined],
    ['< 2%', '1', undefined, undefined],
    ['<= baseline', '38%', '38%', 'holds'],
    ['<= baseline', '38.1%', '38%', 'broken'],
    ['<= baseline', '38%', undefined, undefined],
    ['<= baseline + 1pp', '1.3%', '0.3%', 'holds'],
    ['<= baseline + 1pp', '1.31%', '0.3%', 'broken'],
    ['<= baseline + 1pp', '1.3%', undefined, undefined],
    ['<= baseline + 1pp', '40', '39', undefined],
    ['>= baseline - 1pp', '37%', '38%', 'holds'],
    ['<= baseline + 20 ms', '1.22 s', '1.2 s', 'holds'],
    ['<= 110% of baseline', '0.33', '0.3', 'holds'],
    ['<= 110% of baseline', '0.331', '0.3', 'broken'],
    ['within 5% of baseline', '42%', '40%', 'holds'],
    ['within 5% of baseline', '38%', '40%', 'holds'],
    ['within 5% of baseline', '42.1%', '40%', 'broken'],
    ['within 5% of baseline', '37.9%', '40%', 'broken'],
    ['within 5% of baseline', '-10', '-10', 'holds'],
    ['within 5% of baseline', '40%', undefined, undefined],
    ['within 2pp of baseline', '38%', '40%', 'holds'],
    ['within 2pp of baseline', '37.9%', '40%', 'broken'],
    ['>= -2%', '39.2%', '40%', 'holds'],
    ['>= -2%', '39.1%', '40%', 'broken'],
    ['>= -2%', '39.1%', undefined, undefined],
    ['>= 45%', '+5pp', '40%', 'holds'],
    ['>= 45%', '+4pp', '40%', 'broken'],
    ['>= -5%', '-10%', undefined, undefined],
  ];
  for (const [threshold, current, baseline, result] of cases) {
    it(`${threshold}: ${current}${baseline === undefined ? '' : ` from ${baseline}`}`, () =>
      assert.equal(checkThreshold(comparison(threshold), amount(current), given(baseline)), result));
  }
});

describe('alertAt', () => {
  const readings: readonly (readonly [
    alertAt: string,
    threshold: string | undefined,
    op: string | undefined,
    value?: number,
  ])[] = [
    ['1.5%', '< 2%', '<', 1.5],
    ['1.5%', '<= 2%', '<=', 1.5],
    ['120', '> 100', '>', 120],
    ['> 1.5%', '< 2%', '>', 1.5],
    ['exceeds 1.5%', '< 2%', '>', 1.5],
    ['alert when above 1.5%', '< 2%', '>', 1.5],
    ['drops below 120', '> 100', '<', 120],
    ['+0.5pp', '<= baseline + 1pp', '<=', 0.5],
    ['3%', 'within 5% of baseline', 'within', 3],
    ['> 1.5%', undefined, '>', 1.5],
    ['1.5%', undefined, undefined],
    ['soon', '< 2%', undefined],
  ];
  for (const [alertAt, threshold, op, value] of readings) {
    it(`reads ${alertAt} beside ${threshold ?? 'nothing'}`, () => {
      const read = readAlertAt(alertAt, threshold === undefined ? undefined : comparison(threshold));
      assert.equal(read?.op, op);
      assert.equal(read?.value, value);
      assert.equal(read?.text, op && alertAt);
    });
  }

  const passings: readonly (readonly [
    alertAt: string,
    threshold: string | undefined,
    current: string,
    isPast: boolean | undefined,
  ])[] = [
    ['1.5%', '< 2%', '1.4%', false],
    ['1.5%', '< 2%', '1.5%', true],
    ['< 1.5%', '< 2%', '1.6%', true],
    ['> 1.5%', '< 2%', '1.6%', true],
    ['> 1.5%', '< 2%', '1.5%', false],
    ['120', '> 100', '110', true],
    ['120', '> 100', '130', false],
    ['< 120', '> 100', '110', true],
    ['< 120', '> 100', '130', false],
    ['> 1.5%', undefined, '1.6%', true],
    ['> 1.5%', undefined, '1.4%', false],
    ['1.5%', '< 2%', '0.016', undefined],
  ];
  for (const [alertAt, threshold, current, isPast] of passings) {
    it(`${current} is ${String(isPast)} past ${alertAt} beside ${threshold ?? 'nothing'}`, () => {
      const own = threshold === undefined ? undefined : comparison(threshold);
      const read = readAlertAt(alertAt, own);
      assert.ok(read);
      assert.equal(isPastAlert(read, own, amount(current)), isPast);
    });
  }
});

describe('readTarget', () => {
  it('reads a quantity', () => assert.deepEqual(readTarget('45%'), { text: '45%', value: 45, unit: '%' }));
  it('reads what is to be reached', () =>
    assert.deepEqual(readTarget('≥ 95% by 2026-09-30'), { text: '≥ 95% by 2026-09-30', value: 95, unit: '%' }));
  it('reads a quantity with its deadline', () => {
    assert.deepEqual(readTarget('45% by Q2'), { text: '45% by Q2', value: 45, unit: '%' });
    assert.equal(readTarget('from 8% to 12% by Q2'), undefined);
    assert.equal(readTarget('45% by Q2 or 50% by Q3'), undefined);
  });
  it('reads no comparison with a baseline', () => assert.equal(readTarget('>= baseline + 1pp'), undefined));
});

describe('inferDirection', () => {
  const cases: readonly (readonly [
    baseline: string | undefined,
    target: string | undefined,
    threshold: string | undefined,
    direction: 'increase' | 'decrease' | undefined,
  ])[] = [
    ['38%', '45%', undefined, 'increase'],
    ['1.2 s', '800 ms', undefined, 'decrease'],
    ['38%', '+5pp', undefined, 'increase'],
    ['38%', '-10%', undefined, 'decrease'],
    [undefined, '-10%', undefined, 'decrease'],
    ['+2%', '+5%', undefined, 'increase'],
    [undefined, undefined, '< 2%', 'decrease'],
    [undefined, undefined, '>= 99%', 'increase'],
    ['38%', '38%', '< 40%', 'decrease'],
    ['38', '45%', undefined, undefined],
    [undefined, '45%', undefined, undefined],
    [undefined, undefined, 'within 5% of baseline', undefined],
    [undefined, undefined, undefined, undefined],
  ];
  for (const [baseline, target, threshold, direction] of cases) {
    it(`${String(baseline)} to ${String(target)}, threshold ${String(threshold)}`, () => {
      const metric = {
        baseline: given(baseline),
        target: given(target),
        threshold: threshold === undefined ? undefined : comparison(threshold),
      };
      assert.equal(inferDirection(metric), direction);
    });
  }
});
