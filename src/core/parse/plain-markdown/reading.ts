import type { Block, Box, CodeLine, ListItem, MarkdownComment, TableRow } from '../markdown/blocks.ts';

/**
 * Where reading stands in a text, line by line. Whatever is not sure says so by {@link giveUp}: then the whole text is
 * given up, and what this holds no longer counts.
 */
export interface Reading {
  readonly text: string;
  readonly end: number;
  readonly blocks: Block[];
  readonly comments: MarkdownComment[];
  /** Quotes and list items that are open, the outermost first. */
  readonly open: Container[];
  /** What the last lines were part of, if it may go on. It stands in the innermost open container. */
  leaf: Leaf | undefined;
  /** How many steps back may still be made before the text is too odd to go on. */
  patience: number;
  isUnsure: boolean;
  /** Whether any item began with nothing on its line: the library may take a box behind it for its own. */
  hasEmptyItem: boolean;
  /** Where the next tab stands, no earlier than that. */
  nextTab: number;
}

export type Container = OpenQuote | OpenItem;

export interface OpenQuote {
  readonly type: 'quote';
  readonly start: number;
  readonly blocks: Block[];
  end: number;
}

export interface OpenItem {
  readonly type: 'item';
  readonly list: OpenList;
  readonly start: number;
  /** Columns that its lines are indented by, from where the container around it begins. */
  readonly indent: number;
  readonly blocks: Block[];
  end: number;
  /** It began with nothing on its line; `over` once a blank line followed, after which it takes no more. */
  emptiness: 'none' | 'fresh' | 'over' | 'filled';
  /** How much was begun in it, which need not have become a block. */
  begun: number;
  box: Box | undefined;
}

export interface OpenList {
  readonly ordered: boolean;
  /** The bullet, or what stands behind the number. */
  readonly marker: number;
  readonly items: ListItem[];
}

export type Leaf = OpenParagraph | OpenTable | OpenFence | OpenHtml | OpenIndented;

export interface OpenParagraph {
  readonly type: 'paragraph';
  /** Where its lines begin and end, without what indents them; one after the other. */
  readonly lines: number[];
  /** Whether its last line could be the header of a table. */
  mayBeHeader: boolean;
}

export interface OpenTable {
  readonly type: 'table';
  readonly start: number;
  readonly header: TableRow;
  readonly rows: TableRow[];
  end: number;
}

export interface OpenFence {
  readonly type: 'fence';
  readonly start: number;
  readonly marker: number;
  readonly size: number;
  readonly lines: CodeLine[];
}

/** Indented code, outside of any container. Blank lines at its end are none of it. */
export interface OpenIndented {
  readonly type: 'indented';
  readonly start: number;
  readonly lines: CodeLine[];
  /** How many of the lines are not blank at the end. */
  kept: number;
}

export interface OpenHtml {
  readonly type: 'html';
  readonly start: number;
  /** A comment goes on to its closing sign, everything else to the next blank line. */
  readonly isComment: boolean;
  end: number;
}

/** Containers inside one another beyond this are left to the library, which knows where to stop. */
export const maxDepth = 16;

export function startReading(text: string, start: number, end: number): Reading {
  return {
    text,
    end,
    nextTab: -1,
    blocks: [],
    comments: [],
    open: [],
    leaf: undefined,
    patience: 4 * (end - start) + 1000,
    isUnsure: false,
    hasEmptyItem: false,
  };
}

export function giveUp(reading: Reading): undefined {
  reading.isUnsure = true;
  return undefined;
}

/** Blocks of the innermost open container. */
export function innermostBlocks({ open, blocks }: Reading): Block[] {
  return open[open.length - 1]?.blocks ?? blocks;
}
