import { spanOf, type Span } from '../../../text/span.ts';
import {
  isAtCaret,
  isBlank,
  lineEndAt,
  nextLineAt,
  readFlow,
  readScalar,
  take,
  type LooseReading,
} from './loose-flow.ts';
import type { LooseEntry, LooseList, LooseMap, LooseNode, LooseScalar, Place, Target } from './loose-tree.ts';

export interface LooseDocument {
  readonly root: LooseNode | undefined;
  /** What the caret is on; undefined where nothing can be completed. */
  readonly target: Target | undefined;
  readonly needsBlank: boolean;
}

/** Where something stands that has no place: too far in, or not far enough. */
interface Frame {
  readonly node: LooseMap | LooseList;
  readonly column: number;
}

interface State extends LooseReading {
  readonly frames: Frame[];
  root: LooseNode | undefined;
}

/** Reads one YAML document, or the front matter of a Markdown file, in one pass over its lines. Never throws. */
export function readLoosely(text: string, span: Span, caret: number): LooseDocument {
  const state: State = {
    text,
    end: span.end,
    caret,
    target: undefined,
    needsBlank: false,
    isSilent: false,
    frames: [],
    root: undefined,
  };
  let at = span.start;
  if (text.charCodeAt(at) === 0xfeff) at++;
  while (at <= state.end) at = readLine(state, at);
  const { root, target, needsBlank } = state;
  return { root, target, needsBlank };
}

/** Reads the line, and whatever further lines belong to what begins on it; returns the start of the line after. */
function readLine(state: State, start: number): number {
  const { text, end, caret } = state;
  const lineEnd = lineEndAt(text, start, end);
  const next = nextLineAt(text, lineEnd, end);
  let at = start;
  while (at < lineEnd && isBlank(text[at])) at++;
  if (at === lineEnd) {
    if (isAtCaret(state, start, lineEnd)) placeWord(state, caret - start, emptyAt(caret), false);
    return next;
  }
  let isItem = false;
  while (text[at] === '-' && at < lineEnd && (at + 1 === lineEnd || isBlank(text[at + 1]))) {
    placeList(state, at - start);
    isItem = true;
    const dash = at++;
    while (at < lineEnd && isBlank(text[at])) at++;
    if (at < lineEnd) continue;
    if (caret > dash && caret <= lineEnd) {
      state.needsBlank = caret === dash + 1;
      placeWord(state, caret - start + (state.needsBlank ? 1 : 0), emptyAt(caret), true);
    }
    return next;
  }
  if (text[at] === '#') return next;
  const base = state.frames.at(-1)?.column ?? -1;
  const key = keyAt(state, at, lineEnd);
  if (key === undefined)
    return readLoneValue(state, start, at, lineEnd, isItem ? base : Math.min(base, at - start - 1));
  return readField(state, key, at - start, lineEnd);
}

interface Key {
  readonly text: string;
  readonly span: Span;
  readonly colon: number;
}

