import { spanOf, type Span } from '../../text/span.ts';
import type { Inline } from '../markdown/inline.ts';
import { written } from './emitted.ts';
import { scan } from './scan.ts';
import type { Reading } from './reading.ts';
import { isMark, trimSpaces } from './units.ts';

/** Where lines of running text begin and end, one after the other; blanks may stand before each end. */
export type Lines = readonly number[];

/**
 * What the running text is the text of: in a cell pipes are escaped, and the text of a task begins behind its box and
 * one blank.
 */
export type Place = 'flow' | 'cell' | 'task';

/** The running text of a block. */
export function readInline(reading: Reading, lines: Lines, span: Span, place: Place): Inline {
  const { text } = reading;
  const start = lines[0];
  const lineEnd = lines[1];
  if (start === undefined || lineEnd === undefined) return { text: '', span, segments: [], strong: [], links: [] };
  if (lines.length === 2) {
    const end = trimSpaces(text, start, lineEnd);
    if (isUnmarked(text, start, end)) {
      const plain = text.slice(start, end);
      const segments = [{ at: 0, length: end - start, start, end }];
      return { text: plain, span: place === 'task' ? spanOf(start, span.end) : span, segments, strong: [], links: [] };
    }
  }
  const { inline, beginsWithText } = written(reading, scan(reading, lines, place === 'cell'), span);
  return place === 'task' && beginsWithText ? { ...inline, span: spanOf(start, span.end) } : inline;
}

function isUnmarked(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isMark(text.charCodeAt(at))) return false;
  return true;
}
