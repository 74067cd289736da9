/** Control characters, lone surrogates, line and paragraph separators, and what has no width or turns the direction of the text. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Build servers run commands that they find in a log: at the beginning of a line, or anywhere in it. */
const commandAtStart = /^(\s*):(?=:)/;
const commandAnywhere = /##(?=\w{0,20}\[)/g;

/**
 * Text from a file as a terminal may show it: what would move the cursor, colour, hide or reorder is written out (`\x1b`, `\u{202e}`),
 * and nothing in it is a command to a build server (FAULTS I7, I8). One line, always.
 */
export function visible(text: string): string {
  return text.replace(unseen, escaped).replace(commandAtStart, '$1\\x3a').replace(commandAnywhere, '#\\x23');
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return names[character] ?? (code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`);
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const narrow = /[\p{M}\u200c\u200d]/u;

/** Cells that a text takes in a terminal, near enough for a column or a caret. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text)
    cells += character < '\u0300' ? 1 : narrow.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return cells;
}

/** At most so many cells, the last an ellipsis where something was cut. */
export function cutTo(cells: number, text: string): string {
  // A cell is half a character at the least: what fits is short, and a long text need not be measured whole.
  if (text.length <= cells && cellsOf(text) <= cells) return text;
  let kept = '';
  let left = cells - 1;
  for (const character of text) {
    left -= cellsOf(character);
    if (left < 0) return `${kept}…`;
    kept += character;
  }
  return kept;
}

export function padTo(cells: number, text: string): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}
