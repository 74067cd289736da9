/* UTF-16 units that mean something in YAML. Beyond the end of a text its unit is NaN, which is none of them. */
export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const exclamationMark = 0x21;
export const doubleQuote = 0x22;
export const numberSign = 0x23;
export const percent = 0x25;
export const ampersand = 0x26;
export const singleQuote = 0x27;
export const asterisk = 0x2a;
export const plus = 0x2b;
export const comma = 0x2c;
export const hyphen = 0x2d;
export const dot = 0x2e;
export const colon = 0x3a;
export const greaterThan = 0x3e;
export const questionMark = 0x3f;
export const at = 0x40;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const backtick = 0x60;
export const openBrace = 0x7b;
export const pipe = 0x7c;
export const closeBrace = 0x7d;

/** Whether nothing stands there: a blank, the end of a line, or of the text. */
export function isBlankAt(text: string, offset: number): boolean {
  if (offset >= text.length) return true;
  const unit = text.charCodeAt(offset);
  return unit === space || unit === lineFeed || unit === carriageReturn || unit === tab;
}

export function isFlowIndicator(unit: number): boolean {
  return unit === comma || unit === openBracket || unit === closeBracket || unit === openBrace || unit === closeBrace;
}
