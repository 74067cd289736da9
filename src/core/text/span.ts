/** A stretch of a file: UTF-16 offsets into the whole text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanOf(start: number, end: number): Span {
  return { start, end };
}

/** Whether the offset lies in the span, its end included: a caret behind the last character is still "on" it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
