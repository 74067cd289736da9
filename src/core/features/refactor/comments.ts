import type { ParsedFile } from '../../parse/file.ts';
import type { Node } from '../../parse/tree.ts';
import type { Span } from '../../text/span.ts';

export interface Comment {
  readonly span: Span;
  /** Without its sign and the blanks around it. */
  readonly text: string;
}

/** The comments of the YAML documents of a file: a `#` behind a blank, and in no scalar. */
export function yamlComments({ text, documents, body, name }: ParsedFile): readonly Comment[] {
  const end = name.notation === 'markdown' ? (body?.start ?? 0) : text.length;
  const scalars = documents.flatMap(({ root }) => (root ? scalarSpans(root) : [])).sort((a, b) => a.start - b.start);
  const comments: Comment[] = [];
  let scalar = 0;
  for (let at = text.indexOf('#'); at !== -1 && at < end;) {
    while ((scalars[scalar]?.end ?? Infinity) <= at) scalar++;
    const around = scalars[scalar];
    if (around && around.start <= at && at < around.end) {
      at = text.indexOf('#', around.end);
      continue;
    }
    const lineEnd = endOfLine(text, at);
    if (at === 0 || /[\s\ufeff]/.test(text.charAt(at - 1))) {
      comments.push({ span: { start: at, end: lineEnd }, text: text.slice(at + 1, lineEnd).trim() });
      at = text.indexOf('#', lineEnd);
    } else at = text.indexOf('#', at + 1);
  }
  return comments;
}

function scalarSpans(node: Node): readonly Span[] {
  if (node.type === 'scalar') return node.span.end > node.span.start ? [node.span] : [];
  return node.type === 'list'
    ? node.items.flatMap(scalarSpans)
    : node.entries.flatMap(({ key, value }) => [...scalarSpans(key), ...scalarSpans(value)]);
}

export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** A comment as Markdown writes it; what would end it early is taken apart. */
export function htmlComment(text: string): string {
  return `<!-- ${text.replace(/--(?=>|!>)/g, '- -').replace(/^(?=-?>)/, ' ')} -->`;
}

/** Lines as YAML writes a comment. */
export function hashComment(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map(line => (line.trim() === '' ? '#' : `# ${line.trimEnd()}`));
}
