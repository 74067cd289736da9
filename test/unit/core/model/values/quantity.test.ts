import assert from 'node:assert/strict';
import {
  applyRelative,
  compareQuantities,
  levelOf,
  printQuantity,
  readQuantity,
} from '../../../../../src/core/model/values/quantity.ts';

function read(text: string) {
  const quantity = readQuantity(text);
  assert.ok(quantity, text);
  return quantity;
}

describe('compareQuantities', () => {
  const cases: readonly (readonly [a: string, b: string, order: -1 | 0 | 1 | undefined])[] = [
    ['38%', '45%', -1],
    ['45%', '45.0 %', 0],
    ['0.3', '0.30', 0],
    ['1.2 s', '1200ms', 0],
    ['1.2 s', '1201ms', -1],
    ['1 h', '59 min', 1],
    ['2w', '14 days', 0],
    ['0.1 s', '100 ms', 0],
    ['1 ms', '1000 µs', 0],
    ['$4.2M', '$4,200,000', 0],
    ['40 / day', '40 per day', 0],
    ['40/day', '41/d', -1],
    ['12 tickets/week', '11 ticket / week', 1],
    ['10k users', '10,000 Users', 0],
    ['4.5/5', '4.6 out of 5', -1],
    ['-5', '3', -1],
    ['0.05', '5%', undefined],
    ['38', '45%', undefined],
    ['$5', '€5', undefined],
    ['5 MB', '5 Mb', undefined],
    ['4.5/5', '9/10', undefined],
    ['40/day', '40/week', undefined],
    ['300ms', '300', undefined],
    ['+5pp', '5pp', undefined],
    ['+5pp', '+6pp', -1],
  ];
  for (const [a, b, order] of cases) {
    it(`${a} and ${b}`, () => {
      assert.equal(compareQuantities(read(a), read(b)), order);
      assert.equal(compareQuantities(read(b), read(a)), order && (0 - order || 0));
    });
  }
});

describe('applyRelative', () => {
  const cases: readonly (readonly [baseline: string, change: string, level: string | undefined])[] = [
    ['38%', '+5pp', '43%'],
    ['38%', '-5pp', '33%'],
    ['40%', '+10%', '44%'],
    ['200 ms', '+10%', '220 ms'],
    ['0.1', '+0.2', '0.3'],
    ['40', '+5', '45'],
    ['1.5 s', '+20 ms', '1.52 s'],
    ['42', '+5 pts', '47'],
    ['$200', '-10%', '$180'],
    ['40/day', '-25%', '30/day'],
    ['40', '+5pp', undefined],
    ['40%', '+5', undefined],
    ['5 MB', '+50 KB', undefined],
    ['+2%', '+1%', undefined],
  ];
  for (const [baseline, change, level] of cases) {
    it(`${baseline} and ${change}`, () => assert.equal(applyRelative(read(baseline), read(change))?.text, level));
  }
});

describe('levelOf', () => {
  it('counts a change from the baseline', () =>
    assert.deepEqual(levelOf(read('+5pp'), read('38%')), { text: '43%', value: 43, unit: '%' }));
  it('takes a change for the number it is where there is no baseline', () =>
    assert.deepEqual(levelOf(read('-10%')), { value: -10, unit: '%' }));
  it('takes a change for the number it is where the baseline is a change too', () =>
    assert.deepEqual(levelOf(read('+5%'), read('+2%')), { value: 5, unit: '%' }));
});

describe('printQuantity', () => {
  for (const text of [
    '38%',
    '+5pp',
    '-10%',
    '$4200000',
    '-$100',
    '$49/month',
    '4.5/5',
    '40/day',
    '1.2 s',
    '12 tickets/week',
    '0.0000001',
  ]) {
    it(`reads back ${text}`, () => {
      const quantity = read(text);
      assert.deepEqual({ ...read(printQuantity(quantity)), text }, quantity);
    });
  }
  it('never prints an exponent', () => assert.equal(printQuantity({ value: 1e-7 }), '0.0000001'));
});
