import { lineAt, type LineStarts } from '../../../text/lines.ts';
import { spanOf, type Span } from '../../../text/span.ts';

/** The body of a Markdown file as lines, as far as completion looks at them: cheap, and the same in broken text. */
export interface BodyLines {
  readonly lines: readonly BodyLine[];
  /** Index of the caret's line. */
  readonly at: number;
}

export interface BodyLine {
  readonly span: Span;
  readonly text: string;
  /** In a fence or a comment nothing is read. */
  readonly isSilent: boolean;
  /** Number of `#` before a heading's text; 0 for any other line. */
  readonly depth: number;
  /** A heading's text. */
  readonly title: string;
}

/** Cuts the body into lines; undefined where the caret is not in it. */
export function bodyLines(text: string, starts: LineStarts, body: Span, caret: number): BodyLines | undefined {
  const first = lineAt(starts, body.start);
  const lines: BodyLine[] = [];
  let fence: string | undefined;
  let isComment = false;
  for (let line = first; line < starts.length; line++) {
    const start = Math.max(starts[line] ?? 0, body.start);
    const written = text.slice(start, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(written)?.[1];
    const opens: boolean = !isComment && fence === undefined && mark !== undefined;
    const closes = fence !== undefined && mark?.startsWith(fence) === true;
    const begins: boolean = fence === undefined && !opens && written.lastIndexOf('<!--') > written.lastIndexOf('-->');
    const isSilent = fence !== undefined || opens || isComment || written.includes('<!--');
    if (opens) fence = mark;
    else if (closes) fence = undefined;
    if (isComment) isComment = !written.includes('-->') || written.lastIndexOf('<!--') > written.lastIndexOf('-->');
    else isComment = begins;
    const heading = isSilent ? null : /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(written);
    lines.push({
      span: spanOf(start, start + written.length),
      text: written,
      isSilent,
      depth: heading?.[1]?.length ?? 0,
      title: (heading?.[2] ?? '').replace(/\s+#+\s*$/, '').trim(),
    });
  }
  const at = lineAt(starts, caret) - first;
  return at < 0 || at >= lines.length ? undefined : { lines, at };
}

/** A row of a table that the caret is in. */
export interface TableCell {
  /** The header's cells. */
  readonly header: readonly string[];
  /** The cells of the caret's row. */
  readonly row: readonly string[];
  readonly column: number;
  /** What stands in the cell, blanks at its ends left out; at the caret where it is empty. */
  readonly span: Span;
  /** Whether a blank is missing before what is put in. */
  readonly needsBlank: boolean;
}

const delimiter = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Longest table that is looked up for its header. */
const maxRows = 500;

export function cellAt({ lines, at }: BodyLines, caret: number): TableCell | undefined {
  const line = lines[at];
  if (line === undefined || line.isSilent || !line.text.includes('|')) return undefined;
  let top = at;
  while (at - top < maxRows && lines[top - 1]?.text.includes('|') === true && lines[top - 1]?.isSilent === false) top--;
  const header = lines[top];
  if (header === undefined || at < top + 2 || !delimiter.test(lines[top + 1]?.text ?? '')) return undefined;
  const cells = cellsOf(line);
  const column = cells.findIndex(({ start, end }) => start <= caret && caret <= end);
  const cell = cells[column];
  if (cell === undefined) return undefined;
  const raw = line.text.slice(cell.start - line.span.start, cell.end - line.span.start);
  const lead = /^\s*/.exec(raw)?.[0].length ?? 0;
  const text = raw.trim();
  const start = text === '' ? caret : Math.min(cell.start + lead, caret);
  const end = text === '' ? caret : Math.max(cell.start + lead + text.length, caret);
  return {
    header: withoutLast(cellsOf(header).map(each => textIn(header, each))),
    row: cells.map(each => textIn(line, each)),
    column,
    span: spanOf(start, end),
    needsBlank: start === cell.start,
  };
}

/** Behind the last bar of a header no column begins; behind that of a row a cell may be about to. */
function withoutLast(cells: readonly string[]): readonly string[] {
  return cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

function textIn(line: BodyLine, cell: Span): string {
  return plain(line.text.slice(cell.start - line.span.start, cell.end - line.span.start));
}

/** The cells of a row: between its bars, those that are escaped left in. */
function cellsOf({ text, span }: BodyLine): readonly Span[] {
  const bars: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '|') bars.push(index);
  }
  const isOpen = text.trimStart().startsWith('|');
  const starts = isOpen ? bars.map(bar => bar + 1) : [0, ...bars.map(bar => bar + 1)];
  const ends = isOpen ? [...bars.slice(1), text.length] : [...bars, text.length];
  return starts.map((start, index) => spanOf(span.start + start, span.start + (ends[index] ?? text.length)));
}

/** `**Owner:** Maria`, in a line of its own or in a list. */
export interface LabelLine {
  readonly label: string;
  readonly value: string;
  /** Blanks at its ends left out; behind the label where it is empty. */
  readonly span: Span;
  readonly needsBlank: boolean;
}

const labelForm =
  /^(\s*(?:[-*+]\s+)?)(?:\*\*([^*|]{1,60}?):?\*\*:?|__([^_|]{1,60}?):?__:?|([\p{L}][\p{L}\p{N} /-]{0,40}):(?=\s|$))/u;

/** The label that begins a line, and the place of its value. */
export function labelIn(line: BodyLine): LabelLine | undefined {
  if (line.isSilent || line.depth > 0) return undefined;
  const found = labelForm.exec(line.text.slice(0, 200));
  const label = found?.[2] ?? found?.[3] ?? found?.[4];
  if (found === null || label === undefined) return undefined;
  const rest = line.text.slice(found[0].length);
  const lead = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const value = rest.trim();
  const start = line.span.start + found[0].length + (value === '' ? Math.min(lead, 1) : lead);
  return { label, value, span: spanOf(start, start + value.length), needsBlank: lead === 0 };
}

/** Without emphasis, code and link marks. */
export function plain(text: string): string {
  return text
    .replace(/[*_`]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}
