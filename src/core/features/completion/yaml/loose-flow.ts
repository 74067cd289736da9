import { spanOf } from '../../../text/span.ts';
import type { LooseEntry, LooseList, LooseMap, LooseNode, LooseScalar, Place, Target } from './loose-tree.ts';

/** A reader's place in the text, and what it has found at the caret. */
export interface LooseReading {
  readonly text: string;
  /** The end of what is read. */
  readonly end: number;
  readonly caret: number;
  target: Target | undefined;
  /** Whether something would stand right behind a colon or a dash there, where a blank is wanted. */
  needsBlank: boolean;
  /** The caret is in a comment or a text of several lines, where nothing is completed. */
  isSilent: boolean;
}

/** Deeper nesting is not looked into. */
const maxDepth = 50;

export function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}

export function isLineEnd(unit: string | undefined): boolean {
  return unit === undefined || unit === '' || unit === '\n' || unit === '\r';
}

/** The end of the line, its line break left out. */
export function lineEndAt(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isLineEnd(text[at])) at++;
  return at;
}

export function nextLineAt(text: string, lineEnd: number, end: number): number {
  if (lineEnd >= end) return end + 1;
  return text[lineEnd] === '\r' && text[lineEnd + 1] === '\n' ? lineEnd + 2 : lineEnd + 1;
}

/** Takes what stands at the caret, once. */
export function take(reading: LooseReading, target: Target): void {
  if (!reading.isSilent) reading.target ??= target;
}

export function isAtCaret({ caret }: LooseReading, start: number, end: number): boolean {
  return start <= caret && caret <= end;
}

/**
 * Reads `{ … }` or `[ … ]`, over several lines as long as they are further in than `base`: what is never closed ends
 * where the next field begins.
 */
export function readFlow(
  reading: LooseReading,
  start: number,
  base: number,
  place: Place | undefined,
  depth = 0,
): { readonly node: LooseNode; readonly end: number } {
  const isMap = reading.text[start] === '{';
  const node: LooseMap | LooseList = isMap
    ? { type: 'map', flow: true, column: base, entries: [] }
    : { type: 'list', flow: true, column: base, items: [] };
  if (place) node.in = place;
  let at = start + 1;
  // Behind a bracket or a comma something may begin; behind a value a comma comes first.
  let isOpen = true;
  for (;;) {
    const from = at;
    at = skip(reading, at, base);
    const unit = at < reading.end ? reading.text[at] : undefined;
    const isOver = unit === undefined || isLineEnd(unit) || unit === '}' || unit === ']';
    if (isOpen && isHole(reading, from, at, isOver || unit === ',')) {
      reading.needsBlank = reading.text[reading.caret - 1] === ',';
      const hole = holeAt(reading.caret);
      if (node.type === 'map') {
        const entry: LooseEntry = { key: '', keySpan: hole.span, colon: undefined, value: undefined };
        node.entries.push(entry);
        take(reading, { type: 'key', map: node, entry });
      } else addItem(reading, node, hole);
    }
    if (isOver) return { node, end: unit === '}' || unit === ']' ? at + 1 : at };
    isOpen = unit === ',';
    if (isOpen) at++;
    else if (node.type === 'map') at = readEntry(reading, node, at, base, depth);
    else {
      const read = readValue(reading, at, base, { type: 'item', list: node }, depth);
      node.items.push(read.node);
      at = read.end;
    }
    if (at === from) at++;
  }
}

function readEntry(reading: LooseReading, map: LooseMap, start: number, base: number, depth: number): number {
  const { text, end } = reading;
  const key = text[start] === '{' || text[start] === '[' ? undefined : readScalar(reading, start, base, true);
  if (key === undefined) return readFlow(reading, start, base, undefined, depth + 1).end;
  let at = key.end;
  while (isBlank(text[at]) && at < end) at++;
  const hasColon = text[at] === ':' && at < end;
  const entry: LooseEntry = {
    key: key.scalar.text,
    keySpan: key.scalar.span,
    colon: hasColon ? at + 1 : undefined,
    value: undefined,
  };
  map.entries.push(entry);
  if (isAtCaret(reading, start, key.end)) take(reading, { type: 'key', map, entry });
  if (!hasColon) return at;
  const colon = at + 1;
  const place: Place = { type: 'entry', map, entry };
  at = skip(reading, colon, base);
  const unit = at < end ? text[at] : undefined;
  const isOver = unit === undefined || isLineEnd(unit) || unit === ',' || unit === '}' || unit === ']';
  if (isHole(reading, colon, at, isOver)) {
    reading.needsBlank = reading.caret === colon;
    const hole = holeAt(reading.caret);
    hole.in = place;
    entry.value = hole;
    take(reading, { type: 'scalar', scalar: hole });
  }
  if (isOver) return at;
  const read = readValue(reading, at, base, place, depth);
  entry.value = read.node;
  return read.end;
}

