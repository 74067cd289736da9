import { kebabCase } from '../../../model/tiers.ts';
import { readFileName } from '../../../parse/file-name.ts';
import type { FieldInfo, LeafShape, ObjectShape, Shape } from '../../../schema/shape.ts';
import { documentShapes } from '../../../schema/shapes.gen.ts';
import { choiceOf, stopWith } from '../item.ts';
import type { FieldInfos } from '../question.ts';
import type { Surroundings } from '../surroundings.ts';
import { candidatesFor } from '../values.ts';
import { wantedFields } from '../wanted.ts';
import { plainInBlock, plainInFlow, scalarText } from './scalar.ts';

/** What a field's snippet is made of. */
export interface SnippetSources {
  readonly infos: FieldInfos;
  readonly around: Surroundings;
  readonly flow: boolean;
  readonly beside: (field: string) => string | undefined;
}

interface Writer extends SnippetSources {
  readonly stop: () => number;
  /** What stands where nothing is known: an example to write over, or nothing. */
  readonly unknown: 'example' | 'nothing';
}

/** Objects of which mostly one thing is said: the short form is what people write. */
const short: ReadonlySet<string> = new Set(['Owner', 'Audience', 'Component', 'AdoptionLevel', 'ChecklistItem']);
/** Lists of short names, on one line. */
const inLine: ReadonlySet<string> = new Set(['tags', 'drives', 'attendees']);
/** More ids are no choice, but a list of their own once the caret is there. */
const maxChoices = 12;

/** `field: value` with a stop at everything that is to be filled in; further lines are indented from the field's column. */
export function fieldSnippet(
  object: ObjectShape,
  field: string,
  path: readonly string[],
  sources: SnippetSources,
): string {
  let last = 0;
  const writer: Writer = { ...sources, stop: () => ++last, unknown: 'example' };
  const shape = object.fields[field];
  return shape === undefined ? `${field}: ` : `${field}:${valueSnippet(writer, object, field, shape, path)}`;
}

/** An item of a list, its dash included. Of a metric the numbers are nobody's but its own, and an example looks like one. */
export function itemSnippet(object: ObjectShape, path: readonly string[], sources: SnippetSources): string {
  let last = 0;
  const unknown = object.name === 'Metric' ? 'nothing' : 'example';
  const writer: Writer = { ...sources, stop: () => ++last, unknown };
  return `- ${indented(objectLines(writer, object, path).join('\n'))}`;
}

function valueSnippet(
  writer: Writer,
  object: ObjectShape,
  field: string,
  shape: Shape,
  path: readonly string[],
): string {
  const inner = [...path, field];
  switch (shape.type) {
    case 'leaf':
      return ` ${leafStop(writer, object, field, shape, path)}`;
    case 'either':
      return listSnippet(writer, object, field, shape.list.item, inner);
    case 'list':
      return listSnippet(writer, object, field, shape.item, inner);
    case 'map':
      return mapSnippet(writer, field, shape.value, inner);
    case 'embed':
      return objectSnippet(writer, documentShapes[shape.kind], inner);
    case 'object':
      return objectSnippet(writer, shape, inner);
  }
}

function objectSnippet(writer: Writer, object: ObjectShape, path: readonly string[]): string {
  const leaf = object.shorthand === undefined ? undefined : object.fields[object.shorthand];
  if (object.shorthand !== undefined && leaf?.type === 'leaf' && short.has(object.name))
    return ` ${leafStop(writer, object, object.shorthand, leaf, path)}`;
  const lines = objectLines(writer, object, path);
  return writer.flow ? ` { ${lines.join(', ')} }` : `\n  ${indented(lines.join('\n'))}`;
}

function objectLines(writer: Writer, object: ObjectShape, path: readonly string[]): readonly string[] {
  return wantedFields(object.name, path).flatMap(name => {
    const shape = object.fields[name];
    return shape === undefined ? [] : [`${name}:${valueSnippet(writer, object, name, shape, path)}`];
  });
}

