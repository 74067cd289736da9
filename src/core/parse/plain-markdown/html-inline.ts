import * as units from './units.ts';

/** Behind a comment in running text; undefined where none begins, or it does not end on its line. */
export function commentEnd(text: string, at: number, end: number): number | undefined {
  if (!text.startsWith('!--', at + 1)) return undefined;
  for (let close = at + 2; close + 2 < end; close++)
    if (text.charCodeAt(close) === units.hyphen && text.startsWith('-->', close)) return close + 3;
  return undefined;
}

/** Behind an address in angle brackets. */
export function autolinkAt(text: string, open: number, end: number): number | undefined | 'unsure' {
  let at = open + 1;
  while (at < end && isSchemeUnit(text.charCodeAt(at))) at++;
  if (at < end && text.charCodeAt(at) === units.colon && units.isLetter(text.charCodeAt(open + 1))) {
    if (at - open < 3 || at - open > 30) return 'unsure';
    for (at++; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === units.greaterThan) return at + 1;
      if (unit <= units.space || unit === units.lessThan || unit === 0x7f) return undefined;
    }
    return undefined;
  }
  // Addresses of mail.
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === units.at) return 'unsure';
    if (unit <= units.space || unit === units.lessThan || unit === units.greaterThan) return undefined;
  }
  return undefined;
}

function isSchemeUnit(unit: number): boolean {
  return isTagUnit(unit) || unit === units.plus || unit === units.dot;
}

function isTagUnit(unit: number): boolean {
  return units.isLetter(unit) || units.isDigit(unit) || unit === units.hyphen;
}

/** Behind a tag; undefined where none stands, `unsure` where it might end on a later line. */
export function tagEnd(text: string, open: number, end: number): number | undefined | 'unsure' {
  let at = open + 1;
  const isClosing = text.charCodeAt(at) === units.slash;
  if (isClosing) at++;
  if (at >= end || !units.isLetter(text.charCodeAt(at))) return undefined;
  while (at < end && isTagUnit(text.charCodeAt(at))) at++;
  if (isClosing) {
    at = units.skipSpaces(text, at, end);
    return at >= end ? 'unsure' : text.charCodeAt(at) === units.greaterThan ? at + 1 : undefined;
  }
  const behind = text.charCodeAt(at);
  if (at < end && behind !== units.space && behind !== units.slash && behind !== units.greaterThan) return undefined;
  for (;;) {
    at = units.skipSpaces(text, at, end);
    if (at >= end) return 'unsure';
    const unit = text.charCodeAt(at);
    if (unit === units.greaterThan) return at + 1;
    if (unit === units.slash)
      return at + 1 < end ? (text.charCodeAt(at + 1) === units.greaterThan ? at + 2 : undefined) : 'unsure';
    if (!units.isLetter(unit) && unit !== units.underscore && unit !== units.colon) return undefined;
    const behindAttribute = attributeEnd(text, at, end);
    if (typeof behindAttribute !== 'number') return behindAttribute;
    at = behindAttribute;
  }
}

function attributeEnd(text: string, start: number, end: number): number | undefined | 'unsure' {
  let at = start;
  while (at < end && isAttributeUnit(text.charCodeAt(at))) at++;
  const sign = units.skipSpaces(text, at, end);
  if (sign >= end) return 'unsure';
  if (text.charCodeAt(sign) !== units.equalsSign) return at;
  at = units.skipSpaces(text, sign + 1, end);
  if (at >= end) return 'unsure';
  const quote = text.charCodeAt(at);
  if (quote === units.doubleQuote || quote === units.singleQuote) {
    for (at++; at < end && text.charCodeAt(at) !== quote; at++);
    if (at + 1 >= end) return 'unsure';
    const behind = text.charCodeAt(at + 1);
    return behind === units.space || behind === units.slash || behind === units.greaterThan ? at + 1 : undefined;
  }
  if (quote === units.greaterThan) return undefined;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === units.space || unit === units.slash || unit === units.greaterThan) return at;
    if (isForbiddenInValue(unit)) return undefined;
    at++;
  }
  return 'unsure';
}

function isAttributeUnit(unit: number): boolean {
  return isTagUnit(unit) || unit === units.underscore || unit === units.colon || unit === units.dot;
}

function isForbiddenInValue(unit: number): boolean {
  return (
    unit === units.doubleQuote ||
    unit === units.singleQuote ||
    unit === units.lessThan ||
    unit === units.equalsSign ||
    unit === units.backtick
  );
}
