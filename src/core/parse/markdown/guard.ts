import { spanOf } from '../../text/span.ts';
import type { SyntaxProblem } from '../tree.ts';

/** Text with everything blanked out that can't be read in bounded time: what is left stands where it stood. */
export interface GuardedText {
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

/** What is read of a Markdown text: UTF-16 units, and lines. The parser takes some 0.2 ms for a line with a mark of its own. */
export const maxMarkdownLength = 400_000;
export const maxMarkdownLines = 8_000;

/** Containers (quotes, list items) that a line may open. */
const maxDepth = 40;
/** Columns of indentation before a list or quote mark. */
const maxIndent = 160;
/** Characters that begin or end inline marks, in one stretch of running text. */
const maxMarks = 3_000;
/** Tags or code ticks times characters, in one stretch: each is looked for up to the end. */
const maxScans = 4_000_000;
/** More places than this help nobody. */
const maxProblems = 20;

/**
 * One cheap look at each line, in linear time, before the parser gets the text: its time grows with the square of
 * unclosed marks, of nesting and of tags (FAULTS: runs of `*]`, `[x](`, `<![CDATA[`, `>`). What is over a limit is
 * blanked out and told once, at its place; the rest is read.
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
  const close = (): void => {
    if (chunk !== undefined && isTooComplex(chunk))
      mask(chunk.start, chunk.end, 'tooLarge', 'Not checked: too many marks in one paragraph.');
    chunk = undefined;
  };

  let fence: string | undefined;
  let lines = 0;
  let limit = text.length;
  for (let start = 0; start < text.length;) {
    if (start >= maxMarkdownLength || ++lines > maxMarkdownLines) {
      close();
      const most = `${maxMarkdownLines} lines or ${maxMarkdownLength} characters`;
      mask(start, text.length, 'tooLarge', `Not checked from here on: the text is too large (more than ${most}).`);
      limit = start;
      break;
    }
    const end = lineEnd(text, start);
    const next = nextLine(text, end);
    const marker = fenceAt(text, start, end);
    if (fence !== undefined) {
      if (marker?.ticks.startsWith(fence) === true && marker.isBare) fence = undefined;
    } else if (marker !== undefined) {
      close();
      fence = marker.ticks;
    } else {
      const look = lookAt(text, start, end);
      if (look.tooDeep) {
        close();
        mask(start, next, 'tooDeep', 'Not checked: nested too deeply.');
      } else if (look.blank) close();
      else {
        if (look.opensItem || chunk?.isTable === true) close();
        chunk = grown(chunk, start, end, look);
      }
    }
    start = next;
  }
  close();
  return { text: masks.length === 0 ? text : blanked(text, masks).slice(0, limit), problems };
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly marks: number;
  readonly tags: number;
  readonly isTable: boolean;
}

function isTooComplex({ start, end, marks, tags }: Chunk): boolean {
  return marks > maxMarks || tags * (end - start) > maxScans;
}

function grown(chunk: Chunk | undefined, start: number, end: number, look: Look): Chunk {
  // Cells are read one by one: from the delimiter row on, each line stands for itself.
  const isTable = look.isDelimiterRow || chunk?.isTable === true;
  if (chunk === undefined) return { start, end, marks: look.marks, tags: look.tags, isTable };
  return { start: chunk.start, end, marks: chunk.marks + look.marks, tags: chunk.tags + look.tags, isTable };
}

interface Look {
  readonly blank: boolean;
  readonly tooDeep: boolean;
  readonly opensItem: boolean;
  readonly isDelimiterRow: boolean;
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
  for (let rest = at; rest < end; rest++) {
    switch (text.charCodeAt(rest)) {
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
      case 124: // |
        break;
      default:
        others++;
    }
  }
  return {
    blank: at >= end && depth === 0,
    tooDeep: depth > maxDepth || (depth > 0 && indentOfMark > maxIndent),
    opensItem,
    isDelimiterRow: others === 0 && dashes > 0,
    marks,
    tags,
  };
}

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
  const line = text.slice(start, Math.min(end, start + 200));
  const found = fenceForm.exec(line);
  const ticks = found?.[1];
  if (found === null || ticks === undefined) return undefined;
  const behind = line.slice(found[0].length);
  // Ticks behind the ticks make it code in a line.
  return ticks.startsWith('`') && behind.includes('`') ? undefined : { ticks, isBare: behind.trim() === '' };
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

function blanked(text: string, masks: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of masks) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
