import type { AnyArtifact } from '../../model/artifact.ts';
import type { Block } from '../../parse/markdown/blocks.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { MapNode, Node } from '../../parse/tree.ts';
import { isNoValue, isPlaceholder } from '../../model/values/placeholder.ts';
import { meaningOf, phraseOf } from '../../model/markdown/phrase.ts';
import { vocabulary } from '../../model/markdown/vocabulary.ts';
import { lineAt } from '../../text/lines.ts';
import { spanOf, type Span } from '../../text/span.ts';
import { endOfLine } from './comments.ts';

/**
 * The remarks and sentences of a Markdown text that are no field: what would be lost if only the model were kept. Each
 * is one or several lines as they stand; headings come along where something under them does.
 */
export function unreadLines(parsed: ParsedFile, artifact: AnyArtifact, whole: MapNode): readonly string[] {
  const { markdown, text, lines, body } = parsed;
  if (markdown === undefined || body === undefined) return [];
  const read = valueSpans(whole, body).sort((a, b) => a.start - b.start);
  const unknown = (artifact.form?.unknown ?? []).filter(({ type }) => type !== 'heading').map(({ span }) => span);
  const commentLines = new Set(markdown.comments.flatMap(({ span }) => linesOf(parsed, span)));
  const rowLines = new Map<number, readonly Span[]>();
  const headerLines = new Set<number>();
  const quiet = new Set<number>();
  collectTables(parsed, markdown.blocks, rowLines, headerLines, quiet);
  const kept: { line: number; text: string; depth: number }[] = [];
  const first = lineAt(lines, body.start);
  for (let line = first; line < lines.length; line++) {
    const start = Math.max(lines[line] ?? 0, body.start);
    const end = endOfLine(text, start);
    const written = text.slice(start, end);
    if (written.trim() === '' || commentLines.has(line) || quiet.has(line)) continue;
    const depth = /^ {0,3}(#{1,6})(?:\s|$)/.exec(written)?.[1]?.length ?? 0;
    const span = spanOf(start, end);
    if (depth > 0) kept.push({ line, text: written, depth });
    else if (isUnread(text, span, read, unknown, rowLines.get(line), headerLines.has(line)))
      kept.push({ line, text: written, depth: 0 });
  }
  const title = titleLine(parsed, artifact);
  const sentences = withoutEmptyHeadings(kept).filter(({ line, depth }) => !(depth > 0 && line === title));
  const remarks = markdown.comments.map(({ span, text: remark }) => ({
    line: lineAt(lines, span.start),
    text: remark.trim(),
  }));
  return [...sentences, ...remarks].sort((a, b) => a.line - b.line).map(each => each.text);
}

function isUnread(
  text: string,
  line: Span,
  read: readonly Span[],
  unknown: readonly Span[],
  cells: readonly Span[] | undefined,
  isHeader: boolean,
): boolean {
  const touchesLine = (span: Span): boolean => span.start < line.end && span.end > line.start;
  if (cells === undefined && isUnfilled(text.slice(line.start, line.end))) return false;
  if (unknown.some(touchesLine)) return !isHeader || cells !== undefined;
  if (isHeader) return false;
  if (cells) {
    const isRead = (cell: Span): boolean => read.some(span => span.start < cell.end && span.end > cell.start);
    const anyRead = cells.some(isRead);
    const others = cells.slice(1).map(cell => text.slice(cell.start, cell.end).replace(/[*_`]/g, '').trim());
    if (!anyRead && others.length > 0 && others.every(isPlaceholder)) return false;
    return cells.some((cell, index) => {
      const written = text.slice(cell.start, cell.end);
      // The first cell of a row names what the others say.
      return !isRead(cell) && saysSomething(written) && !(index === 0 && anyRead && isKnown(written));
    });
  }
  if (read.some(touchesLine)) return false;
  const written = text.slice(line.start, line.end);
  return !/^[\s>*_|:-]*$/.test(written) && !isLabelOnly(written) && !isUnfilled(written);
}

/** A template's line that nobody filled in: a placeholder, or boxes of which none is ticked. */
function isUnfilled(line: string): boolean {
  const said = line
    .replace(/^\s*(?:>\s*)?(?:[-*+]|\d{1,9}[.)])?\s*/, '')
    .replace(/^\*\*[^*]{1,80}\*\*:?/, '')
    .trim();
  return isPlaceholder(said) || (said !== line.trim() && /^(?:\[ \][^[\]]*)+$/.test(said) && line.includes('**'));
}

/** Whether the words are ones that Markdown knows as a label, a heading or a word of an enum. */
function isKnown(written: string): boolean {
  const phrase = phraseOf(written.replace(/[*_`]/g, ''));
  return (['labels', 'headings', 'words'] as const).some(
    area => meaningOf(vocabulary, area, Object.keys(vocabulary[area]), phrase) !== undefined,
  );
}

/** `**Exit criteria:**` alone introduces what was read. */
function isLabelOnly(line: string): boolean {
  return /^\s*(?:[-*]\s+)?\*\*[^*]{1,80}\*\*:?\s*$/.test(line) && /:\**\s*$/.test(line);
}

function saysSomething(cell: string): boolean {
  const plain = cell.replace(/[*_`]/g, '').trim();
  return !isNoValue(plain) && !isPlaceholder(plain) && !/^\[[ xX]?\]$/.test(plain);
}

/** Where values stand; what an item only inherits from a heading stands there. */
function valueSpans(node: Node, body: Span): Span[] {
  const inside = (span: Span): Span[] => (span.start >= body.start && span.end > span.start ? [span] : []);
  if (node.type === 'scalar') return inside(node.span);
  if (node.type === 'list') return node.items.flatMap(item => valueSpans(item, body));
  // A label is read with its value; a heading introduces more than one thing.
  return node.entries.flatMap(({ key, value }) => [
    ...(value.type === 'scalar' ? inside(key.span) : []),
    ...valueSpans(value, body),
  ]);
}

function linesOf({ lines }: ParsedFile, span: Span): readonly number[] {
  const first = lineAt(lines, span.start);
  const last = lineAt(lines, Math.max(span.start, span.end - 1));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function collectTables(
  parsed: ParsedFile,
  blocks: readonly Block[],
  rows: Map<number, readonly Span[]>,
  headers: Set<number>,
  quiet: Set<number>,
): void {
  for (const block of blocks) {
    if (block.type === 'table') {
      const header = lineAt(parsed.lines, block.header.span.start);
      headers.add(header);
      quiet.add(header + 1);
      for (const row of block.rows)
        rows.set(
          lineAt(parsed.lines, row.span.start),
          row.cells.map(({ span }) => span),
        );
    } else if (block.type === 'break') for (const line of linesOf(parsed, block.span)) quiet.add(line);
    else if (block.type === 'quote') collectTables(parsed, block.blocks, rows, headers, quiet);
    else if (block.type === 'list')
      for (const item of block.items) collectTables(parsed, item.blocks, rows, headers, quiet);
  }
}

function titleLine({ lines, body, text }: ParsedFile, artifact: AnyArtifact): number | undefined {
  const title = artifact.model.title?.span;
  if (title && body && title.start >= body.start) return lineAt(lines, title.start);
  // A heading that repeats the title of the front matter says nothing more.
  const at = text.indexOf(artifact.title, body?.start ?? 0);
  return at === -1 ? undefined : lineAt(lines, at);
}

/** A heading stays where something stays under it before the next of its rank. */
function withoutEmptyHeadings(
  kept: readonly { readonly line: number; readonly text: string; readonly depth: number }[],
): typeof kept {
  return kept.filter(({ depth }, index) => {
    if (depth === 0) return true;
    for (let next = index + 1; next < kept.length; next++) {
      const other = kept[next];
      if (other === undefined || other.depth === 0) return other !== undefined;
      if (other.depth <= depth) return false;
    }
    return false;
  });
}
