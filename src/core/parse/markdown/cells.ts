import { spanOf, type Span } from '../../text/span.ts';

/** A cell without its pipes and the blanks beside them. */
export function spanOfCell(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  if (text.charAt(start) === '|') start++;
  if (end > start && text.charAt(end - 1) === '|' && text.charAt(end - 2) !== '\\') end--;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return spanOf(start, end);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}
