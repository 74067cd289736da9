import { spanOf } from '../text/span.ts';
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
  if (text.includes('\0'))
    return {
      code: 'binary',
      message: 'Not checked: this is a binary file or UTF-16 text. Save it as UTF-8.',
      span: firstLine(text),
    };
  const replaced = text.indexOf('\ufffd');
  if (replaced !== -1) {
    const message = 'Not checked: a character here is not valid UTF-8. Save the file as UTF-8.';
    return { code: 'encoding', message, span: spanOf(replaced, replaced + 1) };
  }
  return mergeConflict(text);
}

function firstLine(text: string): { readonly start: number; readonly end: number } {
  const end = text.slice(0, 200).search(/[\r\n]/);
  return spanOf(0, end === -1 ? Math.min(text.length, 200) : end);
}

function mergeConflict(text: string): SyntaxProblem | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const opening = /^<<<<<<< /m.exec(text);
  if (!opening) return undefined;
  const rest = text.slice(opening.index);
  if (!/^=======\r?$/m.test(rest)) return undefined;
  const closing = /^>>>>>>> [^\r\n]*/m.exec(rest);
  if (!closing) return undefined;
  const span = spanOf(opening.index, opening.index + closing.index + closing[0].length);
  return { code: 'mergeConflict', message: 'Not checked: a merge conflict was left here. Resolve it first.', span };
}
