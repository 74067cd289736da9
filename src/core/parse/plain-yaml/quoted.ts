import type { ScalarNode } from '../tree.ts';
import { spanIn, type Reading } from './reading.ts';
import { backslash, doubleQuote, lineFeed, singleQuote } from './units.ts';

/** A scalar in quotes that ends on its line; undefined where none stands, or one that is not so simple. */
export function readQuoted(reading: Reading): ScalarNode | undefined {
  const { text, at } = reading;
  const quote = text.charCodeAt(at);
  if (quote !== doubleQuote && quote !== singleQuote) return undefined;
  const end = quote === doubleQuote ? endOfDouble(text, at) : endOfSingle(text, at);
  if (end === undefined) return undefined;
  const inner = text.slice(at + 1, end - 1);
  const value = quote === doubleQuote ? withoutEscapes(inner) : inner.replaceAll("''", "'");
  if (value === undefined) return undefined;
  reading.at = end;
  reading.lexemes++;
  return { type: 'scalar', span: spanIn(reading, at, end), text: value, value, style: 'quoted' };
}

function endOfSingle(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) return undefined;
    if (unit !== singleQuote) continue;
    if (text.charCodeAt(at + 1) !== singleQuote) return at + 1;
    at++;
  }
  return undefined;
}

function endOfDouble(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) return undefined;
    if (unit === doubleQuote) return at + 1;
    if (unit === backslash && text.charCodeAt(++at) === lineFeed) return undefined;
  }
  return undefined;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Undefined where an escape is unknown, or seldom. */
function withoutEscapes(inner: string): string | undefined {
  let at = inner.indexOf('\\');
  if (at === -1) return inner;
  const parts: string[] = [];
  let from = 0;
  for (; at !== -1; at = inner.indexOf('\\', from)) {
    const sign = inner.charAt(at + 1);
    const digits = sign === 'x' ? 2 : sign === 'u' ? 4 : 0;
    const meant = digits === 0 ? escapes.get(sign) : unitOf(inner.slice(at + 2, at + 2 + digits), digits);
    if (meant === undefined) return undefined;
    parts.push(inner.slice(from, at), meant);
    from = at + 2 + digits;
  }
  return parts.join('') + inner.slice(from);
}

function unitOf(hexadecimal: string, digits: number): string | undefined {
  if (hexadecimal.length !== digits || !/^[0-9a-fA-F]+$/.test(hexadecimal)) return undefined;
  return String.fromCharCode(parseInt(hexadecimal, 16));
}
