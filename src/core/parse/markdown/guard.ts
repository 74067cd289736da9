import { spanOf } from '../../text/span.ts';
import type { SyntaxProblem } from '../tree.ts';

/** Text without what can't be read in bounded time; a line break stands for each stretch that was taken out. */
export interface GuardedText {
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
  /** Where in the whole file an offset into `text` stands. */
  readonly at: (offset: number) => number;
}

/** What is read of a Markdown text: UTF-16 units, and lines. The parser takes some 0.2 ms for a line with a mark of its own. */
export const maxMarkdownLength = 300_000;
export const maxMarkdownLines = 5_000;

/** Containers (quotes, list items) that a line may open. */
const maxDepth = 40;
/** Columns of indentation before a list or quote mark. */
const maxIndent = 160;
/** Characters that begin or end inline marks, in one stretch of running text. */
const maxMarks = 3_000;
/** Lines of one stretch: the parser looks at all of them again for each. */
const maxLines = 1_000;
/** Tags or code ticks times characters, in one stretch: each is looked for up to the end. */
const maxScans = 4_000_000;
/** The sum of the squares of the marks of all stretches: what all of them cost together. */
const maxMarkWork = 100_000_000;
/** Cells of all tables: the parser takes some 0.05 ms for each. */
const maxCells = 20_000;
/** The sum of the depths of all lines, beyond which no line may be deep. */
const maxDepthWork = 40_000;
const deep = 10;
/** More places than this help nobody. */
const maxProblems = 20;

/**
 * One cheap look at each line, in linear time, before the parser gets the text: its time grows with the square of
 * unclosed marks, of nesting and of tags (FAULTS: runs of `*]`, `[x](`, `<![CDATA[`, `>`). What is over a limit is
 * taken out and told once, at its place; the rest is read.
 */
export function guard(text: string, base: number): GuardedText {
  const problems: SyntaxProblem[] = [];
  const masks: { readonly start: number; readonly end: number }[] = [];

  function mask(start: number, end: number, code: 'tooLarge' | 'tooDeep', message: string): void {
    const last = masks.at(-1);
    if (last?.end === start) masks[masks.length - 1] = { start: last.start, end };
    else {
      masks.push({ start, end });
      if (problems.length < maxProblems)
        problems.push({ code, message, span: spanOf(base + start, base + Math.min(end, start + 80)) });
    }
  }

  let chunk: Chunk | undefined;
  let markWork = 0;
  let depthWork = 0;
  const close = (): void => {
    if (chunk === undefined) return;
    markWork += chunk.marks ** 2;
    if (isTooComplex(chunk) || (markWork > maxMarkWork && chunk.marks > 100))
      mask(chunk.start, chunk.end, 'tooLarge', 'Not checked: the paragraph is too long or has too many marks.');
    chunk = undefined;
  };

  let fence: string | undefined;
  /** Cells are read one by one: from the delimiter row on, each line stands for itself. */
  let inTable = false;
  let cellsBefore = 0;
  let cells = 0;
  let lines = 0;
  /** Characters of lines that were not taken out for themselves. */
  let kept = 0;
  for (let start = 0; start < text.length;) {
    if (kept >= maxMarkdownLength || ++lines > maxMarkdownLines) {
      close();
      const most = `${maxMarkdownLines} lines or ${maxMarkdownLength} characters`;
      mask(start, text.length, 'tooLarge', `Not checked from here on: the text is too large (more than ${most}).`);
      break;
    }
    const end = lineEnd(text, start);
    const next = nextLine(text, end);
    const marker = fenceAt(text, start, end);
    kept += next - start;
    if (end - start > maxMarkdownLength) {
      close();
      kept -= next - start;
      mask(start, next, 'tooLarge', `Not checked: the line is too long (more than ${maxMarkdownLength} characters).`);
    } else if (fence !== undefined) {
      if (marker?.ticks.startsWith(fence) === true && marker.isBare) fence = undefined;
    } else if (marker !== undefined) {
      close();
      inTable = false;
      fence = marker.ticks;
    } else {
      const look = lookAt(text, start, end);
      depthWork += look.depth;
      if (look.tooDeep || (depthWork > maxDepthWork && look.depth > deep)) {
        close();
        kept -= next - start;
        mask(start, next, 'tooDeep', 'Not checked: nested too deeply.');
      } else if (look.blank) {
        close();
        inTable = false;
      } else {
        if (look.opensItem || look.isHeading || inTable) close();
        inTable ||= look.isDelimiterRow && chunk !== undefined && look.cells === cellsBefore;
        cellsBefore = look.cells;
        if (inTable) cells += look.cells;
        if (inTable && cells > maxCells) {
          close();
          kept -= next - start;
          mask(start, next, 'tooLarge', `Not checked: the tables are too large (more than ${maxCells} cells in all).`);
          start = next;
          continue;
        }
        chunk = grown(chunk, start, end, look);
        if (look.isHeading) close();
      }
    }
    start = next;
  }
  close();
  return { ...cutOut(text, masks, base), problems };
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
  readonly marks: number;
  readonly tags: number;
}

function isTooComplex({ start, end, lines, marks, tags }: Chunk): boolean {
  return lines > maxLines || marks > maxMarks || tags * (end - start) > maxScans;
}

function grown(chunk: Chunk | undefined, start: number, end: number, look: Look): Chunk {
  if (chunk === undefined) return { start, end, lines: 1, marks: look.marks, tags: look.tags };
  return {
    start: chunk.start,
    end,
    lines: chunk.lines + 1,
    marks: chunk.marks + look.marks,
    tags: chunk.tags + look.tags,
  };
}

