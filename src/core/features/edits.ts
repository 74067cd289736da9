import type { ParsedFile } from '../parse/file.ts';
import type { Entry, MapNode, Node } from '../parse/tree.ts';
import { parseYaml } from '../parse/yaml.ts';
import type { Change, Fix } from '../rules/rule.ts';
import { spanOf, type Span } from '../text/span.ts';

/** Other characters in place of a span. Everything outside it survives: comments, quoting, order, line ends, byte order mark. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Works out against the present text which characters a fix changes; empty where its place is gone. */
export function editsFor(parsed: ParsedFile, fix: Fix): readonly TextEdit[] {
  return fix.changes.flatMap(change => editFor(parsed, change));
}

function editFor(parsed: ParsedFile, change: Change): readonly TextEdit[] {
  if (change.type === 'replace') return [{ span: change.span, newText: change.text }];
  const map = findMap(parsed, change.into);
  return map === undefined ? [] : addField(parsed.text, map, change.lines);
}

function findMap(parsed: ParsedFile, span: Span): MapNode | undefined {
  for (const { root } of parsed.documents) {
    const found = root && mapAt(root, span);
    if (found) return found;
  }
  return undefined;
}

function mapAt(node: Node, span: Span): MapNode | undefined {
  if (node.type === 'scalar' || node.span.start > span.start || node.span.end < span.end) return undefined;
  if (node.type === 'map' && node.span.start === span.start && node.span.end === span.end) return node;
  const children = node.type === 'map' ? node.entries.map(entry => entry.value) : node.items;
  for (const child of children) {
    const found = mapAt(child, span);
    if (found) return found;
  }
  return undefined;
}

function addField(text: string, map: MapNode, lines: readonly string[]): readonly TextEdit[] {
  const name = /^[^:]+/.exec(lines[0] ?? '')?.[0] ?? '';
  const present = map.entries.find(entry => entry.key.text === name);
  if (map.flow) return present ? [] : [addToFlowMap(map, lines)];
  const first = map.entries[0];
  if (first === undefined) return [];
  const indent = ' '.repeat(columnOf(text, first.key.span.start));
  if (present) return fillEmptyField(text, present, lines, indent);
  const last = map.entries.reduce(
    (latest, entry) => (entry.key.span.start > latest.key.span.start ? entry : latest),
    first,
  );
  return [insertLines(text, endOfEntry(text, last), lines, indent)];
}

/** `guardrails:` with nothing behind it: the value is written where it is missing. */
function fillEmptyField(text: string, entry: Entry, lines: readonly string[], indent: string): readonly TextEdit[] {
  if (entry.value.type !== 'scalar' || entry.value.value !== null || entry.value.span.start !== entry.value.span.end)
    return [];
  const inline = (lines[0] ?? '').slice((lines[0] ?? '').indexOf(':') + 1);
  const colon = text.indexOf(':', entry.key.span.end) + 1;
  const edits: TextEdit[] = inline === '' ? [] : [{ span: spanOf(colon, colon), newText: inline }];
  return lines.length === 1 ? edits : [...edits, insertLines(text, lineEnd(text, colon), lines.slice(1), indent)];
}

function insertLines(text: string, at: number, lines: readonly string[], indent: string): TextEdit {
  const eol = lineEnding(text);
  return { span: spanOf(at, at), newText: lines.map(line => eol + indent + line).join('') };
}

/** The end of the last line that belongs to the entry, a comment behind it included, its line break not. */
function endOfEntry(text: string, entry: Entry): number {
  let end = Math.max(entry.value.span.end, entry.key.span.end);
  // A block scalar's span takes the line breaks behind it along.
  while (end > entry.key.span.end && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return lineEnd(text, end);
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Counted from the line's start: in a list item, `- name` puts the fields two columns behind the dash. */
function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return text.charCodeAt(start) === 0xfeff ? offset - start - 1 : offset - start;
}

function lineEnding(text: string): string {
  const first = /\r\n|\n|\r/.exec(text);
  return first?.[0] ?? '\n';
}

function addToFlowMap(map: MapNode, lines: readonly string[]): TextEdit {
  const field = flowText(parseYaml(lines.join('\n'), 0)[0]?.root).slice(1, -1);
  const at = map.span.end - 1;
  return { span: spanOf(at, at), newText: (map.entries.length === 0 ? '' : ', ') + field };
}

function flowText(node: Node | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'list') return `[${node.items.map(flowText).join(', ')}]`;
  if (node.type === 'map')
    return `{${node.entries.map(entry => `${entry.key.text}: ${flowText(entry.value)}`).join(', ')}}`;
  return /^[\w %.<>=+/-]*$/.test(node.text) && node.text !== '' ? node.text : JSON.stringify(node.text);
}
