import { isNoValue } from '../model/values/placeholder.ts';
import type { Entry, ListNode, MapNode, Node } from '../parse/tree.ts';
import { parseYaml } from '../parse/yaml.ts';
import { spanOf, type Span } from '../text/span.ts';
import { keepsBlocksApart } from './gaps.ts';

/** Other characters in place of a span. Everything outside it survives: comments, quoting, order, line ends, byte order mark. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * A new field in a set of fields, or the value of one that waits for it; of several lines the first begins with its
 * name. Empty where nothing can be written: the field has a value, or the place belongs to others too.
 */
export function addField(text: string, map: MapNode, lines: readonly string[]): readonly TextEdit[] {
  // An alias shows what an anchor marks, elsewhere and for others too: there is nothing to be added in its place.
  if (text[map.span.start] === '*') return [];
  const name = /^[^:]+/.exec(lines[0] ?? '')?.[0] ?? '';
  const own = map.entries.filter(({ key }) => map.span.start <= key.span.start && key.span.end <= map.span.end);
  const present = own.find(entry => entry.key.text === name);
  if (map.flow) return text[map.span.start] === '{' ? addToFlowMap(text, map, own, present, lines) : [];
  const first = own[0];
  if (first === undefined) return [];
  const indent = ' '.repeat(indentOf(text, first));
  if (present) return fillEmptyField(text, present, lines, indent);
  const last = own.reduce((latest, entry) => (entry.key.span.start > latest.key.span.start ? entry : latest), first);
  const at = endOfEntry(text, last);
  const isBorder = lines.length > 1 || /[\r\n]/.test(text.slice(last.key.span.start, at));
  const isApart = isBorder && keepsBlocksApart(text, wholeLines(text, map.span), indent.length);
  return [insertLines(text, at, isApart ? ['', ...lines] : lines, indent)];
}

/** The span with the blanks before its first character. */
function wholeLines(text: string, { start, end }: Span): Span {
  let from = start;
  while (text[from - 1] === ' ') from--;
  return spanOf(from, end);
}

/** A new last item of a list; `lines` are YAML without indentation and without the dash. */
export function addItem(text: string, list: ListNode, lines: readonly string[]): readonly TextEdit[] {
  if (text[list.span.start] === '*') return [];
  const last = list.items.at(-1);
  if (list.flow) {
    const node = parseYaml(lines.join('\n'), 0)[0]?.root;
    if (node === undefined || text[list.span.start] !== '[') return [];
    const at = last?.span.end ?? list.span.start + 1;
    return [{ span: spanOf(at, at), newText: `${last ? ', ' : ''}${flowText(node)}` }];
  }
  const indent = dashIndent(text, list.span.start);
  const [first = '', ...rest] = lines;
  const at = lineEnd(text, Math.max(list.span.end, last?.span.end ?? 0));
  return [insertLines(text, at, [`- ${first}`, ...rest.map(line => (line === '' ? '' : `  ${line}`))], indent)];
}

/** The column of a list's dashes, as blanks: the first dash may stand behind that of a list around it. */
function dashIndent(text: string, dash: number): string {
  let start = dash;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  if (text.charCodeAt(start) === 0xfeff) start++;
  return text.slice(start, dash).replace(/[^\t]/g, ' ');
}

/** `guardrails:` with nothing behind it, or with `null` or `N/A`: the value is written where it is missing. */
function fillEmptyField(text: string, entry: Entry, lines: readonly string[], indent: string): readonly TextEdit[] {
  const { value } = entry;
  if (value.type !== 'scalar' || value.style === 'block') return [];
  if (value.value !== null && !isNoValue(value.text)) return [];
  const inline = inlineOf(lines);
  const colon = text.indexOf(':', entry.key.span.end) + 1;
  // Nothing but blanks may stand between: an anchor, a tag or an alias would be torn from its value.
  if (value.span.end > colon && /[^ \t]/.test(text.slice(colon, value.span.start))) return [];
  // An absent value stands somewhere behind the colon, with blanks and comments around that are kept.
  const span = spanOf(colon, value.span.end > value.span.start ? value.span.end : colon);
  const edits: TextEdit[] = inline === '' && span.end === span.start ? [] : [{ span, newText: inline }];
  if (lines.length === 1) return edits;
  return [...edits, insertLines(text, lineEnd(text, span.end), lines.slice(1), indent)];
}

