import type { Span } from '../../text/span.ts';
import type { MarkdownBody } from '../markdown/blocks.ts';
import { closeContainers } from './containers.ts';
import { readLine } from './lines.ts';
import { startReading } from './reading.ts';
import { carriageReturn } from './units.ts';

/**
 * Reads Markdown that is written plainly: headings, paragraphs, lists, tables, quotes, fences, comments. Gives what the
 * library’s reader would give, or undefined for a text in which anything is rare: definitions, indented code, unknown
 * entities, tabs that indent, tags over lines. Never throws, and takes time in proportion to the text.
 */
export function readPlainMarkdown(text: string, body: Span): MarkdownBody | undefined {
  const { start, end } = body;
  if (end !== text.length || !isPlainText(text, start)) return undefined;
  const reading = startReading(text, start, end);
  for (let at = start; at < end;) {
    const found = text.indexOf('\n', at);
    const next = found === -1 ? end : found + 1;
    const lineEnd =
      found === -1 ? end : found > at && text.charCodeAt(found - 1) === carriageReturn ? found - 1 : found;
    readLine(reading, at, lineEnd);
    if (reading.isUnsure) return undefined;
    at = next;
  }
  closeContainers(reading, 0);
  if (reading.isUnsure) return undefined;
  return { span: body, blocks: reading.blocks, comments: reading.comments, problems: [] };
}

/** Line ends and characters that VS Code, the library and we all see in the same way. */
function isPlainText(text: string, start: number): boolean {
  if (text.includes('\0', start) || text.charCodeAt(start) === 0xfeff) return false;
  return !text.includes('\r', start) || !/\r(?!\n)/.test(text);
}
