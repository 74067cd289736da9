/** As much of the library's concrete syntax tree as it takes to see how deep it goes. */
interface SyntaxToken {
  readonly type: string;
  readonly offset?: number;
  readonly value?: unknown;
  readonly items?: readonly SyntaxItem[];
}

interface SyntaxItem {
  readonly key?: unknown;
  readonly value?: unknown;
}

/**
 * Maps and lists inside one another beyond this are no plan. The library composes them by recursion: on a deeper tree
 * the stack runs out, and where that happens inside a regular expression the whole process dies.
 */
export const maxNesting = 450;

/** Offset of the first map or list that lies deeper than {@link maxNesting}; found without recursion. */
export function tooDeepAt(root: unknown): number | undefined {
  let level: readonly SyntaxToken[] = isToken(root) ? [root] : [];
  for (let depth = 0; level.length > 0; depth++) {
    const deeper: SyntaxToken[] = [];
    for (const { items } of level) {
      for (const { key, value } of items ?? []) {
        if (isCollection(key)) deeper.push(key);
        if (isCollection(value)) deeper.push(value);
      }
    }
    if (depth >= maxNesting) return level[0]?.offset ?? 0;
    level = deeper;
  }
  return undefined;
}

function isToken(value: unknown): value is SyntaxToken {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isCollection(value: unknown): value is SyntaxToken {
  return isToken(value) && value.items !== undefined;
}
