/** Items by key, kept file by file: a file's items are replaced at once, and a key's items come in order of file. */
export interface FileIndex<Item> {
  /** Replaces what a file said before with what it says now; returns the keys that came to exist or ceased to. */
  replace(file: string, before: Items<Item> | undefined, after: Items<Item>): readonly string[];
  get(key: string): readonly Item[];
  has(key: string): boolean;
}

export type Items<Item> = ReadonlyMap<string, readonly Item[]>;

interface Slot<Item> {
  readonly byFile: Map<string, readonly Item[]>;
  /** In order of file name, so that the answer does not depend on which file was read first; made when first asked for. */
  sorted: readonly Item[] | undefined;
}

export function createFileIndex<Item>(): FileIndex<Item> {
  const slots = new Map<string, Slot<Item>>();
  return {
    replace(file, before, after) {
      const flipped: string[] = [];
      for (const key of before?.keys() ?? []) {
        const slot = slots.get(key);
        if (slot === undefined || after.has(key)) continue;
        slot.byFile.delete(file);
        slot.sorted = undefined;
        if (slot.byFile.size > 0) continue;
        slots.delete(key);
        flipped.push(key);
      }
      for (const [key, items] of after) {
        const slot = slots.get(key);
        if (slot === undefined) {
          slots.set(key, { byFile: new Map([[file, items]]), sorted: undefined });
          flipped.push(key);
        } else {
          slot.byFile.set(file, items);
          slot.sorted = undefined;
        }
      }
      return flipped;
    },
    get(key) {
      const slot = slots.get(key);
      if (slot === undefined) return [];
      slot.sorted ??= [...slot.byFile].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, items]) => items);
      return slot.sorted;
    },
    has: key => slots.has(key),
  };
}
