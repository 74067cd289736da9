import { tagEnd } from './html-inline.ts';
import * as units from './units.ts';

/**
 * What HTML a line begins that has its first character at `first`: a comment, or a tag that begins a block (CommonMark,
 * "HTML blocks", conditions 2 and 6). `tag` is a tag alone on its line, which interrupts no paragraph (condition 7).
 */
export function htmlAt(text: string, first: number, end: number): 'comment' | 'block' | 'tag' | 'none' | 'unsure' {
  let at = first + 1;
  const unit = text.charCodeAt(at);
  if (unit === units.exclamationMark) {
    if (text.startsWith('--', at + 1) && at + 3 <= end) return 'comment';
    return units.isLetter(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === units.openBracket ? 'unsure' : 'none';
  }
  if (unit === units.questionMark) return 'unsure';
  const isClosing = unit === units.slash;
  if (isClosing) at++;
  const nameAt = at;
  if (!units.isLetter(text.charCodeAt(at)) || at >= end) return 'none';
  while (at < end && isNameUnit(text.charCodeAt(at))) at++;
  const behind = text.charCodeAt(at);
  if (at < end && behind !== units.space && behind !== units.slash && behind !== units.greaterThan) return 'none';
  const name = text.slice(nameAt, Math.min(at, nameAt + 20)).toLowerCase();
  if (rawNames.has(name)) return 'unsure';
  if (blockNames.has(name)) {
    if (at < end && behind === units.slash && text.charCodeAt(at + 1) !== units.greaterThan) return 'none';
    return 'block';
  }
  const close = tagEnd(text, first, end);
  return typeof close === 'number' && units.skipSpaces(text, close, end) === end ? 'tag' : 'none';
}

function isNameUnit(unit: number): boolean {
  return units.isLetter(unit) || units.isDigit(unit) || unit === units.hyphen;
}

const rawNames: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);
