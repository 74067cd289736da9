import assert from 'node:assert/strict';
import {
  addDays,
  addMonths,
  compareDays,
  dayFromNumber,
  dayNumber,
  dayOfWeek,
  daysBetween,
  readDate,
  readDateRange,
} from '../../../../../src/core/model/values/date.ts';
import { daysOf, endOf, readDuration } from '../../../../../src/core/model/values/duration.ts';

function day(text: string) {
  const read = readDate(text);
  assert.ok(read, text);
  return read;
}

function duration(text: string) {
  const read = readDuration(text);
  assert.ok(read, text);
  return read;
}

describe('days', () => {
  it('every day of 400 years has its number, its successor and its weekday', () => {
    const first = dayNumber(day('1800-01-01'));
    let before = dayFromNumber(first - 1);
    let weekday = dayOfWeek(before);
    const wrong: string[] = [];
    for (let number = first; number < first + 146097; number++) {
      const current = dayFromNumber(number);
      const isRight =
        readDate(current) === current &&
        dayNumber(current) === number &&
        addDays(before, 1) === current &&
        compareDays(before, current) === -1 &&
        dayOfWeek(current) === (weekday % 7) + 1;
      if (!isRight) wrong.push(current);
      before = current;
      weekday = dayOfWeek(current);
    }
    assert.deepEqual(wrong, []);
    assert.equal(before, '2199-12-31');
  });

  it('counts from 1970-01-01, a Thursday', () => {
    assert.equal(dayNumber(day('1970-01-01')), 0);
    assert.equal(dayOfWeek(day('1970-01-01')), 4);
    assert.equal(dayOfWeek(day('2026-11-22')), 7);
  });

  it('is as long as any other where the clocks change', () => {
    for (const change of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01']) {
      assert.equal(daysBetween(addDays(day(change), -1), addDays(day(change), 1)), 2);
      assert.equal(daysBetween(day(change), addDays(day(change), 1)), 1);
    }
  });

  it('goes over leap days', () => {
    assert.equal(addDays(day('2028-02-28'), 1), '2028-02-29');
    assert.equal(addDays(day('2027-02-28'), 1), '2027-03-01');
    assert.equal(addDays(day('2028-03-01'), -1), '2028-02-29');
    assert.equal(daysBetween(day('2028-01-01'), day('2029-01-01')), 366);
    assert.equal(daysBetween(day('2029-01-01'), day('2028-01-01')), -366);
  });

  it('stops at the ends of the calendar', () => {
    assert.equal(addDays(day('9999-12-31'), 1), '9999-12-31');
    assert.equal(addDays(day('2026-01-01'), Infinity), '9999-12-31');
    assert.equal(addDays(day('0001-01-01'), -1), '0001-01-01');
    assert.equal(addMonths(day('9999-12-31'), 1), '9999-12-31');
    assert.equal(addMonths(day('0001-01-01'), -1), '0001-01-01');
  });
});

describe('addMonths', () => {
  const cases: readonly (readonly [from: string, months: number, to: string])[] = [
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-01', -1, '2025-12-01'],
    ['2026-05-05', 0, '2026-05-05'],
  ];
  for (const [from, months, to] of cases) {
    it(`${from} and ${String(months)} months`, () => assert.equal(addMonths(day(from), months), to));
  }
});

describe('endOf', () => {
  const cases: readonly (readonly [
    start: string,
    duration: string,
    shortest: string | undefined,
    longest: string | undefined,
  ])[] = [
    ['2026-01-05', '8w', '2026-03-02', '2026-03-02'],
    ['2026-01-05', '1-2 weeks', '2026-01-12', '2026-01-19'],
    ['2026-01-31', '1mo', '2026-02-28', '2026-02-28'],
    ['2026-01-31', '1q', '2026-04-30', '2026-04-30'],
    ['2026-01-05', '3mo', '2026-04-05', '2026-04-05'],
    ['2026-01-05', 'P1M10D', '2026-02-15', '2026-02-15'],
    ['2026-01-05', '24h', '2026-01-06', '2026-01-06'],
    ['2026-01-05', '36h', '2026-01-06', '2026-01-06'],
    ['2026-01-05', '15 min', '2026-01-05', '2026-01-05'],
    ['2026-01-05', 'up to 3 days', '2026-01-05', '2026-01-08'],
    ['2026-03-23', '1w', '2026-03-30', '2026-03-30'],
    ['2026-01-05', 'ongoing', undefined, undefined],
  ];
  for (const [start, text, shortest, longest] of cases) {
    it(`${text} from ${start}`, () => {
      assert.equal(endOf(day(start), duration(text), 'shortest'), shortest);
      assert.equal(endOf(day(start), duration(text), 'longest'), longest);
    });
  }

  it('sums of hours that make a day make a day', () => {
    for (let hours = 24; hours <= 24 * 30; hours += 24) {
      assert.equal(
        endOf(day('2026-01-05'), duration(`${String(hours)}h`), 'longest'),
        addDays(day('2026-01-05'), hours / 24),
      );
    }
  });

  it('counts the days of months from the start', () => {
    assert.deepEqual(daysOf(duration('1mo'), day('2026-02-01')), [28, 28]);
    assert.deepEqual(daysOf(duration('1q'), day('2026-01-01')), [90, 90]);
    assert.deepEqual(daysOf(duration('1-2 weeks'), day('2026-01-01')), [7, 14]);
    assert.equal(daysOf(duration('ongoing'), day('2026-01-01')), undefined);
  });
});

describe('readDateRange', () => {
  for (const text of [
    '2026-01-05 - 2026-03-02',
    '2026-01-05 – 2026-03-02',
    '2026-01-05 to 2026-03-02',
    '2026-01-05 → 2026-03-02',
    '2026-01-05/2026-03-02',
  ]) {
    it(text, () => assert.deepEqual(readDateRange(text), { start: '2026-01-05', end: '2026-03-02' }));
  }
  for (const text of [
    '2026-03-02 - 2026-01-05',
    '2026-02-30 - 2026-03-02',
    '2026-01-05',
    '',
    '08/29/2022 - 09/12/2022',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(readDateRange(text), undefined));
  }
});
