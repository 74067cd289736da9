import assert from 'node:assert/strict';
import { readAudience } from '../../../../../src/core/model/values/audience.ts';
import { readDate } from '../../../../../src/core/model/values/date.ts';
import { daysOf, readDuration } from '../../../../../src/core/model/values/duration.ts';
import { isNoValue, isPlaceholder } from '../../../../../src/core/model/values/placeholder.ts';
import { readQuantity } from '../../../../../src/core/model/values/quantity.ts';
import { readThreshold } from '../../../../../src/core/model/values/threshold.ts';
import {
  audiences,
  dates,
  directedThresholds,
  durations,
  notPlaceholders,
  noValues,
  placeholders,
  quantities,
  someValues,
  thresholds,
} from './readings.data.ts';

const named = (text: string): string => JSON.stringify(text);
const withText = (text: string, value: object | undefined): object | undefined =>
  value && { text: text.trim(), ...value };

describe('readings', () => {
  describe('quantities', () => {
    for (const [text, expected] of quantities) {
      it(named(text), () => assert.deepEqual(readQuantity(text), withText(text, expected)));
    }
  });

  describe('thresholds', () => {
    for (const [text, expected] of thresholds) {
      it(named(text), () => assert.deepEqual(readThreshold(text), withText(text, expected)));
    }
    for (const [text, direction, expected] of directedThresholds) {
      it(`${named(text)}, ${direction}`, () =>
        assert.deepEqual(readThreshold(text, direction), withText(text, expected)));
    }
  });

  describe('durations', () => {
    for (const [text, expected] of durations) {
      it(named(text), () => {
        const duration = readDuration(text);
        assert.equal(duration?.text, expected && text);
        assert.deepEqual(duration && (daysOf(duration) ?? 'open'), expected);
      });
    }
  });

  describe('dates', () => {
    for (const [text, expected] of dates) it(named(text), () => assert.equal(readDate(text), expected));
  });

  describe('audiences', () => {
    for (const [text, expected] of audiences) {
      it(named(text), () => assert.deepEqual(readAudience(text), { text, ...expected }));
    }
  });

  describe('placeholders', () => {
    for (const text of placeholders) it(`${named(text)} is one`, () => assert.equal(isPlaceholder(text), true));
    for (const text of notPlaceholders) it(`${named(text)} is none`, () => assert.equal(isPlaceholder(text), false));
    for (const text of noValues) it(`${named(text)} is no value`, () => assert.equal(isNoValue(text), true));
    for (const text of someValues) it(`${named(text)} says something`, () => assert.equal(isNoValue(text), false));
    it('no text is both', () => {
      assert.deepEqual(placeholders.filter(isNoValue), []);
      assert.deepEqual(noValues.filter(isPlaceholder), []);
    });
  });

  it('a placeholder is read as no value of any kind', () => {
    for (const text of placeholders) {
      assert.equal(readQuantity(text), undefined, text);
      assert.equal(readThreshold(text, 'increase'), undefined, text);
      assert.equal(readDuration(text), undefined, text);
      assert.equal(readDate(text), undefined, text);
      assert.deepEqual(readAudience(text), { text }, text);
    }
  });
});
