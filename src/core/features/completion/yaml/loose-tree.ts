import type { Span } from '../../../text/span.ts';

/**
 * YAML as far as lines and indentation tell, whatever is broken in it: what completion looks at while somebody types.
 * Every node knows what it stands in; what has no place of its own in the text has no way up to the root.
 */
export type LooseNode = LooseScalar | LooseMap | LooseList;

export interface LooseScalar {
  readonly type: 'scalar';
  /** What stands there, quotes left out; empty at the caret where nothing is written yet. */
  readonly text: string;
  readonly span: Span;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** Whether a quote that was opened is closed again. */
  readonly closed: boolean;
  /** Where it begins on its line, if it begins a line or a list item: it may become the key of a map. */
  readonly column?: number;
  /** Whether it stands where the dash of a list item belongs. */
  readonly wantsDash?: true;
  /** It goes on in a further line. */
  isContinued?: true;
  in?: Place;
}

export interface LooseEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** The offset behind the colon; undefined for a key that has none yet. */
  readonly colon: number | undefined;
  value: LooseNode | undefined;
}

export interface LooseMap {
  readonly type: 'map';
  readonly flow: boolean;
  readonly column: number;
  readonly entries: LooseEntry[];
  in?: Place;
}

export interface LooseList {
  readonly type: 'list';
  readonly flow: boolean;
  readonly column: number;
  readonly items: (LooseNode | undefined)[];
  in?: Place;
}

/** Where a node hangs: undefined parents belong to the document's own node. */
export type Place =
  | { readonly type: 'root' }
  | { readonly type: 'entry'; readonly map: LooseMap; readonly entry: LooseEntry }
  | { readonly type: 'item'; readonly list: LooseList };

/** What the caret is on. */
export type Target =
  | { readonly type: 'key'; readonly map: LooseMap; readonly entry: LooseEntry }
  | { readonly type: 'scalar'; readonly scalar: LooseScalar };

/** The value of a key that is written. */
export function valueOf(node: LooseNode | undefined, key: string): LooseNode | undefined {
  if (node?.type !== 'map') return undefined;
  return node.entries.find(entry => entry.key === key && entry.colon !== undefined)?.value;
}

/** The text under a key, where it is a text. */
export function textOf(node: LooseNode | undefined, key?: string): string | undefined {
  const value = key === undefined ? node : valueOf(node, key);
  return value?.type === 'scalar' && value.text !== '' ? value.text : undefined;
}

/** The items of a list; of one thing where a list may stand, that thing. */
export function itemsOf(node: LooseNode | undefined): readonly LooseNode[] {
  if (node === undefined) return [];
  return node.type === 'list' ? node.items.flatMap(item => item ?? []) : [node];
}
