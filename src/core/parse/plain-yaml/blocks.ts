import type { ListNode, MapNode, Node, ScalarNode } from '../tree.ts';
import { readBlockScalar } from './block-scalar.ts';
import { readFlow } from './flow.ts';
import { isAtColon, isMergeKey, isNewKey, isTooLong, openMap } from './keys.ts';
import { finishLine, isRestEmpty, leaveLine, skipSpaces } from './lines.ts';
import { maxDepth, nothingAt, spanIn, type Reading } from './reading.ts';
import { readScalar } from './scalars.ts';
import { greaterThan, hyphen, isBlankAt, openBrace, openBracket, pipe } from './units.ts';

/**
 * What begins at `at`, the first on its line or behind a hyphen, and on to the next content. `column` is where it
 * begins, `depth` how many maps and lists it lies in.
 */
export function readBlock(reading: Reading, column: number, depth: number): Node | undefined {
  if (depth >= maxDepth) return undefined;
  if (isAtHyphen(reading)) return readList(reading, column, depth);
  if (isAtBracket(reading)) return readFlowLine(reading, depth);
  const scalar = readScalar(reading);
  if (scalar === undefined) return undefined;
  if (isAtColon(reading)) return readMap(reading, column, scalar, depth);
  return finishLine(reading) ? scalar : undefined;
}

function readList(reading: Reading, column: number, depth: number): ListNode | undefined {
  const start = reading.at;
  const items: Node[] = [];
  let last: Node;
  do {
    const item = readItem(reading, column, depth + 1);
    if (item === undefined) return undefined;
    items.push((last = item));
  } while (reading.column === column && isAtHyphen(reading));
  return { type: 'list', span: spanIn(reading, start, last.span.end - reading.base), items, flow: false };
}

function readItem(reading: Reading, column: number, depth: number): Node | undefined {
  const hyphenAt = reading.at;
  reading.at++;
  reading.lexemes++;
  skipSpaces(reading);
  if (isRestEmpty(reading)) return readBelow(reading, column, depth);
  if (isAtBlockScalar(reading)) return readBlockScalar(reading, column);
  return readBlock(reading, column + reading.at - hyphenAt, depth);
}

/** A map from the colon of its first key on. */
function readMap(reading: Reading, column: number, firstKey: ScalarNode, depth: number): MapNode | undefined {
  const map = openMap();
  for (let key = firstKey; ;) {
    if (!isNewKey(map, key.text) || isMergeKey(key) || isTooLong(reading, key)) return undefined;
    const value = readValue(reading, column, depth + 1);
    // What is indented deeper goes on with the value, in a way that is not looked into here.
    if (value === undefined || reading.column > column) return undefined;
    map.entries.push({ key, value });
    if (reading.column < column) {
      const span = { start: firstKey.span.start, end: value.span.end };
      return { type: 'map', span, entries: map.entries, flow: false };
    }
    const next = readScalar(reading);
    if (next === undefined || !isAtColon(reading)) return undefined;
    key = next;
  }
}

function readValue(reading: Reading, column: number, depth: number): Node | undefined {
  reading.at++;
  reading.lexemes++;
  skipSpaces(reading);
  if (isRestEmpty(reading)) return readBelow(reading, column, depth, isAtHyphen);
  if (isAtBlockScalar(reading)) return readBlockScalar(reading, column);
  if (isAtBracket(reading)) return readFlowLine(reading, depth);
  const scalar = readScalar(reading);
  return scalar !== undefined && finishLine(reading) ? scalar : undefined;
}

/** A value below its key or hyphen; nothing where the next content is not indented deeper, unless it is a list that may stand there. */
function readBelow(
  reading: Reading,
  column: number,
  depth: number,
  mayStandBeside: (reading: Reading) => boolean = () => false,
): Node | undefined {
  const here = reading.at;
  if (!leaveLine(reading)) return undefined;
  if (reading.column < column || (reading.column === column && !mayStandBeside(reading)))
    return nothingAt(reading, here);
  const { passedComments } = reading;
  const node = readBlock(reading, reading.column, depth);
  // A comment may have misled the library about the line on which such a scalar ends.
  return passedComments && node?.type === 'scalar' ? undefined : node;
}

function readFlowLine(reading: Reading, depth: number): Node | undefined {
  const node = readFlow(reading, depth);
  return node !== undefined && finishLine(reading) ? node : undefined;
}

function isAtHyphen({ text, at }: Reading): boolean {
  return text.charCodeAt(at) === hyphen && isBlankAt(text, at + 1);
}

function isAtBracket({ text, at }: Reading): boolean {
  const unit = text.charCodeAt(at);
  return unit === openBracket || unit === openBrace;
}

function isAtBlockScalar({ text, at }: Reading): boolean {
  const unit = text.charCodeAt(at);
  return unit === pipe || unit === greaterThan;
}
