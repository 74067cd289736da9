import { spanOf } from '../../text/span.ts';
import type { MarkdownComment } from './blocks.ts';

const commentForm = /<!--([\s\S]*?)(?:-->|$)/g;

/** The comments in HTML that begins at `base`. */
export function commentsIn(html: string, base: number): readonly MarkdownComment[] {
  if (!html.includes('<!--')) return [];
  return Array.from(html.matchAll(commentForm), match => {
    const start = base + match.index;
    return { span: spanOf(start, start + match[0].length), text: match[1] ?? '' };
  });
}