function readValue(
  reading: LooseReading,
  start: number,
  base: number,
  place: Place,
  depth: number,
): { readonly node: LooseNode; readonly end: number } {
  const unit = reading.text[start];
  if ((unit === '{' || unit === '[') && depth < maxDepth) return readFlow(reading, start, base, place, depth + 1);
  const { scalar, end } = readScalar(reading, start, base, true);
  scalar.in = place;
  if (isAtCaret(reading, scalar.span.start, scalar.span.end)) take(reading, { type: 'scalar', scalar });
  return { node: scalar, end };
}

function addItem(reading: LooseReading, list: LooseList, hole: LooseScalar): void {
  hole.in = { type: 'item', list };
  list.items.push(hole);
  take(reading, { type: 'scalar', scalar: hole });
}

/** Whether the caret is in a gap in which nothing stands. Before a word there is none: a comma would be missing. */
function isHole({ caret }: LooseReading, from: number, to: number, isEmptyBehind: boolean): boolean {
  return isEmptyBehind && from <= caret && caret <= to;
}

function holeAt(caret: number): LooseScalar {
  return { type: 'scalar', text: '', span: spanOf(caret, caret), style: 'plain', closed: true };
}

/** Past blanks, line breaks and comments; stays before a line that is not further in than the base, unless that closes. */
function skip(reading: LooseReading, from: number, base: number): number {
  const { text, end, caret } = reading;
  let at = from;
  for (;;) {
    while (at < end && isBlank(text[at])) at++;
    if (at >= end) return end;
    if (text[at] === '#' && (at === from || isBlank(text[at - 1]) || isLineEnd(text[at - 1]))) {
      const stop = lineEndAt(text, at, end);
      if (caret > at && caret <= stop) reading.isSilent = true;
      at = stop;
    }
    if (at >= end || !isLineEnd(text[at])) return at;
    const next = afterLine(text, at, end, base);
    if (next === undefined) return at;
    at = next;
  }
}

/** The start of the next line that goes on with what is open; undefined where the open thing is over. */
function afterLine(text: string, lineEnd: number, end: number, base: number): number | undefined {
  let at = nextLineAt(text, lineEnd, end);
  for (; at <= end; at = nextLineAt(text, lineEndAt(text, at, end), end)) {
    let column = 0;
    while (at + column < end && isBlank(text[at + column])) column++;
    const unit = at + column < end ? text[at + column] : undefined;
    if (unit === undefined) return undefined;
    if (isLineEnd(unit)) continue;
    return column > base || unit === '}' || unit === ']' ? at : undefined;
  }
  return undefined;
}

/** A quoted or plain scalar; in flow style a plain one ends at the marks of that style. */
export function readScalar(
  reading: LooseReading,
  start: number,
  base: number,
  inFlow: boolean,
): { readonly scalar: LooseScalar; readonly end: number } {
  const { text, end, caret } = reading;
  const quote = text[start];
  if (quote === '"' || quote === "'") return readQuoted(reading, start, base);
  let at = start;
  for (; at < end && !isLineEnd(text[at]); at++) {
    const unit = text[at] ?? '';
    if (unit === '#' && isBlank(text[at - 1])) break;
    if (!inFlow) continue;
    if (unit === ',' || unit === '}' || unit === ']') break;
    if (unit === ':' && /[\s,{}[\]]|^$/.test(at + 1 < end ? (text[at + 1] ?? '') : '')) break;
  }
  let stop = at;
  while (stop > start && isBlank(text[stop - 1])) stop--;
  // Behind a blank the caret still is at what it stands behind.
  if (!inFlow && stop < caret && caret <= at && text[at] !== '#') stop = caret;
  const scalar: LooseScalar = {
    type: 'scalar',
    text: text.slice(start, stop),
    span: spanOf(start, stop),
    style: 'plain',
    closed: true,
  };
  return { scalar, end: Math.max(at, start) };
}

function readQuoted(
  { text, end }: LooseReading,
  start: number,
  base: number,
): { readonly scalar: LooseScalar; readonly end: number } {
  const quote = text[start] ?? '"';
  const style = quote === '"' ? 'double' : 'single';
  let at = start + 1;
  let lines = 1;
  for (; at < end; at++) {
    const unit = text[at];
    if (isLineEnd(unit)) {
      const next = afterLine(text, at, end, base);
      if (next === undefined) break;
      lines++;
      at = next - 1;
    } else if (unit === '\\' && style === 'double') at++;
    else if (unit === quote) {
      if (style === 'double' || text[at + 1] !== "'") break;
      at++;
    }
  }
  const stop = Math.min(at, end);
  const closed = stop < end && text[stop] === quote;
  const raw = text.slice(start + 1, stop);
  const scalar: LooseScalar = {
    type: 'scalar',
    text: style === 'single' ? raw.replaceAll("''", "'") : raw.replace(/\\(["\\/])/g, '$1'),
    span: spanOf(start + 1, stop),
    style,
    closed,
    ...(lines > 1 && { isContinued: true as const }),
  };
  return { scalar, end: closed ? stop + 1 : stop };
}
