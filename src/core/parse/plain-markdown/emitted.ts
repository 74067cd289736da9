import { spanOf, type Span } from '../../text/span.ts';
import type { Inline, InlineLink, Segment, TextRange } from '../markdown/inline.ts';
import { isFormattingTag, isLineBreakTag } from '../markdown/tags.ts';
import type { Closing, Piece, Run } from './pieces.ts';
import type { Reading } from './reading.ts';

/** Running text that is being put together, and whether it begins with text, not with something in it. */
export interface Written {
  readonly inline: Inline;
  readonly beginsWithText: boolean;
}

interface Writing {
  readonly source: string;
  readonly segments: Segment[];
  readonly strong: TextRange[];
  readonly links: InlineLink[];
  readonly linkStarts: number[];
  text: string;
  /** Text that is what it says, not yet put down; -1 where there is none. */
  from: number;
  to: number;
  /** Whether text goes on: marks end it, escapes and the ends of lines do not. */
  inText: boolean;
  beginsWithText: boolean | undefined;
}

/** Puts the pieces together to plain text with the place of every character. */
export function written(reading: Reading, pieces: readonly Piece[], span: Span): Written {
  const writing: Writing = {
    source: reading.text,
    segments: [],
    strong: [],
    links: [],
    linkStarts: [],
    text: '',
    from: -1,
    to: -1,
    inText: false,
    beginsWithText: undefined,
  };
  for (const piece of pieces) putPiece(reading, writing, piece);
  flush(writing);
  const { text, segments, strong, links } = writing;
  return { inline: { text, span, segments, strong, links }, beginsWithText: writing.beginsWithText === true };
}

function putPiece(reading: Reading, writing: Writing, piece: Piece): void {
  switch (piece.type) {
    case 'literal':
      putLiteral(writing, piece.start, piece.end);
      return;
    case 'meant':
      flush(writing);
      goOn(writing);
      add(writing, piece.text, piece.start, piece.end);
      return;
    case 'run':
      putRun(writing, piece);
      return;
    case 'line':
      flush(writing);
      add(writing, '\n', writing.inText ? piece.start : piece.at, piece.end);
      goOn(writing);
      return;
    case 'break':
      interrupt(writing);
      add(writing, '\n', piece.start, piece.end);
      return;
    case 'node':
      interrupt(writing);
      add(writing, piece.text, piece.start, piece.end);
      return;
    case 'hidden':
      interrupt(writing);
      return;
    case 'comment': {
      interrupt(writing);
      const { start, end } = piece;
      reading.comments.push({ span: spanOf(start, end), text: reading.text.slice(start, end).slice(4, -3) });
      return;
    }
    case 'opening':
      if (!piece.isLink) putLiteral(writing, piece.start, piece.end);
      else {
        interrupt(writing);
        writing.linkStarts.push(writing.text.length);
      }
      return;
    case 'closing':
      putLink(writing, piece);
  }
}

function add(writing: Writing, meant: string, start: number, end: number): void {
  if (meant === '') return;
  writing.segments.push({ at: writing.text.length, length: meant.length, start, end });
  writing.text += meant;
}

function flush(writing: Writing): void {
  const { from, to } = writing;
  if (from === -1) return;
  writing.from = -1;
  add(writing, writing.source.slice(from, to), from, to);
}

function putLiteral(writing: Writing, start: number, end: number): void {
  if (start >= end) return;
  if (writing.from === -1) writing.from = start;
  writing.to = end;
  goOn(writing);
}

function goOn(writing: Writing): void {
  writing.beginsWithText ??= true;
  writing.inText = true;
}

function interrupt(writing: Writing): void {
  flush(writing);
  writing.beginsWithText ??= false;
  writing.inText = false;
}

function putRun(writing: Writing, { start, end, from, to, opens, closes }: Run): void {
  if (closes !== undefined) {
    interrupt(writing);
    for (const pair of closes) if (pair.isStrong) writing.strong.push({ from: pair.from, to: writing.text.length });
  }
  putLiteral(writing, closes === undefined ? start : from, opens === undefined ? end : to);
  if (opens === undefined) return;
  interrupt(writing);
  for (const pair of opens) pair.from = writing.text.length;
}

function putLink(writing: Writing, { start, end, url }: Closing): void {
  interrupt(writing);
  const at = writing.source.slice(start, end).lastIndexOf(url);
  const target = at === -1 ? spanOf(start, end) : spanOf(start + at, start + at + url.length);
  const from = writing.linkStarts.pop() ?? 0;
  writing.links.push({ from, to: writing.text.length, url, span: spanOf(start, end), target });
}

/** What a tag in running text says: nothing where it only says how text looks. */
export function pieceOfTag(text: string, start: number, end: number): Piece {
  const tag = text.slice(start, end);
  if (isLineBreakTag(tag)) return { type: 'node', start, end, text: '\n' };
  return isFormattingTag(tag) ? { type: 'hidden' } : { type: 'node', start, end, text: tag };
}
