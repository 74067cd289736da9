import type { Span } from './span.ts';

/** A place as the language server protocol counts it: zero-based line, zero-based UTF-16 unit in the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Start offsets of the lines of a text. Lines end at LF, CRLF or a lone CR, as in VS Code; NEL, LS and PS end none. */
export type LineStarts = readonly number[];

export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Zero-based line that holds the offset. */
export function lineAt(lines: LineStarts, offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionAt(lines: LineStarts, offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: offset - (lines[line] ?? 0) };
}

export function rangeOf(lines: LineStarts, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/**
 * Offset of a position in the text that has these lines. What lies outside falls to its nearest end: behind a line's
 * last character is the line's end, before its line break, as the language server protocol has it.
 */
export function offsetAt(text: string, lines: LineStarts, position: Position): number {
  if (position.line < 0) return 0;
  const start = lines[position.line];
  if (start === undefined) return text.length;
  let end = lines[position.line + 1] ?? text.length;
  while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
  return Math.min(start + Math.max(0, position.character), end);
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
