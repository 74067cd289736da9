/* UTF-16 units that mean something in Markdown. Beyond the end of a text its unit is NaN, which is none of them. */
export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const exclamationMark = 0x21;
export const doubleQuote = 0x22;
export const numberSign = 0x23;
export const ampersand = 0x26;
export const singleQuote = 0x27;
export const openParenthesis = 0x28;
export const closeParenthesis = 0x29;
export const asterisk = 0x2a;
export const plus = 0x2b;
export const hyphen = 0x2d;
export const dot = 0x2e;
export const slash = 0x2f;
export const zero = 0x30;
export const one = 0x31;
export const nine = 0x39;
export const colon = 0x3a;
export const lessThan = 0x3c;
export const equalsSign = 0x3d;
export const greaterThan = 0x3e;
export const questionMark = 0x3f;
export const at = 0x40;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const underscore = 0x5f;
export const backtick = 0x60;
export const pipe = 0x7c;
export const tilde = 0x7e;

export function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

export function isDigit(unit: number): boolean {
  return unit >= zero && unit <= nine;
}

/** What a backslash takes the meaning from. */
export function isPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}

/** The first place from `from` on, but not beyond `end`, where no blank stands. */
export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === space) at++;
  return at;
}

/** Behind the last character before `end`, but not before `start`, that is no blank. */
export function trimSpaces(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === space) at--;
  return at;
}

/** Behind the last of the units of one kind from `from` on. */
export function skipRun(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(from);
  let at = from + 1;
  while (at < end && text.charCodeAt(at) === unit) at++;
  return at;
}

const marks = new Uint8Array(128);
for (const unit of [asterisk, underscore, tilde, openBracket, closeBracket, lessThan, ampersand, backslash, backtick])
  marks[unit] = 1;

/** Whether a unit may mean something in running text. */
export function isMark(unit: number): boolean {
  return unit < 128 && marks[unit] === 1;
}

/** What stands beside a run of marks decides what it may open and close: 0 for letters and their like. */
export const blankClass = 1;
export const punctuationClass = 2;

export function classOf(unit: number): 0 | typeof blankClass | typeof punctuationClass {
  if (unit < 128)
    return isPunctuation(unit)
      ? punctuationClass
      : unit === space || (unit >= tab && unit <= carriageReturn)
        ? blankClass
        : 0;
  const character = String.fromCharCode(unit);
  return /\s/.test(character) ? blankClass : /[\p{P}\p{S}]/u.test(character) ? punctuationClass : 0;
}
