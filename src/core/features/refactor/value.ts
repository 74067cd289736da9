import type { Entry, Node } from '../../parse/tree.ts';

/**
 * What is to be written, in either notation: the fields as YAML would give them. A text stands for itself; `bare` is
 * the source of a scalar that must keep its form (`010`, `1.50`); `hole` is left for a person, and the caret goes there.
 */
export type Value = string | number | boolean | Bare | typeof hole | readonly Value[] | Fields;

export interface Bare {
  readonly bare: string;
}

/** Fields in the order in which they are written; those without a value are left out. */
export type Fields = ReadonlyMap<string, Value>;

export const hole: unique symbol = Symbol('hole');

/** Fields from pairs, without those that have no value. */
export function fieldsOf(pairs: Iterable<readonly [string, Value | undefined]>): Fields {
  const fields = new Map<string, Value>();
  for (const [name, value] of pairs) if (value !== undefined) fields.set(name, value);
  return fields;
}

export function isFields(value: Value | undefined): value is Fields {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A tree as it was read; what says on purpose that there is no value stays out. */
export function valueOfNode(node: Node): Value | undefined {
  if (node.type === 'list') return node.items.flatMap(item => valueOfNode(item) ?? []);
  if (node.type === 'map') return fieldsOfEntries(node.entries);
  if (node.value === null) return undefined;
  // A body's `[x]` is a boolean with another text.
  if (typeof node.value === 'boolean') return node.value;
  if (typeof node.value === 'number') return { bare: node.text };
  return node.text;
}

export function fieldsOfEntries(entries: readonly Entry[]): Fields {
  return fieldsOf(entries.map(({ key, value }) => [key.text, valueOfNode(value)] as const));
}

/** The words of a scalar; undefined for everything that is none. */
export function textOfValue(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && 'bare' in value ? value.bare : undefined;
}

/** The fields under a name; a bare scalar is the field that it is short for. */
export function fieldsUnder(value: Value | undefined, shorthand: string): Fields {
  if (isFields(value)) return value;
  return value === undefined || isList(value) ? new Map<string, Value>() : new Map([[shorthand, value]]);
}

/** A list; one item may stand without a list around it. */
export function listUnder(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
