import type { Span } from '../../text/span.ts';
import type { SyntaxProblem } from '../tree.ts';
import type { Inline } from './inline.ts';

/**
 * Markdown as our own small tree: what every layer after `parse/` sees, whichever reader made it. Spans are offsets into
 * the whole file.
 */
export type Block =
  HeadingBlock | ParagraphBlock | ListBlock | TableBlock | QuoteBlock | CodeBlock | HtmlBlock | BreakBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly span: Span;
  /** 1 to 6. */
  readonly depth: number;
  readonly content: Inline;
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly span: Span;
  readonly content: Inline;
}

export interface ListBlock {
  readonly type: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  /** Its task box; absent where it has none. A box stands before the first paragraph and is no part of its text. */
  readonly box?: Box;
  readonly blocks: readonly Block[];
}

/** `unknown` for marks that are not GFM (`[-]`, `[~]`): neither open for sure, nor done. */
export interface Box {
  readonly state: 'open' | 'done' | 'unknown';
  readonly span: Span;
}

export interface TableBlock {
  readonly type: 'table';
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Rows may be shorter or longer than the header. */
export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Inline[];
}

export interface QuoteBlock {
  readonly type: 'quote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** A fence or indented code. `lines` are the lines inside, each with its own span. */
export interface CodeBlock {
  readonly type: 'code';
  readonly span: Span;
  readonly lines: readonly CodeLine[];
}

export interface CodeLine {
  readonly span: Span;
  readonly text: string;
}

export interface HtmlBlock {
  readonly type: 'html';
  readonly span: Span;
}

export interface BreakBlock {
  readonly type: 'break';
  readonly span: Span;
}

/** An HTML comment, wherever it stands; `text` without `<!--` and `-->`. */
export interface MarkdownComment {
  readonly span: Span;
  readonly text: string;
}

/** A Markdown text, or the body of a file behind its front matter. */
export interface MarkdownBody {
  readonly span: Span;
  readonly blocks: readonly Block[];
  readonly comments: readonly MarkdownComment[];
  /** What was left out because it is too large, too deep or too complex to be read in bounded time. */
  readonly problems: readonly SyntaxProblem[];
}
