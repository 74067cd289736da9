import { foldWord } from '../../schema/words.ts';

/** Beyond this many UTF-16 units a text is prose or an attack, never a value: no reader looks at it. */
export const longestReadable = 1000;

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&le;': '≤',
  '&ge;': '≥',
  '&amp;': '&',
  '&nbsp;': ' ',
  '&plusmn;': '±',
};
/** Most values are nothing but these characters, and are tidy as they stand. */
const alreadyTidy = /^(?:[A-Za-z0-9%$<>=+/()'.,~-]+ )*[A-Za-z0-9%$<>=+/()'.,~-]*[A-Za-z0-9%$)]$/;
const emphasisMarks = ['**', '__', '~~', '*', '_', '`'];

/**
 * A written value without what carries no meaning: entities and backslash escapes undone, every kind of blank one space, every kind
 * of dash a hyphen, emphasis around the whole, emoji before or behind and a final full stop removed. `undefined` beyond {@link longestReadable}.
 */
export function tidy(text: string): string | undefined {
  if (text.length > longestReadable) return undefined;
  if (alreadyTidy.test(text) && !text.includes('~~')) return text;
  const plain = text
    .replace(/&(?:lt|gt|le|ge|amp|nbsp|plusmn);/gi, entity => entities[entity.toLowerCase()] ?? entity)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‘’ʼ]/g, "'");
  return trimMarks(withoutEmphasis(trimMarks(plain)));
}

/** A word as enum words are compared: without case, blanks, hyphens, underscores, emoji and emphasis. `Opt-in`, `opt_in` and `optIn` are one. */
export function normaliseWord(text: string): string {
  return foldWord(tidy(text) ?? '');
}

/** The text without one parenthesised remark at its end, and that remark. */
export function splitRemark(text: string): { readonly main: string; readonly remark?: string } {
  if (!text.endsWith(')')) return { main: text };
  const open = text.lastIndexOf('(');
  if (open <= 0) return { main: text };
  return { main: text.slice(0, open).trimEnd(), remark: text.slice(open + 1, -1).trim() };
}

function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isMark(text, start)) start++;
  while (end > start && (isMark(text, end - 1) || '.;,'.includes(text.charAt(end - 1)))) {
    // An ellipsis is a placeholder and no full stop.
    if (text.startsWith('..', end - 2)) break;
    end--;
  }
  return text.slice(start, end);
}

/** Blanks and emoji; a surrogate half belongs to the emoji around it, since no value has letters beyond the basic plane. */
function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0xfe0f || unit === 0x200d || isSurrogate(unit) || isPictograph(text.charAt(at));
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isPictograph(character: string): boolean {
  return /\p{Extended_Pictographic}/u.test(character);
}

function withoutEmphasis(text: string): string {
  let inner = text;
  for (let round = 0; round < 3; round++) {
    const mark = emphasisMarks.find(
      candidate => inner.length > 2 * candidate.length && inner.startsWith(candidate) && inner.endsWith(candidate),
    );
    if (mark === undefined) return inner;
    inner = inner.slice(mark.length, -mark.length);
  }
  return inner;
}
