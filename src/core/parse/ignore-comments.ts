import { lineAt } from '../text/lines.ts';
import { spanOf, touches, type Span } from '../text/span.ts';
import type { ParsedFile } from './file.ts';
import { followingIn } from './markdown/following.ts';
import type { Node } from './tree.ts';

/** A comment that excuses findings: `# betwright-ignore RULE[, RULE]: reason (until DATE)`, in Markdown an HTML comment. */
export interface IgnoreComment {
  /** The comment, its signs included. */
  readonly span: Span;
  /** The rules that it names; none means all of them, which only the comment for a whole file can say. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The last day on which it counts, as written. */
  readonly until: string | undefined;
  readonly wholeFile: boolean;
  /** Findings that begin in here are excused; absent where nothing follows. */
  readonly excuses: Span | undefined;
}

const word = 'betwright-ignore';
const form = /^betwright-ignore(-file)?(?![\w-])[ \t]*([^:]{0,400})(?::([\s\S]{0,2000}))?$/;
const untilForm = /\(\s*until[ \t]+([^()\s]{1,40})[ \t]*\)\s*$/i;

/** The comments of a file that excuse something, in their order. Costs nothing where the word does not occur. */
export function ignoreComments(parsed: ParsedFile): readonly IgnoreComment[] {
  if (!parsed.text.includes(word)) return [];
  const { text, lines, markdown } = parsed;
  const inFields = followingFields(parsed);
  const inBody = markdown && followingIn(text, lines, markdown);
  const following: Following = comment => inFields(comment) ?? inBody?.(comment);
  return commentsOf(parsed).flatMap(comment => {
    const match = form.exec(comment.text.trim());
    return match ? [ignoreComment(parsed, comment.span, match, following)] : [];
  });
}

type Following = (comment: Span) => Span | undefined;

function ignoreComment(parsed: ParsedFile, span: Span, match: RegExpExecArray, following: Following): IgnoreComment {
  const wholeFile = match[1] !== undefined;
  const said = (match[3] ?? '').trim();
  const until = untilForm.exec(said);
  const reason = (until ? said.slice(0, until.index) : said).trim();
  const rules = (match[2] ?? '')
    .split(',')
    .map(rule => rule.trim())
    .filter(rule => rule !== '');
  return {
    span,
    rules,
    reason: reason === '' ? undefined : reason,
    until: until?.[1],
    wholeFile,
    excuses: wholeFile ? wholeFileSpan(parsed, span) : following(span),
  };
}

interface Comment {
  readonly span: Span;
  readonly text: string;
}

function commentsOf(parsed: ParsedFile): readonly Comment[] {
  return [...yamlComments(parsed), ...(parsed.markdown?.comments ?? [])];
}

/** A `#` begins a comment where blank or nothing stands before it and no scalar holds it. */
function yamlComments({ text, lines, documents, body, name }: ParsedFile): readonly Comment[] {
  const comments: Comment[] = [];
  const end = name.notation === 'markdown' ? (body?.start ?? 0) : text.length;
  for (let at = text.indexOf(word); at !== -1 && at < end; at = text.indexOf(word, at + 1)) {
    const lineStart = lines[lineAt(lines, at)] ?? 0;
    const sign = text.lastIndexOf('#', at);
    if (sign < lineStart || text.slice(sign + 1, at).trim() !== '') continue;
    if (sign > lineStart && !/\s/.test(text[sign - 1] ?? '')) continue;
    if (documents.some(({ root }) => root !== undefined && isInScalar(root, sign))) continue;
    const lineEnd = endOfLine(text, at);
    comments.push({ span: spanOf(sign, lineEnd), text: text.slice(sign + 1, lineEnd) });
  }
  return comments;
}

function isInScalar(node: Node, offset: number): boolean {
  if (!touches(node.span, offset)) return false;
  if (node.type === 'scalar') return node.span.start < offset && offset < node.span.end;
  const children = node.type === 'list' ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
  return children.some(child => isInScalar(child, offset));
}

/** Only at the top: before anything else is written, in Markdown above the first block, or in the front matter. */
function wholeFileSpan({ text, documents, markdown }: ParsedFile, span: Span): Span | undefined {
  const first = markdown
    ? markdown.blocks.find(block => block.type !== 'html')?.span.start
    : documents.find(({ root }) => root !== undefined)?.root?.span.start;
  return span.start <= (first ?? text.length) ? spanOf(0, text.length) : undefined;
}

/** The same for each comment of a row of them, which is looked through once. To be asked in the order of the comments. */
function followingFields(parsed: ParsedFile): Following {
  let known: { readonly from: number; readonly found: Span | undefined } | undefined;
  return ({ end }) => {
    if (known !== undefined && end >= known.from && end < (known.found?.start ?? parsed.text.length + 1))
      return known.found;
    known = { from: end, found: followingField(parsed, end) };
    return known.found;
  };
}

/** In YAML the next line that is neither blank nor a comment, and the list item or field that begins there. */
function followingField(parsed: ParsedFile, commentEnd: number): Span | undefined {
  const { text, lines, body } = parsed;
  for (let line = lineAt(lines, commentEnd) + 1; line < lines.length; line++) {
    const start = lines[line] ?? text.length;
    // What stands behind the front matter is no YAML.
    if (body !== undefined && start >= body.start) return undefined;
    const end = endOfLine(text, start);
    const written = text.slice(start, end).trim();
    if (written === '' || written.startsWith('#') || written === '---') continue;
    const own = spanOf(start, end);
    return spanOf(
      start,
      Math.max(end, ...parsed.documents.map(({ root }) => (root ? endOfBlocksFrom(root, own) : end))),
    );
  }
  return undefined;
}

/** Where the furthest field or list item that begins on the line ends. The map that begins with it is not meant. */
function endOfBlocksFrom(node: Node, line: Span): number {
  if (node.type === 'scalar' || node.span.end < line.start || node.span.start > line.end) return line.end;
  const parts =
    node.type === 'list'
      ? node.items.map(item => ({ start: item.span.start, inner: item }))
      : node.entries.map(({ key, value }) => ({ start: key.span.start, inner: value }));
  let end = line.end;
  for (const { start, inner } of parts) {
    if (start >= line.start && start <= line.end) end = Math.max(end, inner.span.end);
    else end = Math.max(end, endOfBlocksFrom(inner, line));
  }
  return end;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
