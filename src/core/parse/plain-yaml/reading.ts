import { spanOf, type Span } from '../../text/span.ts';
import type { ScalarNode } from '../tree.ts';

/**
 * Where reading stands in a text. Whatever reads moves `at` forward and answers undefined (or false) where it is not
 * sure: then the whole text is given up, and what this holds no longer counts.
 */
export interface Reading {
  readonly text: string;
  /** Where the text begins in its file: spans are offsets into the file. */
  readonly base: number;
  /** Offset into the text. */
  at: number;
  /** Between lines: the column at which the next content begins, {@link noContent} where the document ends. */
  column: number;
  /** Between lines: whether lines of comments were passed on the way to the content. */
  passedComments: boolean;
  /** No fewer than the pieces the library would have cut the text into so far; see {@link maxLexemes}. */
  lexemes: number;
}

export const noContent = -1;

/** Maps and lists inside one another beyond this are left to the library, which goes deeper and knows where to stop. */
export const maxDepth = 64;

/** The library wants the colon within 1024 characters of the beginning of its key. */
export const maxKeyLength = 1000;

export function startReading(text: string, base: number): Reading {
  return { text, base, at: 0, column: 0, passedComments: false, lexemes: 0 };
}

export function spanIn(reading: Reading, start: number, end: number): Span {
  return spanOf(reading.base + start, reading.base + end);
}

/** What stands where nothing is written. */
export function nothingAt(reading: Reading, at: number): ScalarNode {
  return { type: 'scalar', span: spanIn(reading, at, at), text: '', value: null, style: 'plain' };
}
