import type { ParsedFile } from '../../parse/file.ts';
import type { Node } from '../../parse/tree.ts';
import { lineAt } from '../../text/lines.ts';

/** Lines that fold into their first, zero-based, the last included. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly isComment: boolean;
}

/** More than anybody folds; editors stop at some thousand as well. */
const maxFolds = 5_000;

/**
 * What folds in a YAML file: every field and every item of a list that goes over several lines (embedded artifacts, stages
 * and metrics among them), documents divided by `---`, and comments that stand together. Undefined where the editor does
 * better without us: in Markdown, and while a document can't be parsed.
 */
export function foldsOf(parsed: ParsedFile): readonly Fold[] | undefined {
  const { documents, name, lines } = parsed;
  if (name.notation === 'markdown' || parsed.problems.length > 0) return undefined;
  if (documents.length === 0 || documents.some(({ problems }) => problems.length > 0)) return undefined;
  const ends = new Map<number, number>();

  function fold(from: number, to: number): void {
    const start = lineAt(lines, from);
    const end = lineAt(lines, Math.max(from, to - 1));
    // A list's item and its first field begin on one line: the longer fold is the one that is meant.
    if (end > start && end > (ends.get(start) ?? 0)) ends.set(start, end);
  }

  // With a stack of our own, and aliases left out: what they show stands elsewhere.
  const open: Node[] = [];
  for (const { root, span } of documents) {
    if (root === undefined) continue;
    if (documents.length > 1) fold(span.start, span.end);
    open.push(root);
  }
  const seen = new Set<Node>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'scalar') continue;
    if (node.type === 'map')
      for (const { key, value } of node.entries) {
        if (key.span.start < node.span.start || value.span.start < key.span.start) continue;
        fold(key.span.start, Math.max(value.span.end, key.span.end));
        open.push(value);
      }
    else
      for (const item of node.items) {
        if (item.span.start < node.span.start || item.span.end > node.span.end) continue;
        fold(item.span.start, item.span.end);
        open.push(item);
      }
  }
  const folds = [...ends].map(([start, end]) => ({ start, end, isComment: false }));
  return [...folds, ...commentFolds(parsed)].sort((a, b) => a.start - b.start || b.end - a.end).slice(0, maxFolds);
}

/** Two or more lines that are nothing but a comment. */
function commentFolds({ text, lines }: ParsedFile): readonly Fold[] {
  const folds: Fold[] = [];
  let first: number | undefined;
  for (let line = 0; line <= lines.length; line++) {
    const isComment = line < lines.length && startsComment(text, lines[line] ?? 0);
    if (isComment) first ??= line;
    else {
      if (first !== undefined && line - first > 1) folds.push({ start: first, end: line - 1, isComment: true });
      first = undefined;
    }
  }
  return folds;
}

function startsComment(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === '#';
}
