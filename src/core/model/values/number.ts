import { readDecimal, shift, type Decimal } from './decimal.ts';

export interface NumberAt {
  readonly value: Decimal;
  /** Where the text goes on after the number. */
  readonly end: number;
}

const groupedByBlanks = /\d{1,3}(?: \d{3})+(?![\d ]*\d)(?:[.,]\d{1,2})?(?!\d)/y;
const run = /[\d.](?:[\d.,'_]*\d)?/y;
const exponent = /e[+-]?\d{1,2}(?![\p{L}\d])/iuy;
const mostDigits = 40;

/**
 * The unsigned number that stands at an offset, in the ways people group digits. A lone comma before one or two digits is decimal,
 * before three a thousands mark; a lone point is always decimal. What is neither (`1.2.3`, `12,3456`, `0,500`) is no number.
 */
export function readNumberAt(text: string, at: number): NumberAt | undefined {
  const blanks = matchAt(groupedByBlanks, text, at);
  const written = blanks ?? matchAt(run, text, at);
  if (written === undefined || written.length > mostDigits) return undefined;
  const plain = plainDigits(written);
  const value = plain === undefined ? undefined : readDecimal(plain);
  if (value === undefined) return undefined;
  const end = at + written.length;
  const power = matchAt(exponent, text, end);
  if (power === undefined) return { value, end };
  return { value: shift(value, Number(power.slice(1))), end: end + power.length };
}

function plainDigits(written: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(written)) return written;
  if (/^\.\d+$/.test(written)) return `0${written}`;
  if (/^\d+,\d{1,2}$/.test(written)) return written.replace(',', '.');
  if (/^[1-9]\d{0,2}([,' _])\d{3}(?:\1\d{3})*(?:\.\d+)?$/.test(written)) return written.replace(/[,' _]/g, '');
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(written)) return written.replace(/\./g, '');
  if (/^[1-9]\d{0,2}([. '])\d{3}(?:\1\d{3})*,\d{1,2}$/.test(written)) {
    return written.replace(/[. ']/g, '').replace(',', '.');
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
