import type { FileModel } from '../../model/file-model.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { Node } from '../../parse/tree.ts';
import { spanOf, touches, type Span } from '../../text/span.ts';
import { isInBody } from './rewrite.ts';
import { writtenSpan } from './spot.ts';

/**
 * What the selection grows through from an offset on, the smallest first, each inside the next: a value's words, the value,
 * its field, the block around, and so on up to the artifact and the file.
 */
export function selectionsAt(parsed: ParsedFile, model: FileModel, offset: number): readonly Span[] {
  const found: Span[] = [spanOf(0, parsed.text.length)];
  const at = spanOf(offset, offset);
  for (const { span } of [...model.artifacts, ...model.broken]) found.push(span);
  if (isInBody(parsed, at)) for (const { model: values } of model.artifacts) collectValues(values, offset, found);
  else
    for (const { root } of parsed.documents) {
      if (root === undefined || !touches(root.span, offset)) continue;
      collectNodes(root, offset, found);
      break;
    }
  return chain(found.filter(span => touches(span, offset)));

  function collectNodes(top: Node, where: number, into: Span[]): void {
    for (let node: Node | undefined = top; node !== undefined;) {
      into.push(node.span);
      if (node.type === 'scalar') {
        const words = writtenSpan(parsed.text, node.span);
        if (touches(words, where)) into.push(words);
        return;
      }
      if (node.type === 'list') {
        node = node.items.find(({ span }) => touches(span, where));
        continue;
      }
      const entry = node.entries.find(({ key, value }) => {
        return key.span.start <= where && where <= Math.max(key.span.end, value.span.end);
      });
      if (entry === undefined) return;
      into.push(spanOf(entry.key.span.start, Math.max(entry.key.span.end, entry.value.span.end)));
      if (touches(entry.key.span, where)) {
        into.push(entry.key.span);
        return;
      }
      node = entry.value;
    }
  }
}

/** Every value of the model that the offset is in, in a Markdown body. */
function collectValues(value: unknown, offset: number, into: Span[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collectValues(item, offset, into);
    return;
  }
  const { span } = value as { readonly span?: Span };
  if (span && touches(span, offset)) into.push(span);
  for (const [name, inner] of Object.entries(value))
    if (name !== 'span' && name !== 'key') collectValues(inner, offset, into);
}

/** From the smallest on, those that hold the one before; each once. */
function chain(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  const chained: Span[] = [];
  for (const span of sorted) {
    const last = chained.at(-1);
    if (last === undefined) chained.push(span);
    else if (span.start <= last.start && last.end <= span.end && (span.start < last.start || last.end < span.end))
      chained.push(span);
  }
  return chained;
}
