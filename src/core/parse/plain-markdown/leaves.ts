import { spanOf } from '../../text/span.ts';
import { boxOf } from '../markdown/boxes.ts';
import { commentsIn } from '../markdown/comments.ts';
import { readInline, type Lines } from './inline.ts';
import {
  giveUp,
  innermostBlocks,
  type OpenHtml,
  type OpenItem,
  type OpenParagraph,
  type OpenTable,
  type Reading,
} from './reading.ts';
import * as units from './units.ts';

/** Closes what the last lines were part of. */
export function closeLeaf(reading: Reading): void {
  const { leaf } = reading;
  if (leaf === undefined) return;
  reading.leaf = undefined;
  switch (leaf.type) {
    case 'paragraph':
      closeParagraph(reading, leaf);
      return;
    case 'table':
      closeTable(reading, leaf);
      return;
    case 'html':
      closeHtml(reading, leaf);
      return;
    case 'indented': {
      const lines = leaf.lines.slice(0, leaf.kept);
      const end = lines[lines.length - 1]?.span.end ?? leaf.start;
      reading.blocks.push({ type: 'code', span: spanOf(leaf.start, end), lines });
      return;
    }
    case 'fence':
      // A fence that nobody closes goes to the end of the text; in a container its end is odd.
      if (reading.open.length > 0) {
        giveUp(reading);
        return;
      }
      if (reading.text.charCodeAt(reading.end - 1) === units.lineFeed)
        leaf.lines.push({ span: spanOf(reading.end, reading.end), text: '' });
      reading.blocks.push({ type: 'code', span: spanOf(leaf.start, reading.end), lines: leaf.lines });
  }
}

export function closeTable(reading: Reading, { start, end, header, rows }: OpenTable): void {
  innermostBlocks(reading).push({ type: 'table', span: spanOf(start, end), header, rows });
}

function closeHtml(reading: Reading, { start, end, isComment }: OpenHtml): void {
  const { text, comments } = reading;
  const raw = text.slice(start, end);
  // A comment that nobody closes hides the rest of its container.
  if (isComment && !raw.includes('-->')) {
    giveUp(reading);
    return;
  }
  if (isComment || raw.includes('<!--')) comments.push(...commentsIn(raw, start));
  innermostBlocks(reading).push({ type: 'html', span: spanOf(start, end) });
}

export function closeParagraph(reading: Reading, { lines }: OpenParagraph): void {
  const { text, open } = reading;
  const start = lines[0] ?? 0;
  const end = lines[lines.length - 1] ?? start;
  const blocks = innermostBlocks(reading);
  if (text.charCodeAt(start) === units.openBracket) {
    if (mayDefine(text, start, end)) {
      giveUp(reading);
      return;
    }
    const item = open[open.length - 1];
    if (item?.type === 'item' && item.begun === 1 && closeTask(reading, item, lines)) return;
    if (reading.hasEmptyItem && boxOf(text, start) !== undefined) giveUp(reading);
  }
  const content = readInline(reading, lines, spanOf(start, end), 'flow');
  if (content.text.trim() !== '') blocks.push({ type: 'paragraph', span: content.span, content });
}

/** Definitions of links change what stands anywhere else. */
function mayDefine(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes(']:');
}

/** The first paragraph of an item that begins with a box of GFM; false where it has none. */
function closeTask(reading: Reading, item: OpenItem, lines: Lines): boolean {
  const { text } = reading;
  const start = lines[0] ?? 0;
  const lineEnd = lines[1] ?? start;
  const box = boxOf(text, start);
  if (box === undefined || start + 3 > lineEnd) return false;
  if (item.emptiness !== 'none' || item.blocks.length > 0) {
    giveUp(reading);
    return true;
  }
  const content = start + 4;
  if (text.charCodeAt(start + 3) !== units.space || units.skipSpaces(text, content, lineEnd) >= lineEnd) {
    // The paragraph may go on with the text of the task.
    if (lines.length > 2) giveUp(reading);
    return false;
  }
  const end = lines[lines.length - 1] ?? lineEnd;
  item.box = box;
  const inline = readInline(reading, [content, ...lines.slice(1)], spanOf(start, end), 'task');
  if (inline.text.trim() !== '') item.blocks.push({ type: 'paragraph', span: inline.span, content: inline });
  return true;
}

/** Takes a line below a paragraph that makes it a heading (setext); false where it does not. */
export function underline(reading: Reading, { lines }: OpenParagraph, first: number, end: number): boolean {
  const { text } = reading;
  const unit = text.charCodeAt(first);
  if (unit !== units.equalsSign && unit !== units.hyphen) return false;
  if (units.skipSpaces(text, units.skipRun(text, first, end), end) < end) return false;
  const start = lines[0] ?? first;
  reading.leaf = undefined;
  if (text.charCodeAt(start) === units.openBracket) {
    giveUp(reading);
    return true;
  }
  const span = spanOf(start, end);
  const content = readInline(reading, lines, span, 'flow');
  innermostBlocks(reading).push({ type: 'heading', span, depth: unit === units.equalsSign ? 1 : 2, content });
  return true;
}
