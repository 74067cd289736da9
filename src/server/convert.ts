import { lineAt, rangeOf, type LineStarts, type Position, type Range } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';

/** The one place where offsets become lines and characters. What lies behind the text is cut to its end by the editor. */
export function rangeIn(lines: LineStarts, span: Span): Range {
  return rangeOf(lines, span);
}

/** Offset of a position; behind the end of a line is the end of that line, before its line break. */
export function offsetIn(text: string, lines: LineStarts, { line, character }: Position): number {
  const start = line < 0 ? 0 : lines[line];
  if (start === undefined) return text.length;
  const wanted = start + Math.max(0, line < 0 ? 0 : character);
  return Math.min(wanted, endOfLine(text, lines, start));
}

function endOfLine(text: string, lines: LineStarts, start: number): number {
  let end = lines[lineAt(lines, start) + 1];
  if (end === undefined) return text.length;
  if (text[end - 1] === '\n') end--;
  if (text[end - 1] === '\r' && end > start) end--;
  return end;
}
