import type { Node, ScalarNode } from '../parse/tree.ts';
import { documentShapes } from '../schema/shapes.gen.ts';
import type { EitherShape, EmbedShape, LeafShape, ListShape, MapShape, ObjectShape, Shape } from '../schema/shape.ts';
import { spanOf, type Span } from '../text/span.ts';
import type { ListValue, Located, MapValue, ModelValue } from './located.ts';
import { finishMetric } from './metric-reading.ts';
import { nearestWord } from './nearest.ts';
import type { ReadingProblem } from './problem.ts';
import { readLeaf } from './read-leaf.ts';
import type { Models } from './types.gen.ts';
import { isFilledIn, isNoValue, isPlaceholder } from './values/placeholder.ts';

/** A set of fields while it is being read: the generated types describe it once it is done. */
export type ModelObject = Located & { readonly type: 'object'; blanks?: string[]; [field: string]: unknown };

export type Report = (problem: ReadingProblem) => void;

/**
 * Reads a document's tree into the model of its kind, checking it against the schema's tables on the way.
 * Never throws: what can't be read is reported and left out, what can't be understood stays text.
 */
export function readModel<K extends keyof Models>(kind: K, root: Node, report: Report): Models[K] {
  const shape = documentShapes[kind];
  if (root.type !== 'map') {
    report({ code: 'schema', message: `A ${kind} is a set of fields such as "title: …".`, span: root.span });
    return { type: 'object', span: root.span };
  }
  // The one place where what was read by the tables meets the types that are generated from the same schema.
  return readObject(shape, root, undefined, report) as unknown as Models[K];
}

/** `nothing` for what has no value (absent, null, "N/A"), `blank` where a placeholder stands, or what can't be used. */
type Reading = ModelValue | 'nothing' | 'blank';

function readValue(shape: Shape, node: Node, key: Span | undefined, field: string, report: Report): Reading {
  const emptiness = emptinessOf(node);
  if (emptiness === 'nothing') return 'nothing';
  if (emptiness === 'blank') {
    report({
      code: 'placeholder',
      message: `"${shorten((node as ScalarNode).text)}" is a placeholder: write what holds here, or remove the line.`,
      span: node.span,
    });
    return 'blank';
  }
  switch (shape.type) {
    case 'leaf':
      return readScalar(shape, node, key, field, report);
    case 'list':
      return readList(shape, node, key, field, report);
    case 'map':
      return readMap(shape, node, key, field, report);
    case 'either':
      return readEither(shape, node, key, field, report);
    case 'embed':
      return readEmbedded(shape, node, key, field, report);
    case 'object':
      return readObjectOrShorthand(shape, node, key, field, report);
  }
}

function emptinessOf(node: Node): 'nothing' | 'blank' | undefined {
  if (node.type !== 'scalar') return undefined;
  if (node.value === null) return 'nothing';
  if (typeof node.value !== 'string') return undefined;
  if (isFilledIn(node.text)) return undefined;
  if (isNoValue(node.text)) return 'nothing';
  return isPlaceholder(node.text) ? 'blank' : undefined;
}

function located(node: Node, key: Span | undefined): Located {
  const introduced = key ?? (node.type === 'map' ? node.anchor : undefined);
  return introduced === undefined ? { span: node.span } : { span: node.span, key: introduced };
}

function readScalar(shape: LeafShape, node: Node, key: Span | undefined, field: string, report: Report): Reading {
  if (node.type === 'scalar') return readLeaf(shape, node, located(node, key), field, report);
  const found = node.type === 'list' ? 'a list' : 'a set of fields';
  report({ code: 'schema', message: `"${field}" takes one value, not ${found}.`, span: node.span });
  return 'blank';
}

function readList(shape: ListShape, node: Node, key: Span | undefined, field: string, report: Report): Reading {
  if (node.type !== 'list') {
    if (shape.single === true && node.type === 'scalar')
      return listValue(node, key, [readValue(shape.item, node, undefined, field, report)]);
    report({ code: 'schema', message: `"${field}" is a list: begin each of its items with "- ".`, span: node.span });
    return 'blank';
  }
  return listValue(
    node,
    key,
    node.items.map(item => readValue(shape.item, item, undefined, field, report)),
  );
}

function listValue(node: Node, key: Span | undefined, readings: readonly Reading[]): ListValue<ModelValue> {
  return { type: 'list', ...located(node, key), items: readings.filter(reading => typeof reading !== 'string') };
}

