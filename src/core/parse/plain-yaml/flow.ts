import type { ListNode, MapNode, Node } from '../tree.ts';
import { isMergeKey, isNewKey, openMap } from './keys.ts';
import { skipSpaces } from './lines.ts';
import { maxDepth, nothingAt, spanIn, type Reading } from './reading.ts';
import { readScalarInFlow } from './scalars.ts';
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket } from './units.ts';

/** A list in brackets or a map in braces that ends on its line; `depth` is what it lies in. */
export function readFlow(reading: Reading, depth: number): ListNode | MapNode | undefined {
  if (depth >= maxDepth) return undefined;
  return unitAt(reading) === openBracket ? readList(reading, depth) : readMap(reading, depth);
}

function readList(reading: Reading, depth: number): ListNode | undefined {
  const start = reading.at;
  const items: Node[] = [];
  open(reading);
  while (unitAt(reading) !== closeBracket) {
    const item = readNode(reading, depth + 1);
    if (item === undefined || !passComma(reading, closeBracket)) return undefined;
    items.push(item);
  }
  return { type: 'list', span: close(reading, start), items, flow: true };
}

function readMap(reading: Reading, depth: number): MapNode | undefined {
  const start = reading.at;
  const map = openMap();
  open(reading);
  while (unitAt(reading) !== closeBrace) {
    const key = readScalarInFlow(reading);
    if (key === undefined || !isNewKey(map, key.text) || isMergeKey(key)) return undefined;
    const value = readValue(reading, depth);
    if (value === undefined || !passComma(reading, closeBrace)) return undefined;
    map.entries.push({ key, value });
  }
  return { type: 'map', span: close(reading, start), entries: map.entries, flow: true };
}

/**
 * What stands behind a key; a key alone has nothing for its value, right behind it. No blank is asked for behind the
 * colon: without one a plain key would not have ended before it, and a quoted one needs none.
 */
function readValue(reading: Reading, depth: number): Node | undefined {
  const keyEnd = reading.at;
  skipSpaces(reading);
  if (unitAt(reading) !== colon) return nothingAt(reading, keyEnd);
  reading.at++;
  reading.lexemes++;
  skipSpaces(reading);
  const unit = unitAt(reading);
  if (unit !== comma && unit !== closeBrace) return readNode(reading, depth + 1);
  // The library may cut out a scalar without any characters.
  reading.lexemes += 2;
  return nothingAt(reading, reading.at);
}

function readNode(reading: Reading, depth: number): Node | undefined {
  const unit = unitAt(reading);
  return unit === openBracket || unit === openBrace ? readFlow(reading, depth) : readScalarInFlow(reading);
}

/** To the next item or the end; false where neither a comma nor the end follows. */
function passComma(reading: Reading, end: number): boolean {
  skipSpaces(reading);
  const unit = unitAt(reading);
  if (unit !== comma) return unit === end;
  open(reading);
  return true;
}

function open(reading: Reading): void {
  reading.at++;
  reading.lexemes++;
  skipSpaces(reading);
}

function close(reading: Reading, start: number): MapNode['span'] {
  reading.at++;
  reading.lexemes++;
  return spanIn(reading, start, reading.at);
}

function unitAt({ text, at }: Reading): number {
  return text.charCodeAt(at);
}
