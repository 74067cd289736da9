/** Longest text that is looked at; what lies behind is cut, so that no value can make the picture slow. */
const LONGEST = 400;
const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const MARK = /\p{M}/u;
const MOST_MARKS = 4;
const REPLACEMENT = '\ufffd';

/**
 * The text as one line that shows all it holds: line ends become blanks, control characters their pictures, what turns the direction
 * of reading or is no character at all a replacement mark; zero-width characters go. A tower of combining marks is cut low.
 */
export function plainText(written: string): string {
  return plainTextUpTo(written, LONGEST);
}

/** The same of a text that has room for more characters than a line. */
export function plainTextUpTo(written: string, longest: number): string {
  const text = written.length > longest ? `${written.slice(0, longest)}…` : written;
  if (ASCII.test(text)) return text.trim();
  let shown = '';
  let marks = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    marks = code >= 0x300 && MARK.test(character) ? marks + 1 : 0;
    if (marks <= MOST_MARKS) shown += visible(character, code);
  }
  return shown.trim();
}

function visible(character: string, code: number): string {
  if (code >= 0x20 && code <= 0x7e) return character;
  if ((code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029) return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code < 0xa0) return REPLACEMENT;
  if (code >= 0xd800 && code <= 0xdfff) return REPLACEMENT;
  if ((code & 0xfffe) === 0xfffe) return REPLACEMENT;
  if (turnsDirection(code)) return REPLACEMENT;
  // The selector that makes a sign an emoji is the one invisible character that is wanted.
  if (code === 0xfe0f) return character;
  return INVISIBLE.test(character) ? '' : character;
}

function turnsDirection(code: number): boolean {
  return (
    code === 0x61c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
