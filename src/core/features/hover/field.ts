import type { AnyArtifact } from '../../model/artifact.ts';
import type { FileModel } from '../../model/file-model.ts';
import type { Located } from '../../model/located.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { Node } from '../../parse/tree.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { FieldInfo, ObjectShape, Shape } from '../../schema/shape.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { yamlScalar } from '../../templates/yaml-scalar.ts';
import { touches, type Span } from '../../text/span.ts';

/** A field that the schemas know, at a place in a file. */
export interface FieldPlace {
  /** The object that the field belongs to, as in `fieldInfos`: `Metric`. */
  readonly object: string;
  readonly field: string;
  /** The field's name, or the value that the offset is in. */
  readonly span: Span;
}

/** The innermost known field whose name or value stands at the offset. */
export function fieldAt(parsed: ParsedFile, model: FileModel, offset: number): FieldPlace | undefined {
  const document = parsed.documents.find(({ root, span }) => root !== undefined && touches(span, offset));
  if (document?.root === undefined) return undefined;
  const { start } = document.span;
  const kind = [...model.artifacts, ...model.broken].find(({ span }) => span.start === start)?.kind;
  return kind && find(document.root, documentShapes[kind], undefined, offset);
}

function find(node: Node, shape: Shape, field: FieldPlace | undefined, offset: number): FieldPlace | undefined {
  if (node.type === 'scalar') return field && touches(node.span, offset) ? { ...field, span: node.span } : undefined;
  if (node.type === 'list') {
    const item = node.items.find(({ span }) => touches(span, offset));
    return item && find(item, itemShape(shape), field, offset);
  }
  for (const { key, value } of node.entries) {
    const fields = objectShape(shape)?.fields;
    const inner = fields && Object.hasOwn(fields, key.text) ? fields[key.text] : undefined;
    const own = inner && { object: objectShape(shape)?.name ?? '', field: key.text, span: key.span };
    // Names of one's own, in links or shares, belong to the field that they fill.
    const named = shape.type === 'map' && field ? { ...field, span: key.span } : own;
    if (touches(key.span, offset)) return named;
    if (touches(value.span, offset)) return named && find(value, valueShape(shape, inner), named, offset);
  }
  return undefined;
}

function objectShape(shape: Shape): ObjectShape | undefined {
  if (shape.type === 'object') return shape;
  return shape.type === 'embed' ? documentShapes[shape.kind satisfies Kind] : undefined;
}

function itemShape(shape: Shape): Shape {
  if (shape.type === 'list') return shape.item;
  if (shape.type === 'either') return shape.list.item;
  // A list where the schema wants something else: what stands in it belongs to the field all the same.
  return shape;
}

function valueShape(shape: Shape, inner: Shape | undefined): Shape {
  return inner ?? (shape.type === 'map' ? shape.value : shape);
}

/** The same in the body of Markdown, where a label or a heading stands for the field: by what the model has there. */
export function fieldInBody(artifact: AnyArtifact, offset: number): FieldPlace | undefined {
  return findInModel(artifact.model as unknown as ModelObject, documentShapes[artifact.kind], offset);
}

type ModelObject = Located & Readonly<Record<string, unknown>>;

function findInModel(object: ModelObject, shape: ObjectShape, offset: number): FieldPlace | undefined {
  for (const [field, inner] of Object.entries(shape.fields)) {
    const value = object[field];
    if (!isLocated(value)) continue;
    const own = { object: shape.name, field };
    if (value.key && touches(value.key, offset)) return { ...own, span: value.key };
    const nested = findInValue(value, inner, offset);
    if (nested) return nested;
    const isLeaf = inner.type === 'leaf' || inner.type === 'either';
    if (isLeaf && touches(value.span, offset)) return { ...own, span: value.span };
  }
  return undefined;
}

function findInValue(value: ModelObject, shape: Shape, offset: number): FieldPlace | undefined {
  const items: unknown = value['items'];
  if (Array.isArray(items)) {
    const item = itemShape(shape);
    for (const each of items) {
      const found = isLocated(each) ? findInValue(each, item, offset) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  const inner = value['type'] === 'object' ? objectShape(shape) : undefined;
  return inner && findInModel(value, inner, offset);
}

function isLocated(value: unknown): value is ModelObject {
  return typeof value === 'object' && value !== null && 'span' in value;
}

type FieldInfos = Readonly<Record<string, Readonly<Record<string, FieldInfo>>>>;

/** What is said of a field, as Markdown made of the schema alone. Undefined where the schemas say nothing. */
export function describeField(infos: FieldInfos, { object, field }: FieldPlace): string | undefined {
  const fields = Object.hasOwn(infos, object) ? infos[object] : undefined;
  const info = fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (info === undefined) return undefined;
  const [example] = info.examples;
  return [
    `**${info.title ?? field}**`,
    info.description,
    info.words && Object.entries(info.words).map(wordLine).join('\n'),
    saysNothing.has(info.fallback) ? undefined : `When absent: ${info.fallback.replace(/\.$/, '')}.`,
    example !== undefined && `\`\`\`yaml\n${field}: ${flowYaml(example)}\n\`\`\``,
  ]
    .filter(part => typeof part === 'string')
    .join('\n\n');
}

function wordLine([word, meaning]: [string, string]): string {
  return `- \`${word}\`: ${meaning}`;
}

/** That nothing is there when nothing is written goes without saying. */
const saysNothing: ReadonlySet<string> = new Set(['none', 'not said', '[]', '{}']);

/** An example as it can be typed behind the field's name. */
function flowYaml(value: unknown): string {
  if (typeof value === 'string') return yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]: [string, unknown]) => `${name}: ${flowYaml(inner)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
