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
  const text = written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
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

// In thousandths of the font size, of a wide sans-serif (DejaVu): in a narrower font a line then ends early, never beyond its card.
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'ijlIJ", 285],
  [' ,./\\|:;ft', 340],
  ['-()[]!`"r', 400],
  ['?scz_*', 530],
  ['LFkvxy', 585],
  ['aeoPTY', 611],
  ['ES$0123456789bdghnpqu{}', 636],
  ['AVXZKBRC', 690],
  ['DHNUG&', 765],
  ['OQw+=<>~^#', 825],
  ['M%m@W', 970],
];
const ASCII_WIDTHS = new Uint16Array(128).fill(600);
for (const [characters, width] of WIDTHS)
  for (const character of characters) ASCII_WIDTHS[character.charCodeAt(0)] = width;
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60\u2400-\u2426\ufffd]/u;

export interface Font {
  readonly size: number;
  /** How much wider than the regular face. */
  readonly stretch: number;
}

export function font(size: number): Font {
  return { size, stretch: 1 };
}

export function boldFont(size: number): Font {
  return { size, stretch: 1.1 };
}

/** The width in pixels that the text is expected to take. */
export function textWidth(text: string, { size, stretch }: Font): number {
  let thousandths = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 128) thousandths += ASCII_WIDTHS[code] ?? 0;
    else {
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      thousandths += characterWidth(character);
      index += character.length - 1;
    }
  }
  return (thousandths * size * stretch) / 1000;
}

function characterWidth(character: string): number {
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 1250 : 690;
}

/** The text if it fits in so many pixels, else its beginning with an ellipsis. */
export function fitText(text: string, width: number, face: Font): string {
  if (textWidth(text, face) <= width) return text;
  const kept = headThatFits(text, width - textWidth('…', face), face).trimEnd();
  return `${kept}…`;
}

/** The text in at most `lines` lines, broken at blanks where it can be, the last one with an ellipsis where something is left. */
export function wrapText(text: string, width: number, face: Font, lines: number): readonly string[] {
  const wrapped: string[] = [];
  let rest = text;
  while (wrapped.length < lines - 1 && textWidth(rest, face) > width) {
    const head = headThatFits(rest, width, face);
    const blank = rest[head.length] === ' ' ? head.length : head.lastIndexOf(' ');
    const end = blank > 0 ? blank : head.length;
    wrapped.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...wrapped, fitText(rest, width, face)];
}

/** The longest beginning that fits, at least one character, so that wrapping always comes to an end. */
function headThatFits(text: string, width: number, face: Font): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += textWidth(character, face);
    const isMark = character.length > 0 && MARK.test(character);
    if (used > width && end > 0 && !isMark) break;
    end += character.length;
  }
  return text.slice(0, end);
}
