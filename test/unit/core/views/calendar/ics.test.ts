import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { CalendarEvent } from '../../../../../src/core/views/calendar/event.ts';
import { icsCalendar } from '../../../../../src/core/views/calendar/ics.ts';
import { day } from '../../../../support/workspace.ts';

const today = day('2026-11-22');

const event: CalendarEvent = {
  kind: 'retro',
  day: day('2026-12-31'),
  uid: 'retro.BET-1@betwright',
  summary: 'Retro: Saved carts (BET-1)',
  details: ['Owner: Maria Lind', 'File: bets/carts.bet.yaml'],
  workedOut: false,
  place: { file: 'bets/carts.bet.yaml', span: { start: 0, end: 0 } },
  people: ['Maria Lind'],
};

/** The entries as a program that we did not write reads them. */
function read(text: string): readonly ICAL.Component[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  assert.equal(calendar.name, 'vcalendar');
  return calendar.getAllSubcomponents('vevent');
}

function value(entry: ICAL.Component | undefined, property: string): string {
  return String(entry?.getFirstPropertyValue(property));
}

describe('the calendar file', () => {
  it('is read back by another program: an all-day entry that ends where the next day begins', () => {
    const [entry, ...more] = read(icsCalendar([event], 'Betwright', today));
    assert.equal(more.length, 0);
    assert.equal(value(entry, 'dtstart'), '2026-12-31');
    assert.equal(value(entry, 'dtend'), '2027-01-01');
    assert.equal(entry?.getFirstProperty('dtstart')?.type, 'date');
    assert.equal(value(entry, 'uid'), 'retro.BET-1@betwright');
    assert.equal(value(entry, 'description'), 'Owner: Maria Lind\nFile: bets/carts.bet.yaml');
    assert.equal(value(entry, 'status'), 'CONFIRMED');
  });

  it('takes stamp and sequence from the day that it is made for, so that what is made later replaces what was', () => {
    const stamps = ['2026-11-22', '2026-11-23'].map(on => read(icsCalendar([event], 'Betwright', day(on)))[0]);
    assert.equal(value(stamps[0], 'dtstamp'), '2026-11-22T00:00:00Z');
    const [first, second] = stamps.map(entry => Number(value(entry, 'sequence')));
    assert.ok(Number(second) > Number(first));
    assert.equal(icsCalendar([event], 'Betwright', today), icsCalendar([event], 'Betwright', today));
  });

  it('reaches to both ends of the calendar', () => {
    const ends = ['0001-01-01', '9999-12-31'].map(text => ({ ...event, day: day(text), uid: text }));
    const text = icsCalendar(ends, 'Betwright', day('0001-01-01'));
    assert.match(text, /^DTSTART;VALUE=DATE:00010101\r$/m);
    const entries = read(text);
    assert.equal(entries.length, 2);
    assert.equal(value(entries[0], 'sequence'), '0');
    // An end has to lie behind its beginning, and there is no day after the last.
    assert.equal(entries[1]?.hasProperty('dtend'), false);
  });

  it('keeps whatever a title says inside its entry, in lines of at most 75 octets', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('\\', ';', ',', '\n', '\r', ':', '"', 'é', '語', '🥐', ' ', 'a'),
        maxLength: 200,
      }),
      fc.constantFrom(
        'x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM',
        'a\\nb\\;c\\,d',
        'x\nATTACH:http://example.com/x',
        '\ud800 half',
        '👩‍👩‍👧‍👦'.repeat(20),
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, detail) => {
        const text = icsCalendar([{ ...event, summary: title, details: [detail, 'end'] }, event], 'Betwright', today);
        const lines = text.split('\r\n');
        assert.equal(lines.pop(), '');
        for (const line of lines) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.doesNotMatch(line, /[\r\n]/);
          // Cut within a character, its bytes would be none.
          assert.equal(Buffer.from(line).toString(), line);
        }
        const entries = read(text);
        assert.equal(entries.length, 2);
        assert.deepEqual(
          entries[0]?.getAllProperties().map(({ name }) => name),
          entries[1]?.getAllProperties().map(({ name }) => name),
        );
        assert.equal(entries[0]?.getAllSubcomponents().length, 0);
        assert.equal(words(value(entries[0], 'summary')), words(title));
        assert.equal(
          words(value(entries[0], 'description')),
          words(`${detail}\nend`.replace(/</g, '‹').replace(/>/g, '›')),
        );
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });
});

/** What is left of a text when line ends are all alike and control characters are gone. */
function words(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
