/** An exact decimal number, `mantissa / 10 ** scale`: what people write is decimal, and 0.1 + 0.2 has to be 0.3. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly scale: number;
}

export const zero: Decimal = { mantissa: 0n, scale: 0 };

/** The decimal that a number prints as, which for anything people write is the one that was written. Not finite counts as zero. */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { mantissa: BigInt(value), scale: 0 };
  return readDecimal(String(value)) ?? zero;
}

/** Reads `-12.50` or `1.5e-7`: a point for the fraction, no blanks, no grouping. */
export function readDecimal(text: string): Decimal | undefined {
  const parts = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const mantissa = BigInt(whole + fraction);
  return shift({ mantissa: sign === '-' ? -mantissa : mantissa, scale: fraction.length }, Number(exponent));
}

export function numberOf(decimal: Decimal): number {
  const value = Number(printDecimal(decimal));
  return value === 0 ? 0 : value;
}

/** Plain digits, never an exponent: `0.0000001`. */
export function printDecimal({ mantissa, scale }: Decimal): string {
  const sign = mantissa < 0n ? '-' : '';
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const whole = digits.slice(0, -scale);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { mantissa: scaledTo(a, scale) + scaledTo(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { mantissa: a.mantissa * b.mantissa, scale: a.scale + b.scale };
}

export function negate(a: Decimal): Decimal {
  return { mantissa: -a.mantissa, scale: a.scale };
}

/** Times `10 ** places`. */
export function shift(a: Decimal, places: number): Decimal {
  const scale = a.scale - places;
  return scale >= 0 ? { mantissa: a.mantissa, scale } : { mantissa: a.mantissa * 10n ** BigInt(-scale), scale: 0 };
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = subtract(a, b).mantissa;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaledTo(a: Decimal, scale: number): bigint {
  return a.mantissa * 10n ** BigInt(scale - a.scale);
}
