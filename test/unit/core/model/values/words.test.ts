import assert from 'node:assert/strict';
import {
  add,
  compareDecimals,
  decimalOf,
  multiply,
  numberOf,
  printDecimal,
  readDecimal,
  subtract,
} from '../../../../../src/core/model/values/decimal.ts';
import { readConfidence, readPercentage } from '../../../../../src/core/model/values/percentage.ts';
import { isChoiceList, placeholdersIn, withoutPlaceholders } from '../../../../../src/core/model/values/placeholder.ts';
import { normaliseWord } from '../../../../../src/core/model/values/words.ts';

describe('normaliseWord', () => {
  for (const text of ['optIn', 'opt-in', 'Opt in', 'OPT_IN', ' opt\u00a0in ', 'opt–in', '🟢 Opt-in', '**Opt-in**']) {
    it(JSON.stringify(text), () => assert.equal(normaliseWord(text), 'optin'));
  }
});

describe('decimals', () => {
  it('0.1 and 0.2 are 0.3', () => assert.equal(printDecimal(add(decimalOf(0.1), decimalOf(0.2))), '0.3'));
  it('1.1 times 3 is 3.3', () =>
    assert.equal(compareDecimals(multiply(decimalOf(1.1), decimalOf(3)), decimalOf(3.3)), 0));
  it('0.3 less 0.1 is 0.2', () => assert.equal(numberOf(subtract(decimalOf(0.3), decimalOf(0.1))), 0.2));
  it('prints no exponent and no negative zero', () => {
    assert.equal(printDecimal(decimalOf(1e-7)), '0.0000001');
    assert.equal(printDecimal(decimalOf(-0.05)), '-0.05');
    assert.equal(printDecimal(decimalOf(-0)), '0');
    assert.equal(Object.is(numberOf(decimalOf(-0)), 0), true);
  });
  it('reads what it prints', () => {
    for (const value of [0, 1, -1, 0.1, 99.95, 1234567.891, 1e15, 5e-324, 1.7976931348623157e308]) {
      assert.equal(Number(printDecimal(decimalOf(value))), value);
    }
  });
  it('reads digits only', () => {
    for (const text of ['', '.', '1.', '.5', '1,5', ' 1', '0x10', '1e9999', 'NaN'])
      assert.equal(readDecimal(text), undefined, text);
  });
});

describe('readPercentage', () => {
  for (const [text, value] of [
    ['60', 60],
    ['60%', 60],
    ['60 %', 60],
    ['12,5 %', 12.5],
    ['0.6', 0.6],
    ['+60%', undefined],
    ['60 days', undefined],
    ['most', undefined],
  ] as const) {
    it(text, () => assert.equal(readPercentage(text), value));
  }
});

describe('readConfidence', () => {
  it('a word', () => assert.deepEqual(readConfidence('High'), { text: 'High', level: 'high' }));
  it('a word with its bounds', () =>
    assert.deepEqual(readConfidence('Medium (40-70%)'), { text: 'Medium (40-70%)', level: 'medium' }));
  it('a percentage', () => assert.deepEqual(readConfidence('80%'), { text: '80%', percent: 80 }));
  for (const text of ['', '120%', '80', 'sure', 'toString'])
    it(`nothing: ${JSON.stringify(text)}`, () => assert.equal(readConfidence(text), undefined));
});

describe('placeholders within a text', () => {
  it('are found with their places', () => {
    const text = 'We believe that [action] will lift [docs](a.md) by [X%] until YYYY-MM-DD';
    assert.deepEqual(
      placeholdersIn(text).map(({ start, end }) => text.slice(start, end)),
      ['[action]', '[X%]', 'YYYY-MM-DD'],
    );
  });
  it('leave the rest', () => assert.equal(withoutPlaceholders('[10-25%] of users'), ' of users'));
});

describe('isChoiceList', () => {
  const words = ['high', 'medium', 'low', 'valueCreation'];
  for (const text of ['High / Medium / Low', 'high|low', 'Value Creation / High'])
    it(text, () => assert.equal(isChoiceList(text, words), true));
  for (const text of ['High', 'High / soon', 'High Low', ''])
    it(`${JSON.stringify(text)} is none`, () => assert.equal(isChoiceList(text, words), false));
});
