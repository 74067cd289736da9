/** Items by key, kept file by file: a file's items are replaced at once, and a key's items come in order of file. */
export interface FileIndex<Item> {
  /** Replaces what a file said before, under these keys, with what it says now; returns the keys that came to exist or ceased to. */
  replace(file: string, before: readonly string[], after: Items<Item>): readonly string[];
  get(key: string): readonly Item[];
  has(key: string): boolean;
}

export type Items<Item> = ReadonlyMap<string, readonly Item[]>;

/** Most keys stand in one file, and once: a map for each would be most of the index. */
type Slot<Item> = OneItem<Item> | SeveralItems<Item>;

interface OneItem<Item> {
  readonly file: string;
  readonly item: Item;
}

interface SeveralItems<Item> {
  readonly file?: never;
  readonly byFile: Map<string, readonly Item[]>;
  /** In order of file name, so that the answer does not depend on which file was read first; made when first asked for. */
  sorted: readonly Item[] | undefined;
}

export function createFileIndex<Item>(): FileIndex<Item> {
  const slots = new Map<string, Slot<Item>>();

  function put(key: string, file: string, items: readonly Item[]): void {
    const slot = slots.get(key);
    if (slot !== undefined && slot.file === undefined) {
      slot.byFile.set(file, items);
      slot.sorted = undefined;
      return;
    }
    const [item] = items;
    const isAlone = slot === undefined || slot.file === file;
    if (isAlone && items.length === 1 && item !== undefined) slots.set(key, { file, item });
    else {
      const byFile = new Map<string, readonly Item[]>(isAlone ? [] : [[slot.file, [slot.item]]]);
      slots.set(key, { byFile: byFile.set(file, items), sorted: undefined });
    }
  }

  /** Whether nobody says anything of the key any more. */
  function remove(key: string, file: string): boolean {
    const slot = slots.get(key);
    if (slot === undefined) return false;
    if (slot.file !== undefined) return slot.file === file && slots.delete(key);
    slot.byFile.delete(file);
    slot.sorted = undefined;
    return slot.byFile.size === 0 && slots.delete(key);
  }

  return {
    replace(file, before, after) {
      const flipped: string[] = [];
      for (const key of before) if (!after.has(key) && remove(key, file)) flipped.push(key);
      for (const [key, items] of after) {
        if (!slots.has(key)) flipped.push(key);
        put(key, file, items);
      }
      return flipped;
    },
    get(key) {
      const slot = slots.get(key);
      if (slot === undefined) return [];
      if (slot.file !== undefined) return [slot.item];
      slot.sorted ??= [...slot.byFile].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, items]) => items);
      return slot.sorted;
    },
    has: key => slots.has(key),
  };
}
