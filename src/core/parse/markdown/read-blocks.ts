import type { Span } from '../../text/span.ts';
import { readPlainMarkdown } from '../plain-markdown/read.ts';
import type { MarkdownBody } from './blocks.ts';
import { guard } from './guard.ts';
import { readWithLibrary } from './library.ts';

/**
 * Reads Markdown (GFM) into blocks. Never throws; what would take too long is left out and told in `problems`.
 * `body` is the stretch of the file behind its front matter.
 */
export function parseMarkdown(text: string, body: Span): MarkdownBody {
  const guarded = guard(text.slice(body.start, body.end), body.start);
  const plain = guarded.problems.length === 0 ? readPlainMarkdown(text, body) : undefined;
  return plain ?? readWithLibrary(guarded, body);
}

/** The same for any text, some hundred times slower: what {@link parseMarkdown} asks where a text is not plain, and is held against. */
export function parseMarkdownWithLibrary(text: string, body: Span): MarkdownBody {
  return readWithLibrary(guard(text.slice(body.start, body.end), body.start), body);
}
