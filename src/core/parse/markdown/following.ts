import { lineAt, type LineStarts } from '../../text/lines.ts';
import { spanOf, type Span } from '../../text/span.ts';
import type { Block, ListItem, MarkdownBody } from './blocks.ts';

/**
 * What a comment in Markdown stands before: the next line that is neither blank nor a comment, and the list item, section
 * or other block that begins there. A list is not meant where its first item is. Made once for all comments of a file.
 */
export function followingIn(text: string, lines: LineStarts, body: MarkdownBody): (comment: Span) => Span | undefined {
  const ends = endsByLine(body, lines);
  const isComment = linesOfComments(text, lines, body);
  /** For each line the next one from it on that says something. */
  const next: number[] = [];
  for (let line = lines.length - 1; line >= 0; line--) {
    const start = lines[line] ?? 0;
    const isSilent = start < body.span.start || isComment.has(line) || lineText(text, lines, line).trim() === '';
    next[line] = isSilent ? (next[line + 1] ?? lines.length) : line;
  }
  return comment => {
    const line = next[lineAt(lines, Math.max(comment.end - 1, comment.start)) + 1];
    const start = line === undefined ? undefined : lines[line];
    if (line === undefined || start === undefined) return undefined;
    return spanOf(start, Math.max(ends.get(line) ?? 0, start + lineText(text, lines, line).length));
  };
}

/** Where the furthest thing ends that begins on a line. */
function endsByLine(body: MarkdownBody, lines: LineStarts): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const add = ({ start }: Span, end: number): void => {
    const line = lineAt(lines, start);
    ends.set(line, Math.max(ends.get(line) ?? 0, end));
  };
  const addItem = (item: ListItem): void => {
    add(item.span, item.span.end);
    item.blocks.forEach(addBlock);
  };
  const addBlock = (block: Block): void => {
    if (block.type === 'list') block.items.forEach(addItem);
    else if (block.type !== 'heading') add(block.span, block.span.end);
    if (block.type === 'quote') block.blocks.forEach(addBlock);
  };
  body.blocks.forEach(addBlock);
  for (const { span, end } of sections(body)) add(span, end);
  return ends;
}

/** Each heading with the end of what stands under it. */
function sections({ blocks, span: whole }: MarkdownBody): readonly { readonly span: Span; readonly end: number }[] {
  const found: { span: Span; depth: number; end: number }[] = [];
  const open: { depth: number; end: number }[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    while ((open.at(-1)?.depth ?? 0) >= block.depth) {
      const closed = open.pop();
      if (closed) closed.end = block.span.start;
    }
    const section = { span: block.span, depth: block.depth, end: whole.end };
    found.push(section);
    open.push(section);
  }
  return found;
}

/** Lines on which nothing but comments stands. */
function linesOfComments(text: string, lines: LineStarts, { comments }: MarkdownBody): ReadonlySet<number> {
  const said = new Map<number, string>();
  for (const { span } of comments) {
    const last = lineAt(lines, Math.max(span.end - 1, span.start));
    for (let line = lineAt(lines, span.start); line <= last; line++) {
      const start = lines[line] ?? 0;
      const left = said.get(line) ?? lineText(text, lines, line);
      const from = Math.max(span.start - start, 0);
      said.set(
        line,
        left.slice(0, from) +
          ' '.repeat(Math.max(Math.min(span.end - start, left.length) - from, 0)) +
          left.slice(span.end - start),
      );
    }
  }
  return new Set([...said].flatMap(([line, left]) => (left.trim() === '' ? [line] : [])));
}

function lineText(text: string, lines: LineStarts, line: number): string {
  return text.slice(lines[line], lines[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
}
