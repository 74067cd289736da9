import * as units from './units.ts';

/**
 * Where a link leads, from its opening parenthesis on; undefined where it leads nowhere, `broken` where the line ends
 * before that is clear, `unsure` where the target is written in a rare way.
 */
export function resourceAt(
  text: string,
  open: number,
  end: number,
): { readonly url: string; readonly end: number } | undefined | 'broken' | 'unsure' {
  const start = units.skipSpaces(text, open + 1, end);
  if (start >= end) return 'broken';
  const unit = text.charCodeAt(start);
  if (unit === units.lessThan) return 'unsure';
  let at = start;
  if (unit !== units.closeParenthesis) {
    const behind = targetEnd(text, start, end);
    if (typeof behind !== 'number') return behind;
    at = behind;
  }
  const url = text.slice(start, at);
  const rest = units.skipSpaces(text, at, end);
  if (rest >= end) return 'broken';
  at = rest > at && isQuote(text.charCodeAt(rest)) ? titleEnd(text, rest, end) : rest;
  if (at >= end) return 'broken';
  if (text.charCodeAt(at) === units.closeParenthesis) return { url, end: at + 1 };
  return text.charCodeAt(at) === units.openParenthesis && rest > start ? 'unsure' : undefined;
}

/** Behind a target that is written as it is meant; parentheses in it are balanced. */
function targetEnd(text: string, start: number, end: number): number | undefined | 'unsure' {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === units.backslash || unit === units.ampersand) return 'unsure';
    if (unit < units.space || unit === 0x7f) return 'unsure';
    if (unit === units.space) return depth === 0 ? at : undefined;
    if (unit === units.openParenthesis && ++depth > 30) return 'unsure';
    if (unit === units.closeParenthesis && depth-- === 0) return at;
  }
  return depth === 0 ? end : undefined;
}

function isQuote(unit: number): boolean {
  return unit === units.doubleQuote || unit === units.singleQuote;
}

/** Behind a title in quotes and the blanks after it; the end where it is not closed on the line. */
function titleEnd(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === units.backslash) at++;
    else if (unit === quote) return units.skipSpaces(text, at + 1, end);
  }
  return end;
}
