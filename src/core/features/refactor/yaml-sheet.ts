import { isNoValue } from '../../model/values/placeholder.ts';
import type { ParsedFile } from '../../parse/file.ts';
import { entryOf, type Entry, type MapNode, type Node } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape, Shape } from '../../schema/shape.ts';
import { addField, addItem, lineEnding, type TextEdit } from '../edits.ts';
import { fieldsOf, isFields, isList, type Fields, type Value } from './value.ts';
import { textScalar, yamlFlow, yamlItems, yamlLines } from './yaml-text.ts';

/** Edits of one YAML document, or of front matter, while they are being collected. */
export interface Sheet {
  readonly parsed: ParsedFile;
  readonly edits: TextEdit[];
  /** What can't be written without touching what belongs to others: behind an alias, a merge key, or of another form. */
  readonly stuck: string[];
}

export function newSheet(parsed: ParsedFile): Sheet {
  return { parsed, edits: [], stuck: [] };
}

/** Sets fields, deep inside too: what is there is replaced, lists get further items, the rest is added. */
export function setFields(sheet: Sheet, map: MapNode, shape: ObjectShape | undefined, fields: Fields): void {
  // What goes into a field that is there comes first: at one place in the text it belongs to the lines above.
  const isNew = (name: string): boolean => ownEntry(map, name) === undefined;
  for (const [name, value] of fields) if (!isNew(name)) setField(sheet, map, shape, name, value);
  for (const [name, value] of fields) if (isNew(name)) setField(sheet, map, shape, name, value);
}

function setField(sheet: Sheet, map: MapNode, shape: ObjectShape | undefined, name: string, value: Value): void {
  const entry = ownEntry(map, name);
  const inner = shape && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  if (entry === undefined || isEmpty(entry.value)) {
    if (entry === undefined && entryOf(map, name) !== undefined) sheet.stuck.push(name);
    else addTo(sheet, map, name, value);
    return;
  }
  const node = entry.value;
  if (sheet.parsed.text[node.span.start] === '*') sheet.stuck.push(name);
  else if (isFields(value)) setInside(sheet, entry, inner, value);
  else if (isList(value)) addItems(sheet, name, node, value);
  else if (node.type !== 'scalar') sheet.stuck.push(name);
  else {
    const [line = ''] = yamlLines(new Map([['x', value]]));
    const newText = typeof value === 'string' ? textScalar(value, map.flow ? 'flow' : 'block') : line.slice(3);
    if (newText !== sheet.parsed.text.slice(node.span.start, node.span.end))
      sheet.edits.push({ span: node.span, newText });
  }
}

function setInside(sheet: Sheet, { key, value: node }: Entry, inner: Shape | undefined, fields: Fields): void {
  const shape = inner?.type === 'embed' ? documentShapes[inner.kind] : inner?.type === 'object' ? inner : undefined;
  if (node.type === 'map') setFields(sheet, node, shape, fields);
  else if (node.type === 'scalar' && node.style !== 'block' && shape?.shorthand !== undefined) {
    const source = { bare: sheet.parsed.text.slice(node.span.start, node.span.end) };
    const whole = fieldsOf([[shape.shorthand, source], ...fields]);
    sheet.edits.push({ span: node.span, newText: yamlFlow(whole) });
  } else sheet.stuck.push(key.text);
}

function addItems(sheet: Sheet, name: string, node: Node, items: readonly Value[]): void {
  const { text } = sheet.parsed;
  if (node.type === 'scalar' && node.style !== 'block') {
    const source = { bare: text.slice(node.span.start, node.span.end) };
    sheet.edits.push({ span: node.span, newText: yamlFlow([source, ...items]) });
    return;
  }
  if (node.type !== 'list') {
    sheet.stuck.push(name);
    return;
  }
  for (const item of items) {
    const lines = yamlItems([item]).map(line => line.slice(2));
    const made = addItem(text, node, lines);
    if (made.length === 0) sheet.stuck.push(name);
    sheet.edits.push(...made);
  }
}

function addTo(sheet: Sheet, map: MapNode, name: string, value: Value): void {
  const lines = yamlLines(new Map([[name, value]]));
  const made = addField(sheet.parsed.text, map, lines);
  if (made.length === 0) sheet.stuck.push(name);
  sheet.edits.push(...made);
}

/** An entry that stands in the map itself, and not behind a merge key. */
export function ownEntry(map: MapNode, name: string): Entry | undefined {
  const entry = entryOf(map, name);
  const isOwn = entry && map.span.start <= entry.key.span.start && entry.key.span.end <= map.span.end;
  return isOwn ? entry : undefined;
}

function isEmpty(node: Node): boolean {
  return node.type === 'scalar' && node.style !== 'block' && (node.value === null || isNoValue(node.text));
}

/** The node at a path of names and places in lists. */
export function nodeAt(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  let node = root;
  for (const step of path) {
    if (node?.type === 'map' && typeof step === 'string') node = entryOf(node, step)?.value;
    else if (node?.type === 'list' && typeof step === 'number') node = node.items[step];
    else return undefined;
  }
  return node;
}

/** Front matter where there is none yet, at the very top, behind a byte order mark. */
export function newFrontMatter(text: string, fields: Fields): TextEdit {
  const eol = lineEnding(text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = ['---', ...yamlLines(fields), '---', ''];
  return { span: { start, end: start }, newText: lines.map(line => line + eol).join('') };
}
