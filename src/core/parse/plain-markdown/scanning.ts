import type { Lines } from './inline.ts';
import type { Opening, Piece, Run } from './pieces.ts';
import type { Reading } from './reading.ts';
import * as units from './units.ts';

/** Running text that is being cut. */
export interface Scanning {
  readonly reading: Reading;
  readonly text: string;
  readonly lines: Lines;
  readonly inCell: boolean;
  readonly pieces: Piece[];
  /** Those that no link holds. */
  readonly runs: Run[];
  readonly brackets: Bracket[];
  /** Lengths of code ticks that nothing closes. */
  unclosed: Set<number> | undefined;
  /** Lengths of tildes that others may close, as bits. */
  openTildes: number;
  /** Index into `lines` where the current line begins. */
  line: number;
  /** Where the current line begins, and ends without the blanks at its end. */
  start: number;
  end: number;
  /** Whether a backslash stood at its end. */
  isBroken: boolean;
  at: number;
  /** Where the text begins that was passed and not yet put down. */
  literal: number;
}

interface Bracket {
  readonly opening: Opening;
  readonly isImage: boolean;
  /** Links hold no links. */
  isActive: boolean;
  /** How many runs and pieces there were when it was met. */
  readonly runs: number;
  readonly pieces: number;
}

export function startScanning(reading: Reading, lines: Lines, inCell: boolean): Scanning {
  const scanning: Scanning = {
    reading,
    text: reading.text,
    lines,
    inCell,
    pieces: [],
    runs: [],
    brackets: [],
    unclosed: undefined,
    openTildes: 0,
    line: 0,
    start: 0,
    end: 0,
    isBroken: false,
    at: 0,
    literal: 0,
  };
  enterLine(scanning, 0);
  return scanning;
}

export function enterLine(scanning: Scanning, line: number): void {
  const start = scanning.lines[line] ?? 0;
  scanning.line = line;
  scanning.start = start;
  scanning.end = units.trimSpaces(scanning.text, start, scanning.lines[line + 1] ?? start);
  scanning.isBroken = false;
  scanning.at = start;
  scanning.literal = start;
}

/** Puts down the text that was passed, and the piece behind it, which goes up to `end`. */
export function put(scanning: Scanning, piece: Piece | undefined, end: number): void {
  const { literal, at, pieces } = scanning;
  if (literal < at) pieces.push({ type: 'literal', start: literal, end: at });
  if (piece !== undefined) pieces.push(piece);
  scanning.at = end;
  scanning.literal = end;
}

/** Where the next line begins behind a line's end. */
export function lineBehind(text: string, end: number): number {
  return text.charCodeAt(end) === units.carriageReturn ? end + 2 : end + 1;
}
