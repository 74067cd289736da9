import * as units from './units.ts';

const known: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['rarr', '→'],
  ['larr', '←'],
  ['ge', '≥'],
  ['le', '≤'],
  ['times', '×'],
  ['middot', '·'],
  ['bull', '•'],
  ['check', '✓'],
]);

/** The entity that a `&` begins, if it does. */
export function entityAt(text: string, at: number, end: number): { text: string; end: number } | 'none' | 'unknown' {
  let behind = at + 1;
  const isNumber = text.charCodeAt(behind) === units.numberSign;
  if (isNumber) behind++;
  const start = behind;
  while (behind < end && behind - at < 40 && isNameUnit(text.charCodeAt(behind))) behind++;
  if (behind === start || behind >= end || text.charCodeAt(behind) !== 0x3b) return 'none';
  const meant = isNumber ? undefined : known.get(text.slice(start, behind));
  if (meant === undefined) return 'unknown';
  // Written so that it would be another entity once it is read.
  const next = text.charCodeAt(behind + 1);
  if (meant === '&' && (isNameUnit(next) || next === units.numberSign)) return 'unknown';
  return { text: meant, end: behind + 1 };
}

function isNameUnit(unit: number): boolean {
  return units.isLetter(unit) || units.isDigit(unit);
}
