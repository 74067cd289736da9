import { spanOf, type Span } from '../../text/span.ts';

/**
 * A stretch of running text, marks removed: emphasis, code ticks and link targets are gone, escapes and entities undone,
 * every line break is "\n". Each character of `text` knows where in the file it was written.
 */
export interface Inline {
  readonly text: string;
  /** All of it in the file, marks included. */
  readonly span: Span;
  readonly segments: readonly Segment[];
  /** Bold stretches of `text`. */
  readonly strong: readonly TextRange[];
  readonly links: readonly InlineLink[];
}

/** A stretch of `text`, UTF-16 offsets into it, `to` exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export interface InlineLink extends TextRange {
  readonly url: string;
  /** The whole link in the file: `[text](url)`. */
  readonly span: Span;
  /** Where its target is written; the whole link where that is spelled otherwise. */
  readonly target: Span;
}

/** Characters of `text` from `at` on, and where they were written. */
export interface Segment {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/** A part of an inline text that knows its place: what labels, values and cells are made of. */
export interface Slice extends TextRange {
  readonly inline: Inline;
}

export function wholeOf(inline: Inline): Slice {
  return trimmed({ inline, from: 0, to: inline.text.length });
}

/** From `from` to `to`, counted in the slice's own text, blanks around it left out. */
export function partOf(slice: Slice, from: number, to: number = slice.to - slice.from): Slice {
  return trimmed({
    inline: slice.inline,
    from: Math.min(slice.from + from, slice.to),
    to: Math.min(slice.from + to, slice.to),
  });
}

export function trimmed({ inline, from, to }: Slice): Slice {
  let start = from;
  let end = to;
  while (start < end && isBlank(inline.text.charCodeAt(start))) start++;
  while (end > start && isBlank(inline.text.charCodeAt(end - 1))) end--;
  return { inline, from: start, to: end };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 0xa0;
}

/** The text of a slice, with its line breaks. */
export function rawTextOf({ inline, from, to }: Slice): string {
  return from === 0 && to === inline.text.length ? inline.text : inline.text.slice(from, to);
}

/** The text of a slice on one line. */
export function textOf(slice: Slice): string {
  const text = rawTextOf(slice);
  return text.includes('\n') ? text.replace(/[ \t]*\n\s*/g, ' ') : text;
}

export function isEmptySlice({ from, to }: Slice): boolean {
  return to <= from;
}

/** Where in the file a slice was written. */
export function spanOfSlice({ inline, from, to }: Slice): Span {
  const start = startOf(inline, from);
  return spanOf(start, to <= from ? start : Math.max(start, endOf(inline, to)));
}

function startOf(inline: Inline, at: number): number {
  const segment = segmentAt(inline, at);
  if (segment === undefined)
    return at >= inline.text.length ? (inline.segments.at(-1)?.end ?? inline.span.end) : inline.span.start;
  return isExact(segment) ? segment.start + (at - segment.at) : segment.start;
}

function endOf(inline: Inline, to: number): number {
  const segment = segmentAt(inline, to - 1);
  if (segment === undefined) return inline.span.end;
  return isExact(segment) ? segment.start + (to - segment.at) : segment.end;
}

function isExact(segment: Segment): boolean {
  return segment.end - segment.start === segment.length;
}

function segmentAt(inline: Inline, at: number): Segment | undefined {
  let low = 0;
  let high = inline.segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = inline.segments[middle];
    if (segment === undefined) return undefined;
    if (at < segment.at) high = middle - 1;
    else if (at >= segment.at + segment.length) low = middle + 1;
    else return segment;
  }
  return undefined;
}
