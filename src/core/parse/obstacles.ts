import { spanOf, type Span } from '../text/span.ts';
import type { SyntaxProblem } from './tree.ts';

/** Longest text that is read, in UTF-16 units. */
export const maxTextLength = 8_000_000;

/** What keeps a text from being read at all: one finding at its cause instead of a storm of consequences. */
export function findObstacle(text: string): SyntaxProblem | undefined {
  if (text.length > maxTextLength) {
    const limit = `${maxTextLength / 1_000_000} million characters`;
    return {
      code: 'tooLarge',
      message: `Not checked: the file is too large (more than ${limit}).`,
      span: firstLine(text),
    };
  }
  const nul = text.indexOf('\0');
  if (nul !== -1)
    return {
      code: 'binary',
      message: 'Not checked: this is a binary file or UTF-16 text. Save it as UTF-8.',
      span: spanOf(nul, nul + 1),
    };
  const control = text.search(controlCharacter);
  if (control !== -1) {
    const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    const message = `Not checked: the control character U+${code} stands here, which no text holds. Remove it.`;
    return { code: 'binary', message, span: spanOf(control, control + 1) };
  }
  if (text.startsWith('\ufeff\ufeff')) {
    const message = 'Not checked: the file begins with two byte order marks. Save it as UTF-8 with one or none.';
    return { code: 'encoding', message, span: spanOf(1, 2) };
  }
  const replaced = text.indexOf('\ufffd');
  if (replaced !== -1) {
    const message = 'Not checked: a character here is not valid UTF-8. Save the file as UTF-8.';
    return { code: 'encoding', message, span: spanOf(replaced, replaced + 1) };
  }
  return mergeConflict(text);
}

/** C0 without tab, line feed, form feed and carriage return: YAML allows none of them, and a terminal obeys them. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controlCharacter = /[\x01-\x08\x0b\x0e-\x1f]/;

function firstLine(text: string): Span {
  const end = text.slice(0, 200).search(/[\r\n]/);
  return spanOf(0, end === -1 ? Math.min(text.length, 200) : Math.max(end, 1));
}

/** The marks that git leaves, in their order: `<<<<<<<`, `=======`, `>>>>>>>`; from the first conflict's begin to the last one's end. */
function mergeConflict(text: string): SyntaxProblem | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  let start: number | undefined;
  let divided = false;
  let end: number | undefined;
  for (const { index, 0: mark } of text.matchAll(/^(?:<{7}(?!\S)|={7}$|>{7}(?!\S)).*/gm)) {
    if (mark.startsWith('<')) {
      start ??= index;
      divided = false;
    } else if (start !== undefined && mark.startsWith('=')) divided = true;
    else if (start !== undefined && divided) end = index + mark.length;
  }
  if (start === undefined || end === undefined) return undefined;
  const message = 'Not checked: a merge conflict was left here. Resolve it first.';
  return { code: 'mergeConflict', message, span: spanOf(start, end) };
}
