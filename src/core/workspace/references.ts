import type { ReferenceValue } from '../model/located.ts';

const known = new WeakMap<object, readonly ReferenceValue[]>();

/** Every reference that stands in a model, embedded artifacts included, in the order of the fields. Looked for once in each. */
export function referencesIn(model: object): readonly ReferenceValue[] {
  const before = known.get(model);
  if (before) return before;
  const found: ReferenceValue[] = [];
  collect(model, found);
  known.set(model, found);
  return found;
}

function collect(value: unknown, found: ReferenceValue[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  const node = value as { readonly type?: string; readonly value?: unknown };
  switch (node.type) {
    case 'reference':
      found.push(value as ReferenceValue);
      return;
    case 'list':
      collect((value as { items: unknown }).items, found);
      return;
    case 'map':
      collect((value as { entries: unknown }).entries, found);
      return;
    case 'object':
      for (const field in value) collect((value as Record<string, unknown>)[field], found);
      return;
    case undefined:
      // An entry of a map: its value may refer.
      collect(node.value, found);
      return;
    default:
  }
}
