import { rangeOf, type LineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Paint } from './palette.ts';
import { cellsOf, cutTo, visible } from './visible.ts';

/** A line of a file, and under it a mark from where to where. */
export interface Excerpt {
  readonly line: string;
  readonly mark: string;
}

/** Text before the mark that is shown of a long line, in UTF-16 units. */
const leadShown = 40;

/**
 * The line in which a span begins, as a terminal may show it in so many cells, and the mark under the span as far as it stands in that line.
 * Undefined where there is nothing to see: the text ended before, or the line is blank.
 */
export function excerptOf(
  text: string,
  lines: LineStarts,
  span: Span,
  cells: number,
  paint: Paint,
): Excerpt | undefined {
  const { start, end } = rangeOf(lines, span);
  const lineStart = lines[start.line];
  if (lineStart === undefined || lineStart >= text.length) return undefined;
  const whole = text
    .slice(lineStart, lines[start.line + 1] ?? text.length)
    .replace(/^\ufeff/, bom => ' '.repeat(bom.length));
  const line = whole.replace(/[\r\n]+$/, '');
  if (line.trim() === '') return undefined;
  const indentation = line.length - line.trimStart().length;
  const from = start.character > cells - 20 ? start.character - leadShown : Math.min(indentation, start.character);
  const to = end.line > start.line ? line.length : Math.min(end.character, line.length);
  const lead = (from > indentation ? '…' : '') + visible(line.slice(from, start.character));
  const marked = cutTo(Math.max(1, cells - cellsOf(lead)), visible(line.slice(start.character, to)));
  const rest = cutTo(Math.max(1, cells - cellsOf(lead) - cellsOf(marked)), visible(line.slice(to)));
  return {
    line: lead + marked + rest,
    mark: ' '.repeat(cellsOf(lead)) + paint('^'.repeat(Math.max(1, cellsOf(marked)))),
  };
}
