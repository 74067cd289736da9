import type { ScalarNode } from '../tree.ts';
import { isRestEmpty, nextLineFrom, skipSpaces, toContent } from './lines.ts';
import { spanIn, type Reading } from './reading.ts';
import { carriageReturn, greaterThan, hyphen, lineFeed, numberSign, plus, space, tab } from './units.ts';

/** A text of lines below `|` or `>`, and where it ends. */
interface Lines {
  /** Without what indents them all; those between that hold nothing are empty. */
  readonly lines: readonly string[];
  /** Behind the last character that is no line end. */
  readonly end: number;
  /** Line ends behind that. */
  readonly breaks: number;
}

/**
 * A literal or folded scalar from its sign on, and on to the next content. One that says how far it is indented, that
 * is empty, or in which blanks stand where lines are empty is given up. `parentColumn` is that of the map or list it is in.
 */
export function readBlockScalar(reading: Reading, parentColumn: number): ScalarNode | undefined {
  const start = reading.at;
  const { text } = reading;
  const isFolded = text.charCodeAt(start) === greaterThan;
  const sign = text.charCodeAt(start + 1);
  const isSigned = sign === plus || sign === hyphen;
  reading.at += isSigned ? 2 : 1;
  if (!leaveHeader(reading)) return undefined;
  const found = readLines(reading, parentColumn);
  if (found === undefined || !toContent(reading)) return undefined;
  const body = isFolded ? folded(found.lines) : found.lines.join('\n');
  const value = body + (isSigned ? (sign === hyphen ? '' : '\n'.repeat(Math.max(1, found.breaks))) : '\n');
  return { type: 'scalar', span: spanIn(reading, start, found.end), text: value, value, style: 'block' };
}

/** To the beginning of the next line; false where more than a comment stands behind the sign. */
function leaveHeader(reading: Reading): boolean {
  const { text, at } = reading;
  // The sign itself, the line's end, and the text in two.
  reading.lexemes += 5;
  skipSpaces(reading);
  if (!isRestEmpty(reading)) return false;
  if (text.charCodeAt(reading.at) === numberSign && reading.at === at) return false;
  reading.at = nextLineFrom(text, reading.at);
  return true;
}

function readLines(reading: Reading, parentColumn: number): Lines | undefined {
  const { text } = reading;
  const lines: string[] = [];
  let indent = 0;
  let end = 0;
  let breaks = 0;
  let empty = 0;
  let hasBlanks = false;
  let lineStart = reading.at;
  while (lineStart < text.length) {
    let at = lineStart;
    while (text.charCodeAt(at) === space) at++;
    if (at >= text.length) return undefined;
    const unit = text.charCodeAt(at);
    const column = at - lineStart;
    if (unit === lineFeed || unit === carriageReturn) {
      // What is longer than the indentation is text, even if nobody sees it.
      if (column > indent) return undefined;
      if (column > 0) hasBlanks = true;
      empty++;
      breaks++;
    } else {
      if (end === 0) {
        if (column <= parentColumn) return undefined;
        indent = column;
      }
      if (column < indent) break;
      if (unit === tab) return undefined;
      for (; empty > 0; empty--) lines.push('');
      hasBlanks = false;
      end = endOfLine(text, at);
      lines.push(text.slice(lineStart + indent, end));
      breaks = end < text.length ? 1 : 0;
    }
    lineStart = nextLineFrom(text, at);
  }
  reading.at = lineStart;
  return end === 0 || hasBlanks ? undefined : { lines, end, breaks };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end === -1) return text.length;
  return text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
}

/** Lines become one where neither an empty line nor deeper indentation keeps them apart. */
function folded(lines: readonly string[]): string {
  const first = lines.findIndex(line => line !== '');
  const parts: string[] = lines.slice(0, first).map(() => '\n');
  let separator = '';
  let wasDeeper = false;
  for (const line of lines.slice(first)) {
    if (line === '') {
      if (separator === '\n') parts.push('\n');
      else separator = '\n';
    } else if (line.charCodeAt(0) === space) {
      if (separator === ' ') separator = '\n';
      else if (!wasDeeper && separator === '\n') separator = '\n\n';
      parts.push(separator, line);
      separator = '\n';
      wasDeeper = true;
    } else {
      parts.push(separator, line);
      separator = ' ';
      wasDeeper = false;
    }
  }
  return parts.join('');
}
