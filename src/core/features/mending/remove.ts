import type { ParsedFile } from '../../parse/file.ts';
import type { Entry, ListNode, MapNode, Node } from '../../parse/tree.ts';
import { spanOf, type Span } from '../../text/span.ts';
import type { TextEdit } from '../edits.ts';
import { isInBody } from '../refactor/place.ts';

/** The edit by which one value of a list, or the field that has only it, leaves; undefined where that can't be told apart. */
export function removeValue(parsed: ParsedFile, span: Span): TextEdit | undefined {
  const { text } = parsed;
  if (isInBody(parsed, span)) return gone(withComma(text, span));
  for (const { root } of parsed.documents) {
    const way = root && wayTo(root, span);
    if (way) return leave(text, way);
  }
  return undefined;
}

/** A comment with its line, where it stands alone on it. */
export function removeComment({ text }: ParsedFile, span: Span): TextEdit | undefined {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  const isAlone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  if (isAlone) return gone(spanOf(start, afterBreak(text, end)));
  let from = span.start;
  while (from > start && /[ \t]/.test(text[from - 1] ?? '')) from--;
  return gone(spanOf(from, span.end));
}

type Step =
  | { readonly type: 'item'; readonly list: ListNode; readonly item: Node }
  | { readonly type: 'entry'; readonly map: MapNode; readonly entry: Entry };

/** What holds a scalar, from the outermost inwards. */
function wayTo(node: Node, span: Span): readonly Step[] | undefined {
  if (node.type === 'scalar') return node.span.start === span.start && node.span.end === span.end ? [] : undefined;
  const parts: readonly (readonly [Step, Node])[] =
    node.type === 'list'
      ? node.items.map(item => [{ type: 'item', list: node, item }, item])
      : node.entries.map(entry => [{ type: 'entry', map: node, entry }, entry.value]);
  for (const [step, inner] of parts) {
    if (inner.span.start > span.start || inner.span.end < span.end) continue;
    const rest = wayTo(inner, span);
    if (rest) return [step, ...rest];
  }
  return undefined;
}

function leave(text: string, way: readonly Step[]): TextEdit | undefined {
  const step = way.at(-1);
  if (step === undefined) return undefined;
  if (step.type === 'item') {
    const { list, item } = step;
    if (text[list.span.start] === '*') return undefined;
    if (list.items.length === 1) return leave(text, way.slice(0, -1));
    return list.flow ? gone(withComma(text, item.span)) : wholeLines(text, item.span, /^[ \t]*-[ \t]+$/);
  }
  const { map, entry } = step;
  const span = spanOf(entry.key.span.start, Math.max(entry.key.span.end, entry.value.span.end));
  if (map.entries.length === 1 || span.start < map.span.start) return undefined;
  return map.flow ? gone(withComma(text, span)) : wholeLines(text, span, /^[ \t]*$/);
}

/** With the comma behind it, else the one before. */
function withComma(text: string, span: Span): Span {
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(span.end, span.end + 100));
  if (behind) return spanOf(span.start, span.end + behind[0].length);
  const before = /[ \t]*,[ \t]*$/.exec(text.slice(Math.max(0, span.start - 100), span.start));
  return spanOf(span.start - (before?.[0].length ?? 0), span.end);
}

function wholeLines(text: string, span: Span, before: RegExp): TextEdit | undefined {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  if (!before.test(text.slice(start, span.start)) || !/^[ \t]*(?:#|$)/.test(text.slice(span.end, end)))
    return undefined;
  return gone(spanOf(start, afterBreak(text, end)));
}

function gone(span: Span): TextEdit {
  return { span, newText: '' };
}

function lineStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return text.charCodeAt(at) === 0xfeff ? at + 1 : at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function afterBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return at < text.length ? at + 1 : at;
}
