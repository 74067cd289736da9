const MARK = /\p{M}/u;
// In thousandths of the font size, of a wide sans-serif (DejaVu): in a narrower font a line then ends early, never beyond its card.
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'ijlIJ", 285],
  [' ,./\\|:;f', 352],
  ['-()[]!`"rt', 411],
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
    else if (isUsual(code)) thousandths += USUAL_WIDTH;
    else {
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      thousandths += characterWidth(character);
      index += character.length - 1;
    }
  }
  return (thousandths * size * stretch) / 1000;
}

const USUAL_WIDTH = 690;

/** Latin beyond ASCII, and the dashes, dots and currencies: neither marks nor wide, so that no table need be asked. */
function isUsual(code: number): boolean {
  return code < 0x300 || (code >= 0x2010 && code < 0x20d0);
}

function characterWidth(character: string): number {
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 1250 : USUAL_WIDTH;
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
function headThatFits(text: string, width: number, { size, stretch }: Font): string {
  const room = (width * 1000) / (size * stretch);
  let used = 0;
  let end = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    let length = 1;
    let next = USUAL_WIDTH;
    if (code < 128) next = ASCII_WIDTHS[code] ?? 0;
    else if (!isUsual(code)) {
      const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
      length = character.length;
      next = characterWidth(character);
    }
    used += next;
    // A mark belongs to what stands before it.
    if (used > room && end > 0 && next > 0) break;
    end += length;
  }
  return text.slice(0, end);
}