interface Look {
  readonly blank: boolean;
  readonly tooDeep: boolean;
  /** Containers, those around it told by its indentation. */
  readonly depth: number;
  readonly opensItem: boolean;
  readonly isHeading: boolean;
  readonly isDelimiterRow: boolean;
  /** Cells that the line has as a row of a table. */
  readonly cells: number;
  readonly marks: number;
  readonly tags: number;
}

function lookAt(text: string, start: number, end: number): Look {
  let at = start;
  let depth = 0;
  let column = 0;
  let indentOfMark = 0;
  let opensItem = false;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 32) column++;
    else if (unit === 9) column += 4;
    else {
      const width = markWidth(text, at, end);
      if (width === 0) break;
      depth++;
      indentOfMark = column;
      opensItem ||= unit !== 62;
      at += width - 1;
      column += width;
    }
    at++;
  }
  let marks = 0;
  let tags = 0;
  let dashes = 0;
  let others = 0;
  let pipes = 0;
  let lastPipe = -1;
  let lastMark = -1;
  const first = at;
  for (let rest = at; rest < end; rest++) {
    const unit = text.charCodeAt(rest);
    // Most characters are letters, and none of them means anything here.
    if (unit > 96 && unit < 123) {
      others++;
      lastMark = rest;
      continue;
    }
    if (unit === 92) {
      // What is escaped begins nothing.
      rest++;
      others++;
      lastMark = rest;
      continue;
    }
    if (unit !== 32 && unit !== 9) lastMark = rest;
    switch (unit) {
      case 42: // *
      case 95: // _
      case 126: // ~
      case 91: // [
      case 93: // ]
      case 33: // !
        marks++;
        others++;
        break;
      case 60: // <
      case 96: // `
        tags++;
        others++;
        break;
      case 45: // -
        dashes++;
        break;
      case 32:
      case 9:
      case 58: // :
        break;
      case 124: // |
        pipes++;
        lastPipe = rest;
        break;
      default:
        others++;
    }
  }
  return {
    blank: at >= end && depth === 0,
    depth: depth === 0 ? 0 : depth + indentOfMark / 2,
    tooDeep: depth > maxDepth || (depth > 0 && indentOfMark > maxIndent),
    opensItem,
    isHeading: text.charCodeAt(first) === 35 && headingForm.test(text.slice(first, Math.min(end, first + 8))),
    isDelimiterRow: others === 0 && dashes > 0 && pipes > 0,
    cells: pipes + 1 - (text.charCodeAt(first) === 124 ? 1 : 0) - (pipes > 1 && lastPipe === lastMark ? 1 : 0),
    marks,
    tags,
  };
}

const headingForm = /^#{1,6}(?:[ \t]|$)/;

/** The width of a quote mark, a bullet or a number that opens a container; 0 where none stands. */
function markWidth(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 62) return 1;
  const isBullet = unit === 45 || unit === 42 || unit === 43;
  if (isBullet) return isBlankAt(text, at + 1, end) ? 1 : 0;
  let digits = 0;
  while (digits < 10 && isDigit(text.charCodeAt(at + digits))) digits++;
  const stop = text.charCodeAt(at + digits);
  return digits > 0 && digits < 10 && (stop === 46 || stop === 41) && isBlankAt(text, at + digits + 1, end)
    ? digits + 1
    : 0;
}

function isBlankAt(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const unit = text.charCodeAt(at);
  return unit === 32 || unit === 9;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

const fenceForm = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;

/** The ticks of a line that opens or closes a fence; only a bare line closes one. */
function fenceAt(
  text: string,
  start: number,
  end: number,
): { readonly ticks: string; readonly isBare: boolean } | undefined {
  if (!mayOpenFence(text, start, end)) return undefined;
  const line = text.slice(start, Math.min(end, start + 200));
  const found = fenceForm.exec(line);
  const ticks = found?.[1];
  if (found === null || ticks === undefined) return undefined;
  const behind = line.slice(found[0].length);
  // Ticks behind the ticks make it code in a line.
  return ticks.startsWith('`') && behind.includes('`') ? undefined : { ticks, isBare: behind.trim() === '' };
}

/** Whether what stands behind blanks and marks is a tick or a tilde: for most lines one look at their first character. */
function mayOpenFence(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 96 || unit === 126) return true;
    const isMark = unit === 62 || unit === 45 || unit === 42 || unit === 43 || unit === 46 || unit === 41;
    if (unit !== 32 && unit !== 9 && !isMark && !isDigit(unit)) return false;
  }
  return false;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : Math.min(end + 1, text.length);
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

function cutOut(
  text: string,
  cuts: readonly Cut[],
  base: number,
): { readonly text: string; readonly at: (offset: number) => number } {
  if (cuts.length === 0) return { text, at: offset => base + offset };
  const parts: string[] = [];
  /** Where a part begins in the text that is left, and how much was taken out before. */
  const starts: number[] = [0];
  const shifts: number[] = [0];
  let from = 0;
  let length = 0;
  for (const { start, end } of cuts) {
    parts.push(text.slice(from, start), '\n');
    length += start - from + 1;
    from = end;
    starts.push(length);
    shifts.push(end - length);
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), at: offset => base + offset + (shifts[partAt(starts, offset)] ?? 0) };
}

function partAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