function listSnippet(writer: Writer, object: ObjectShape, field: string, item: Shape, path: readonly string[]): string {
  if (item.type === 'leaf') {
    const stop = leafStop(writer, object, field, item, path);
    return writer.flow || inLine.has(field) ? ` [${stop}]` : `\n  - ${stop}`;
  }
  if (item.type !== 'object') return ' ';
  const leaf = item.shorthand === undefined ? undefined : item.fields[item.shorthand];
  const isShort = item.shorthand !== undefined && leaf?.type === 'leaf' && short.has(item.name);
  if (isShort) {
    const stop = leafStop(writer, item, item.shorthand, leaf, path);
    return writer.flow ? ` [${stop}]` : `\n  - ${stop}`;
  }
  const lines = objectLines(writer, item, path);
  return writer.flow ? ` [{ ${lines.join(', ')} }]` : `\n  - ${indented(indented(lines.join('\n')))}`;
}

function mapSnippet(writer: Writer, field: string, value: Shape, path: readonly string[]): string {
  const name = stopWith(writer.stop(), field === 'links' ? 'Dashboard' : 'Product');
  const inner: Writer = { ...writer, flow: true };
  const said =
    value.type === 'object'
      ? `{ ${objectLines(inner, value, path).join(', ')} }`
      : stopWith(writer.stop(), 'https://example.com');
  return writer.flow ? ` { ${name}: ${said} }` : `\n  ${name}: ${said}`;
}

/** The value's stop: a choice of words or ids, else what is likeliest or an example. */
function leafStop(
  writer: Writer,
  object: ObjectShape,
  field: string,
  leaf: LeafShape,
  path: readonly string[],
): string {
  const infos = Object.hasOwn(writer.infos, object.name) ? writer.infos[object.name] : undefined;
  const info = infos?.[field];
  const { candidates } = candidatesFor({
    object: object.name,
    field,
    leaf,
    info,
    around: writer.around,
    path,
    beside: writer.beside,
    listed: [],
    typed: '',
    limit: maxChoices + 1,
  });
  const texts = candidates.map(({ text }) => text);
  const write = (text: string): string =>
    text === '' ? '' : scalarText(text, writer.flow ? plainInFlow : plainInBlock, leaf.reading === 'text');
  if (leaf.words !== undefined || leaf.reading === 'boolean') return choiceOf(writer.stop(), texts);
  if (leaf.target !== undefined)
    return texts.length === 0 || texts.length > maxChoices
      ? stopWith(writer.stop(), '')
      : choiceOf(writer.stop(), texts.map(write));
  if (field === 'id' && Object.hasOwn(object.fields, 'kind'))
    return stopWith(writer.stop(), path.length === 0 ? idByFile(writer.around.file, write) : '');
  if (field === 'id')
    return stopWith(writer.stop(), path.length > 0 ? write(kebabCase(writer.beside('name') ?? '')) : '');
  const [likeliest] = candidates;
  const isGuess = likeliest === undefined || likeliest.kind === 'value';
  const text = isGuess && writer.unknown === 'nothing' ? undefined : (likeliest?.text ?? exampleOf(info));
  return stopWith(writer.stop(), text === undefined ? '' : write(text));
}

/** What a document without an id goes by already: the number its file begins with, else the file's name. */
function idByFile(file: string, write: (text: string) => string): string {
  const stem = readFileName(file)?.stem ?? '';
  return write(/^[A-Za-z]+-\d+/.exec(stem)?.[0] ?? stem);
}

function exampleOf(info: FieldInfo | undefined): string | undefined {
  for (const example of info?.examples ?? []) {
    const first: unknown = Array.isArray(example) ? example[0] : example;
    if (typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean') return String(first);
  }
  return undefined;
}

function indented(text: string): string {
  return text.replace(/\n(?=.)/g, '\n  ');
}
