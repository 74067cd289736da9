import type { Span } from '../text/span.ts';

/**
 * Our own small tree: what every layer after `parse/` sees, whichever library or reader made it,
 * and whichever notation it came from.
 */
export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly type: 'scalar';
  readonly span: Span;
  /** The text as written, quotes and escapes resolved: `010` stays "010", a date stays the text that was written. */
  readonly text: string;
  /** What YAML 1.2 core makes of it; text for everything that is no number, boolean or null. */
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface MapNode {
  readonly type: 'map';
  readonly span: Span;
  readonly entries: readonly Entry[];
  readonly flow: boolean;
  /** Where something absent in it is missed, if not at its key: the heading of a Markdown section. */
  readonly anchor?: Span;
}

export interface Entry {
  readonly key: ScalarNode;
  /** An absent value is a null scalar with an empty span behind the colon. */
  readonly value: Node;
}

export interface ListNode {
  readonly type: 'list';
  readonly span: Span;
  readonly items: readonly Node[];
  readonly flow: boolean;
}

/** What could not be parsed, and where. `code` is stable; `message` is for people. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly message: string;
  readonly span: Span;
}

export type SyntaxCode =
  | 'yaml'
  | 'duplicateKey'
  | 'tooLarge'
  | 'tooDeep'
  | 'alias'
  | 'selfReference'
  | 'mergeConflict'
  | 'notAMap'
  | 'binary'
  | 'encoding'
  | 'frontMatter';

/** One YAML document of a file, or the front matter of a Markdown file. */
export interface ParsedDocument {
  readonly root: Node | undefined;
  /** Where the document stands, comments and separators left out. */
  readonly span: Span;
  readonly problems: readonly SyntaxProblem[];
}

/** The entry of a key; of a key given twice, the first. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  return map.entries.find(entry => entry.key.text === key);
}