function readMap(shape: MapShape, node: Node, key: Span | undefined, field: string, report: Report): Reading {
  if (node.type !== 'map') {
    report({
      code: 'schema',
      message: `"${field}" is a set of fields, one to a line: "name: value".`,
      span: node.span,
    });
    return 'blank';
  }
  const entries: { name: string; value: ModelValue }[] = [];
  for (const entry of node.entries) {
    const value = readValue(shape.value, entry.value, entry.key.span, entry.key.text, report);
    if (typeof value !== 'string') entries.push({ name: entry.key.text, value });
  }
  return { type: 'map', ...located(node, key), entries } satisfies MapValue<ModelValue>;
}

function readEither(shape: EitherShape, node: Node, key: Span | undefined, field: string, report: Report): Reading {
  return node.type === 'list'
    ? readList(shape.list, node, key, field, report)
    : readScalar(shape.scalar, node, key, field, report);
}

function readEmbedded(shape: EmbedShape, node: Node, key: Span | undefined, field: string, report: Report): Reading {
  if (node.type === 'scalar')
    return { type: 'reference', ...located(node, key), id: node.text.trim(), target: shape.kind };
  if (node.type === 'map') return readObject(documentShapes[shape.kind], node, key, report);
  report({
    code: 'schema',
    message: `"${field}" is written here as a set of fields, or it is the id of a ${shape.kind} document; a list is neither.`,
    span: node.span,
  });
  return 'blank';
}

function readObjectOrShorthand(
  shape: ObjectShape,
  node: Node,
  key: Span | undefined,
  field: string,
  report: Report,
): Reading {
  if (node.type === 'map') return readObject(shape, node, key, report);
  const inner = shape.shorthand === undefined ? undefined : shape.fields[shape.shorthand];
  if (inner === undefined || shape.shorthand === undefined || node.type === 'list') {
    report({
      code: 'schema',
      message: `"${field}" is a set of fields (${Object.keys(shape.fields).slice(0, 4).join(', ')} …).`,
      span: node.span,
    });
    return 'blank';
  }
  const value = readValue(inner, node, undefined, field, report);
  if (typeof value === 'string') return value;
  const object: ModelObject = { type: 'object', ...located(node, key) };
  object[shape.shorthand] = value;
  return finish(shape, object, report);
}

function readObject(
  shape: ObjectShape,
  node: Extract<Node, { type: 'map' }>,
  key: Span | undefined,
  report: Report,
): ModelValue {
  const object: ModelObject = { type: 'object', ...located(node, key) };
  let unknown = 0;
  let free: readonly string[] | undefined;
  for (const { key: name, value } of node.entries) {
    const field = Object.hasOwn(shape.fields, name.text) ? shape.fields[name.text] : undefined;
    if (field === undefined) {
      if (name.text.startsWith('x-') || name.text === '$schema') continue;
      free ??= freeNames(shape, node);
      const nearest = unknown++ < maxHints ? nearestWord(name.text, free) : undefined;
      report(unknownField(name, nearest));
      continue;
    }
    const reading = readValue(field, value, name.span, name.text, report);
    if (reading === 'blank') (object.blanks ??= []).push(name.text);
    else if (reading !== 'nothing') object[name.text] = reading;
  }
  for (const name of shape.required ?? []) {
    // A placeholder or a wrong value has been reported where it stands: there is nothing missing.
    const isWritten = node.entries.some(({ key, value }) => key.text === name && emptinessOf(value) !== 'nothing');
    if (object[name] === undefined && !isWritten) {
      const span = node.flow || node.entries[0] === undefined ? node.span : node.entries[0].key.span;
      report({ code: 'schema', message: `"${name}" is needed here.`, span: key ?? spanOf(span.start, span.end) });
    }
  }
  return finish(shape, object, report);
}

function finish(shape: ObjectShape, object: ModelObject, report: Report): ModelObject {
  return shape.name === 'Metric' ? finishMetric(object, report) : object;
}

/** Nearest names are looked for this often in one set of fields: a file of strangers has none, and a hundred thousand of them take their time. */
const maxHints = 50;

/** The names that are not taken: a field that is there already would be given twice. */
function freeNames(shape: ObjectShape, node: Extract<Node, { type: 'map' }>): readonly string[] {
  const taken = new Set(node.entries.map(({ key }) => key.text));
  return Object.keys(shape.fields).filter(field => !taken.has(field));
}

function unknownField(name: ScalarNode, nearest: string | undefined): ReadingProblem {
  const hint = nearest === undefined ? 'Prefix it with "x-" if it is your own.' : `Did you mean "${nearest}"?`;
  return {
    code: 'unknownField',
    message: `Nobody knows a field "${shorten(name.text)}" here. ${hint}`,
    span: name.span,
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
