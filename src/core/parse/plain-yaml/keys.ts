import type { Entry, ScalarNode } from '../tree.ts';
import { skipSpaces } from './lines.ts';
import { maxKeyLength, type Reading } from './reading.ts';
import { colon, isBlankAt } from './units.ts';

/** Whether the scalar that was just read is a key: then reading stands at its colon, else where it stood. */
export function isAtColon(reading: Reading): boolean {
  const { text, at, lexemes } = reading;
  skipSpaces(reading);
  if (text.charCodeAt(reading.at) === colon && isBlankAt(text, reading.at + 1)) return true;
  reading.at = at;
  reading.lexemes = lexemes;
  return false;
}

/** Whether the key before this colon is so long that the library may complain of it. */
export function isTooLong({ base, at }: Reading, key: ScalarNode): boolean {
  return base + at - key.span.start > maxKeyLength;
}

/** `<<` takes over the fields of another map: that is for the library. */
export function isMergeKey({ text, style }: ScalarNode): boolean {
  return text === '<<' && style === 'plain';
}

/** A map while it is read. */
export interface OpenMap {
  readonly entries: Entry[];
  /** The keys of a map that has many. */
  names: Set<string> | undefined;
}

export function openMap(): OpenMap {
  return { entries: [], names: undefined };
}

/** A few names are compared faster than they are hashed. */
const few = 12;

/** Whether the map has no such key yet. To be asked once for each key, in their order. */
export function isNewKey(map: OpenMap, name: string): boolean {
  const { entries } = map;
  if (entries.length < few) {
    for (const { key } of entries) if (key.text === name) return false;
    return true;
  }
  map.names ??= new Set(entries.map(({ key }) => key.text));
  if (map.names.has(name)) return false;
  map.names.add(name);
  return true;
}