function inlineOf(lines: readonly string[]): string {
  const first = lines[0] ?? '';
  return first.slice(first.indexOf(':') + 1);
}

function insertLines(text: string, at: number, lines: readonly string[], indent: string): TextEdit {
  const eol = lineEnding(text);
  return { span: spanOf(at, at), newText: lines.map(line => (line === '' ? eol : eol + indent + line)).join('') };
}

/** The end of the last line that belongs to the entry, a comment behind it included, its line break not. */
function endOfEntry(text: string, entry: Entry): number {
  return lineEnd(text, Math.max(entry.value.span.end, entry.key.span.end));
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/**
 * The column of a set's fields, counted from the line's start: in a list item, `- name` puts them two behind the dash.
 * What marks the first field (`&anchor name`, `? name`) stands in the column, and the name behind it.
 */
function indentOf(text: string, first: Entry): number {
  let start = first.key.span.start;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  if (text.charCodeAt(start) === 0xfeff) start++;
  const before = text.slice(start, first.key.span.start);
  return /^(?:[ \t]*-(?=[ \t]))*[ \t]*/.exec(before)?.[0].length ?? before.length;
}

/** The first line break of a text; all that is added is broken in the same way. */
export function lineEnding(text: string): string {
  const first = /\r\n|\n|\r/.exec(text);
  return first?.[0] ?? '\n';
}

function addToFlowMap(
  text: string,
  map: MapNode,
  own: readonly Entry[],
  present: Entry | undefined,
  lines: readonly string[],
): readonly TextEdit[] {
  const entry = firstEntry(parseYaml(lines.join('\n'), 0)[0]?.root);
  if (entry === undefined) return [];
  if (present) return fillEmptyInFlow(text, present, flowText(entry.value));
  const field = `${entry.key.text}: ${flowText(entry.value)}`;
  const end = own.reduce((latest, { key, value }) => Math.max(latest, key.span.end, endWithin(map, value)), 0);
  if (end > 0) return [{ span: spanOf(end, end), newText: `, ${field}` }];
  return map.entries.length > 0 ? [] : [{ span: spanOf(map.span.start + 1, map.span.start + 1), newText: field }];
}

function fillEmptyInFlow(text: string, { key, value }: Entry, written: string): readonly TextEdit[] {
  if (value.type !== 'scalar' || (value.value !== null && !isNoValue(value.text))) return [];
  const colon = /^[ \t]*:/.exec(text.slice(key.span.end, key.span.end + 100));
  const after = key.span.end + (colon?.[0].length ?? 0);
  const end = value.span.end > value.span.start ? value.span.end : after;
  return [{ span: spanOf(after, end), newText: colon ? ` ${written}` : `: ${written}` }];
}

function endWithin(map: MapNode, value: Node): number {
  return value.span.end <= map.span.end ? value.span.end : 0;
}

function firstEntry(node: Node | undefined): Entry | undefined {
  return node?.type === 'map' ? node.entries[0] : undefined;
}

function flowText(node: Node): string {
  if (node.type === 'list') return `[${node.items.map(flowText).join(', ')}]`;
  if (node.type === 'map')
    return `{ ${node.entries.map(({ key, value }) => `${key.text}: ${flowText(value)}`).join(', ')} }`;
  const plain = node.style === 'plain' && node.text !== '' && !/[,[\]{}\n]/.test(node.text);
  return plain ? node.text : JSON.stringify(node.text);
}
