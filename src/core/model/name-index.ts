/** Things by what they may be called. Keys are compared as they are (see `metricKey`). */
export interface NameIndex<Item> {
  /** Of several with one key the first that was told. */
  readonly find: (key: string) => Item | undefined;
  /** The same, else the only one with a key that begins so: what a reference in Markdown may be (SPEC 8, "Ids and names"). */
  readonly findBegun: (key: string) => Item | undefined;
}

/** Made once, so that many questions cost no more than their number. */
export function nameIndex<Item>(names: Iterable<readonly [key: string, item: Item]>): NameIndex<Item> {
  const all = [...names];
  const byKey = new Map<string, Item>();
  for (const [key, item] of all) if (!byKey.has(key)) byKey.set(key, item);
  let sorted: readonly (readonly [key: string, item: Item])[] | undefined;

  function begun(key: string): Item | undefined {
    if (key === '') return undefined;
    sorted ??= [...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    let found: Item | undefined;
    for (let at = firstFrom(sorted, key); sorted[at]?.[0].startsWith(key) === true; at++) {
      const item = sorted[at]?.[1];
      if (found !== undefined && found !== item) return undefined;
      found = item;
    }
    return found;
  }

  return { find: key => byKey.get(key), findBegun: key => byKey.get(key) ?? begun(key) };
}

/** The first place in the order from which on nothing comes before the key. */
function firstFrom(sorted: readonly (readonly [key: string, item: unknown])[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
