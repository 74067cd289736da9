import type { ParsedFile } from '../../parse/file.ts';
import { parseYaml } from '../../parse/yaml.ts';
import { yamlScalar } from '../../templates/yaml-scalar.ts';
import { spanOf, type Span } from '../../text/span.ts';
import type { TextEdit } from '../edits.ts';

/** A file as it is rewritten: its text, and where Markdown begins in it. */
export type Written = Pick<ParsedFile, 'text' | 'body' | 'name'>;

/** Whether a place stands in the body of a Markdown file, and not in YAML. */
export function isInBody({ body }: Pick<Written, 'body'>, span: Span): boolean {
  return body !== undefined && span.start >= body.start;
}

/** The name behind `*`, where an alias stands in place of a value. */
export function aliasAt(file: Written, span: Span): string | undefined {
  if (isInBody(file, span) || file.text[span.start] !== '*') return undefined;
  return file.text.slice(span.start + 1, span.end).trim();
}

/** The name of the anchor that marks a value: `&first BET-001`. */
export function anchorBefore({ text }: Written, at: number): string | undefined {
  return /&([^\s,[\]{}]+)\s+(?:!\S*\s+)?["']?$/.exec(text.slice(Math.max(0, at - 200), at))?.[1];
}

/**
 * Another text in place of the first `length` characters of a value (of all of them where none is given), in the way it is
 * written: the quotes stay, and come only where the text would else be read as another.
 */
export function rewrite(file: Written, span: Span, newText: string, length?: number): TextEdit | undefined {
  const { text } = file;
  if (isInBody(file, span)) {
    const end = length === undefined ? span.end : Math.min(span.end, span.start + length);
    return { span: spanOf(span.start, end), newText: inMarkdown(newText) };
  }
  const raw = text.slice(span.start, span.end);
  const first = raw[0];
  if (first === '"' || first === "'") {
    const inner = spanOf(span.start + 1, length === undefined ? span.end - 1 : span.start + 1 + length);
    const quoted = first === '"' ? JSON.stringify(newText).slice(1, -1) : newText.replaceAll("'", "''");
    return { span: inner, newText: quoted };
  }
  if (first === '|' || first === '>') return rewriteBlock(file, span, newText, length);
  const rest = length === undefined ? '' : raw.slice(length);
  const scalar = plainOrQuoted(newText + rest);
  if (scalar === newText + rest) return { span: spanOf(span.start, span.end - rest.length), newText };
  return { span, newText: scalar };
}

/** `>-` and the like: the words stand on a line of their own. */
function rewriteBlock({ text }: Written, span: Span, newText: string, length?: number): TextEdit | undefined {
  const found = /^[|>][^\r\n]*(?:\r\n|\n|\r)[ \t]*/.exec(text.slice(span.start, span.end));
  if (found === null) return undefined;
  const start = span.start + found[0].length;
  if (length !== undefined) return { span: spanOf(start, start + length), newText };
  const isOneLine = !/[\r\n]/.test(text.slice(start, span.end).trimEnd());
  return isOneLine ? { span: spanOf(start, span.end), newText } : undefined;
}

/** Plain where YAML reads it back as that text, in block and in flow. */
export function plainOrQuoted(text: string): string {
  const safe = yamlScalar(text);
  if (safe === text) return text;
  // "yes" and "~" are other things to other readers.
  if (/^[A-Za-z~]*$/.test(text)) return safe;
  return [`k: ${text}\n`, `[${text}]\n`].every(yaml => readsBack(yaml, text)) ? text : safe;
}

function readsBack(yaml: string, text: string): boolean {
  const [document, ...others] = parseYaml(yaml, 0);
  const root = document?.root;
  if (document === undefined || others.length > 0 || document.problems.length > 0 || root === undefined) return false;
  const values = root.type === 'map' ? root.entries.map(entry => entry.value) : root.type === 'list' ? root.items : [];
  const [value] = values;
  return values.length === 1 && value?.type === 'scalar' && value.style === 'plain' && value.value === text;
}

/** What Markdown would take for marks, and what would end a cell. */
function inMarkdown(text: string): string {
  return text.replace(/[\\|*`[\]<>]/g, '\\$&');
}