/** `key:` at the beginning of what is left of a line. While it is typed the blank behind the colon may still be missing. */
function keyAt({ text, caret }: State, at: number, lineEnd: number): Key | undefined {
  const first = text[at] ?? '';
  if (first === '"' || first === "'") {
    const close = text.indexOf(first, at + 1);
    if (close === -1 || close >= lineEnd) return undefined;
    let colon = close + 1;
    while (isBlank(text[colon])) colon++;
    if (text[colon] !== ':' || !(colon + 1 >= lineEnd || isBlank(text[colon + 1]))) return undefined;
    return { text: text.slice(at + 1, close), span: spanOf(at, close + 1), colon: colon + 1 };
  }
  if (/[{}[\],#&*!|>%@`?]/.test(first)) return undefined;
  for (let colon = at; colon < lineEnd; colon++) {
    if (text[colon] === '#' && isBlank(text[colon - 1])) return undefined;
    if (text[colon] !== ':') continue;
    const isKey = colon + 1 >= lineEnd || isBlank(text[colon + 1]);
    const isTyped = at < caret && colon < caret && caret <= lineEnd && /^[A-Za-z][\w-]*$/.test(text.slice(at, colon));
    if (!isKey && !isTyped) continue;
    let stop = colon;
    while (stop > at && isBlank(text[stop - 1])) stop--;
    return { text: text.slice(at, stop), span: spanOf(at, stop), colon: colon + 1 };
  }
  return undefined;
}

function readField(state: State, key: Key, column: number, lineEnd: number): number {
  const { text, caret, end } = state;
  const map = mapAt(state, column);
  const entry: LooseEntry = { key: key.text, keySpan: key.span, colon: key.colon, value: undefined };
  map.entries.push(entry);
  if (isAtCaret(state, key.span.start, key.span.end)) take(state, { type: 'key', map, entry });
  const place: Place = { type: 'entry', map, entry };
  const next = nextLineAt(text, lineEnd, end);
  let at = key.colon;
  while (at < lineEnd && isBlank(text[at])) at++;
  while (text[at] === '&' || text[at] === '!') {
    while (at < lineEnd && !isBlank(text[at])) at++;
    while (at < lineEnd && isBlank(text[at])) at++;
  }
  const isEmpty = at === lineEnd || (text[at] === '#' && (isBlank(text[at - 1]) || at === key.colon));
  if (isEmpty) {
    if (caret >= key.colon && caret <= at) {
      state.needsBlank = caret === key.colon;
      const hole: LooseScalar = { ...emptyAt(caret), in: place };
      entry.value = hole;
      take(state, { type: 'scalar', scalar: hole });
    }
    return next;
  }
  if (isBlockHead(text, at, lineEnd)) return skipBlock(state, column, entry, lineEnd);
  const read = readInLine(state, at, lineEnd, column, place);
  entry.value = read.node;
  if (state.target?.type === 'scalar' && state.target.scalar === read.node && read.node.span.start === key.colon)
    state.needsBlank = true;
  return read.next;
}

/** A scalar, a flow collection or a half-typed key that has a line or a list item of its own. */
function readLoneValue(state: State, start: number, at: number, lineEnd: number, base: number): number {
  const { text } = state;
  const column = at - start;
  const isItem = text.slice(start, at).includes('-');
  if (isBlockHead(text, at, lineEnd)) return skipBlock(state, base, undefined, lineEnd);
  const first = text[at];
  if (first === '{' || first === '[' || first === '"' || first === "'") {
    const slot = slotFor(state, column);
    const read = readInLine(state, at, lineEnd, base, slot?.place);
    if (slot?.isFree) fill(state, slot.place, read.node);
    return read.next;
  }
  const { scalar } = readScalar({ ...state, end: lineEnd }, at, base, false);
  placeWord(state, column, scalar, isItem);
  return nextLineAt(text, lineEnd, state.end);
}

function readInLine(
  state: State,
  at: number,
  lineEnd: number,
  base: number,
  place: Place | undefined,
): { readonly node: LooseNode; readonly next: number } {
  const { text, end } = state;
  const first = text[at];
  let node: LooseNode;
  let stop: number;
  if (first === '{' || first === '[') ({ node, end: stop } = readFlow(state, at, base, place));
  else {
    const isQuoted = first === '"' || first === "'";
    const read = readScalar(isQuoted ? state : { ...state, end: lineEnd }, at, base, false);
    node = read.scalar;
    stop = read.end;
    if (place) node.in = place;
    if (node.isContinued !== true && isAtCaret(state, node.span.start, node.span.end))
      take(state, { type: 'scalar', scalar: node });
  }
  return { node, next: nextLineAt(text, lineEndAt(text, Math.min(stop, end), end), end) };
}

function isBlockHead(text: string, at: number, lineEnd: number): boolean {
  return /^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/.test(text.slice(at, Math.min(lineEnd, at + 200)));
}

/** Past the lines of a block scalar: all that are further in than the field it belongs to. */
function skipBlock(state: State, column: number, entry: LooseEntry | undefined, lineEnd: number): number {
  const { text, end } = state;
  let at = nextLineAt(text, lineEnd, end);
  let last = lineEnd;
  const body: string[] = [];
  while (at <= end) {
    const stop = lineEndAt(text, at, end);
    let indent = 0;
    while (at + indent < stop && isBlank(text[at + indent])) indent++;
    if (at + indent < stop && indent <= column) break;
    // A caret on an empty line that is not further in has left the block.
    if (at + indent === stop && isAtCaret(state, at, stop) && state.caret - at <= column) break;
    if (body.length < 20) body.push(text.slice(at + indent, stop));
    last = stop;
    at = nextLineAt(text, stop, end);
  }
  if (entry)
    entry.value = {
      type: 'scalar',
      text: body.join(' ').trim(),
      span: spanOf(lineEnd, last),
      style: 'block',
      closed: true,
    };
  return at;
}

/** The map that a key at this column belongs to. */
function mapAt(state: State, column: number): LooseMap {
  const { frames } = state;
  for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
    if (top.column < column || (top.column === column && top.node.type === 'map')) break;
    frames.pop();
  }
  const top = frames.at(-1);
  if (top?.node.type === 'map' && top.column === column) return top.node;
  const map: LooseMap = { type: 'map', flow: false, column, entries: [] };
  const slot = slotFor(state, column);
  if (slot?.present?.type === 'map' && !slot.present.flow && slot.present.column === column) {
    frames.push({ node: slot.present, column });
    return slot.present;
  }
  if (slot?.isFree === true) {
    const word = slot.present?.type === 'scalar' && slot.present.column === column ? slot.present : undefined;
    fill(state, slot.place, map);
    if (word) moveInto(state, map, word);
  }
  frames.push({ node: map, column });
  return map;
}

/** What stood alone where now a map begins was the first key of it. */
function moveInto(state: State, map: LooseMap, word: LooseScalar): void {
  const entry: LooseEntry = { key: word.text, keySpan: word.span, colon: undefined, value: undefined };
  map.entries.push(entry);
  if (state.target?.type === 'scalar' && state.target.scalar === word) state.target = { type: 'key', map, entry };
}

function placeList(state: State, column: number): void {
  const { frames } = state;
  for (let top = frames.at(-1); top !== undefined && top.column > column; top = frames.at(-1)) frames.pop();
  const top = frames.at(-1);
  if (top?.node.type === 'list' && top.column === column) {
    top.node.items.push(undefined);
    return;
  }
  const slot = slotFor(state, column);
  if (slot?.present?.type === 'list' && !slot.present.flow && slot.present.column === column) {
    slot.present.items.push(undefined);
    frames.push({ node: slot.present, column });
    return;
  }
  const list: LooseList = { type: 'list', flow: false, column, items: [undefined] };
  if (slot?.isFree === true) {
    const word = slot.present?.type === 'scalar' ? slot.present : undefined;
    fill(state, slot.place, list);
    if (word && state.target?.type === 'scalar' && state.target.scalar === word && word.column === column) {
      const scalar: LooseScalar = { ...word, wantsDash: true, in: { type: 'item', list } };
      state.target = { type: 'scalar', scalar };
    }
  }
  frames.push({ node: list, column });
}

/**
 * Something without a colon: a key that is being typed, a list item, the value of the key above, or a further line of a
 * text. It changes nothing for the lines that follow.
 */
function placeWord(state: State, column: number, word: LooseScalar, isItem: boolean): void {
  const { frames } = state;
  let index = frames.length - 1;
  while (index >= 0 && (frames[index]?.column ?? 0) > column) index--;
  // A list at the column of the field it belongs to: what has no dash there is the next field.
  const below = frames[index - 1];
  if (!isItem && frames[index]?.node.type === 'list' && frames[index]?.column === column && below?.column === column)
    index--;
  const frame = frames[index];
  const touched = word.isContinued !== true && isAtCaret(state, word.span.start, word.span.end);
  const own: LooseScalar = { ...word, column };
  if (!isItem && frame?.column === column) {
    if (frame.node.type === 'map') {
      const entry: LooseEntry = { key: word.text, keySpan: word.span, colon: undefined, value: undefined };
      frame.node.entries.push(entry);
      if (touched) take(state, { type: 'key', map: frame.node, entry });
    } else if (touched)
      take(state, { type: 'scalar', scalar: { ...own, wantsDash: true, in: { type: 'item', list: frame.node } } });
    return;
  }
  const slot = index === frames.length - 1 ? slotFor(state, column) : undefined;
  if (slot === undefined) return;
  const isText = slot.present?.type === 'scalar' && slot.present.text !== '';
  if (!slot.isFree || isText) {
    if (slot.present?.type === 'scalar' && word.text !== '') {
      slot.present.isContinued = true;
      if (state.target?.type === 'scalar' && state.target.scalar === slot.present) state.target = undefined;
    }
    return;
  }
  fill(state, slot.place, own);
  if (touched) take(state, { type: 'scalar', scalar: own });
}

interface Slot {
  readonly place: Place;
  readonly present: LooseNode | undefined;
  /** Nothing stands there but what the caret has put there. */
  readonly isFree: boolean;
}

/** Where something further in than the last frame, at this column, would hang. */
function slotFor({ frames, root }: State, column: number): Slot | undefined {
  const top = frames.at(-1);
  if (top === undefined) return { place: { type: 'root' }, present: root, isFree: isFree(root, column) };
  if (top.node.type === 'list') {
    const present = top.node.items.at(-1);
    return { place: { type: 'item', list: top.node }, present, isFree: isFree(present, column) };
  }
  const entry = top.node.entries.findLast(each => each.colon !== undefined);
  if (entry === undefined) return undefined;
  return {
    place: { type: 'entry', map: top.node, entry },
    present: entry.value,
    isFree: isFree(entry.value, column),
  };
}

function isFree(node: LooseNode | undefined, column: number): boolean {
  if (node === undefined) return true;
  return node.type === 'scalar' && (node.text === '' || node.column === column) && node.style === 'plain';
}

function fill(state: State, place: Place, node: LooseNode): void {
  node.in = place;
  if (place.type === 'root') state.root = node;
  else if (place.type === 'entry') place.entry.value = node;
  else place.list.items[Math.max(0, place.list.items.length - 1)] = node;
}

function emptyAt(caret: number): LooseScalar {
  return { type: 'scalar', text: '', span: spanOf(caret, caret), style: 'plain', closed: true };
}
