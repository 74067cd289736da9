import assert from 'node:assert/strict';
import { readAudience } from '../../../../../src/core/model/values/audience.ts';
import { readDate, readDateRange } from '../../../../../src/core/model/values/date.ts';
import { readDuration } from '../../../../../src/core/model/values/duration.ts';
import { readConfidence, readPercentage } from '../../../../../src/core/model/values/percentage.ts';
import {
  isChoiceList,
  isNoValue,
  isPlaceholder,
  placeholdersIn,
} from '../../../../../src/core/model/values/placeholder.ts';
import { readQuantity } from '../../../../../src/core/model/values/quantity.ts';
import { readAlertAt, readTarget, readThreshold } from '../../../../../src/core/model/values/threshold.ts';
import { normaliseWord } from '../../../../../src/core/model/values/words.ts';
import { dates, durations, quantities, thresholds } from './readings.data.ts';

const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['readQuantity', readQuantity],
  ['readThreshold', text => readThreshold(text, 'decrease')],
  ['readAlertAt', text => readAlertAt(text, readThreshold('< 2%'))],
  ['readTarget', readTarget],
  ['readDuration', readDuration],
  ['readDate', readDate],
  ['readDateRange', readDateRange],
  ['readPercentage', readPercentage],
  ['readConfidence', readConfidence],
];

/** What readers and their patterns could go round in circles on: repeated whole and with an ending that fits nothing. */
const seeds = [
  '1',
  '1,',
  '1.',
  '1 ',
  '1,000',
  ' 000',
  '0',
  '-',
  '- ',
  '+',
  '~',
  '~ ',
  ' ',
  '\t',
  'a',
  'a ',
  'a1',
  '%',
  '% ',
  ' of ',
  '5% of ',
  '/',
  '1/',
  '/a',
  '$',
  '$ ',
  '(',
  ')',
  '()',
  '((',
  '[',
  ']',
  '[[',
  '[a',
  '<',
  '<a',
  '>',
  '< ',
  '_',
  '__',
  '*',
  '**',
  '`',
  '\\',
  '&lt;',
  '&',
  '→',
  '->',
  '→ 1%',
  '1% → ',
  ' to ',
  '1 to ',
  'about ',
  'must ',
  'not ',
  'no more than ',
  'P95 ',
  'p95',
  'baseline ',
  '+ baseline',
  ' per ',
  ' for ',
  ' for 1 ',
  ' within ',
  '1w',
  '1h',
  'P1',
  'one ',
  '1-',
  'a b c ',
  '✅',
  '✅ / ',
  '👍',
  '\ud83d',
  '\u200b',
  '\u00a0',
  '\u202e',
  '٣',
  '１',
  'K',
  '1e',
  '1e1',
  '__proto__',
  'YYYY-',
  '2026-',
  '2026-01-01',
  '|',
  'of the baseline ',
] as const;

function* hostileTexts(): Generator<string> {
  for (const seed of seeds) {
    // As long as a reader still looks at, then far beyond.
    const longest = seed.repeat(Math.floor(990 / seed.length));
    yield longest;
    yield `${longest}!`;
    yield `1${longest}%x`;
    yield `< ${longest}\u0000`;
    yield seed.repeat(Math.ceil(100_000 / seed.length));
  }
}

describe('hostile texts', () => {
  for (const [name, read] of readers) {
    it(`${name} never throws, and reads nothing that is not finite`, () => {
      for (const text of hostileTexts()) {
        const value = read(text);
        if (text.length > 1000) assert.equal(value, undefined);
        assertFinite(value);
      }
    });
  }

  it('an audience is then nothing but its text', () => {
    for (const text of hostileTexts()) {
      const audience = readAudience(text);
      assertFinite(audience);
      if (text.length > 1000) assert.deepEqual(audience, { text: text.trim() });
    }
  });

  it('placeholders are looked for within the bound', () => {
    for (const text of hostileTexts()) {
      const spans = placeholdersIn(text);
      assert.ok(spans.every(({ start, end }) => start < end && start < 1000 && end <= text.length));
      if (text.length <= 1000) continue;
      assert.equal(isPlaceholder(text), false);
      assert.equal(isNoValue(text), text.trim() === '');
      assert.equal(isChoiceList(text, ['a', '1']), false);
      assert.equal(normaliseWord(text), '');
    }
  });

  it('no reader asks the clock or the time zone', () => {
    const RealDate = globalThis.Date;
    const read: unknown[] = [];
    try {
      globalThis.Date = undefined as unknown as DateConstructor;
      for (const [text] of [...quantities, ...thresholds, ...durations, ...dates]) {
        for (const [, reader] of readers) read.push(reader(text));
      }
    } finally {
      globalThis.Date = RealDate;
    }
    assert.ok(read.some(value => value !== undefined));
  });
});

function assertFinite(value: unknown): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value) && !Object.is(value, -0));
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) assertFinite(part);
}
