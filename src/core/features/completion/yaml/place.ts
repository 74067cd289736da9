import type { Kind } from '../../../schema/kinds.ts';
import type { LeafShape, ObjectShape, Shape } from '../../../schema/shape.ts';
import { documentShapes } from '../../../schema/shapes.gen.ts';
import type { LooseEntry, LooseList, LooseMap, LooseNode, LooseScalar, Target } from './loose-tree.ts';

/** What the schemas want where the caret is. */
export type YamlPlace = FieldPlace | ValuePlace;

/** A field's name. */
export interface FieldPlace {
  readonly type: 'field';
  readonly object: ObjectShape;
  /** What stands in the map already; undefined where the map would begin here. */
  readonly map: LooseMap | undefined;
  /** The name that stands at the caret. */
  readonly entry: LooseEntry;
  /** Where the map's names begin on their lines. */
  readonly column: number;
  readonly flow: boolean;
  readonly path: readonly Step[];
  /** A dash has to come first. */
  readonly wantsDash: boolean;
  /** Whether a sentence may stand here as well: names are then offered only for what can be nothing else. */
  readonly orText: boolean;
}

/** A value of a field, or an item of its list. */
export interface ValuePlace {
  readonly type: 'value';
  /** The object that the field belongs to, as in `fieldInfos`. */
  readonly object: string;
  readonly field: string;
  readonly shape: LeafShape | EmbedLeaf;
  readonly scalar: LooseScalar;
  readonly map: LooseMap | undefined;
  /** The list it is an item of. */
  readonly list: LooseList | undefined;
  readonly flow: boolean;
  readonly path: readonly Step[];
  readonly wantsDash: boolean;
}

/** The id of an artifact that might be embedded instead. */
export interface EmbedLeaf {
  readonly type: 'embed';
  readonly kind: Kind;
}

/** The way from the document to the caret: field names and lists, with what they lead into. */
export interface Step {
  readonly field: string | undefined;
  readonly object: ObjectShape | undefined;
  readonly node: LooseMap | LooseList;
}

/** Undefined where the schemas know nothing, or where what stands there hangs nowhere. */
export function yamlPlace(kind: Kind, root: LooseNode | undefined, target: Target): YamlPlace | undefined {
  if (target.type === 'key') {
    const found = descend(kind, root, target.map);
    const object = found && objectOf(found.shape);
    if (object === undefined) return undefined;
    const { map, entry } = target;
    return {
      type: 'field',
      object,
      map,
      entry,
      column: map.column,
      flow: map.flow,
      path: found?.path ?? [],
      wantsDash: false,
      orText: false,
    };
  }
  return scalarPlace(kind, root, target.scalar);
}

function scalarPlace(kind: Kind, root: LooseNode | undefined, scalar: LooseScalar): YamlPlace | undefined {
  const found = descend(kind, root, scalar);
  if (found === undefined) return undefined;
  const { path } = found;
  const wantsDash = scalar.wantsDash === true || (scalar.column !== undefined && isListHere(found.shape, scalar));
  const shape = isListHere(found.shape, scalar) ? itemOf(found.shape) : found.shape;
  const object = objectOf(shape);
  const isLone = scalar.column !== undefined;
  if (object && isLone && scalar.style === 'plain') {
    const entry: LooseEntry = { key: scalar.text, keySpan: scalar.span, colon: undefined, value: undefined };
    const shorthand = object.shorthand === undefined ? undefined : object.fields[object.shorthand];
    return {
      type: 'field',
      object,
      map: undefined,
      entry,
      column: (scalar.column ?? 0) + (wantsDash ? 2 : 0),
      flow: false,
      path,
      wantsDash,
      orText: shorthand?.type === 'leaf' && shorthand.words === undefined,
    };
  }
  return valuePlace(found, shape, scalar, wantsDash);
}

function valuePlace(found: Found, shape: Shape, scalar: LooseScalar, wantsDash: boolean): ValuePlace | undefined {
  const step = found.path.findLast(({ field }) => field !== undefined);
  if (step?.field === undefined || step.object === undefined) return undefined;
  const parent = scalar.in?.type === 'item' ? scalar.in.list : undefined;
  const map = step.node.type === 'map' ? step.node : undefined;
  const common = { scalar, map, list: parent, path: found.path, wantsDash };
  const flow = parent?.flow ?? map?.flow ?? false;
  if (shape.type === 'leaf' || shape.type === 'embed')
    return { type: 'value', object: step.object.name, field: step.field, shape, flow, ...common };
  if (shape.type !== 'object' || shape.shorthand === undefined) return undefined;
  const inner = shape.fields[shape.shorthand];
  if (inner?.type !== 'leaf') return undefined;
  return { type: 'value', object: shape.name, field: shape.shorthand, shape: inner, flow, ...common };
}

/** Where a list begins on a line of its own, the caret is where its first dash belongs. */
function isListHere(shape: Shape, scalar: LooseScalar): boolean {
  if (scalar.in?.type !== 'entry') return false;
  if (shape.type === 'list') return scalar.column !== undefined || shape.single === true;
  return shape.type === 'either' && scalar.column !== undefined;
}

interface Found {
  readonly shape: Shape;
  readonly path: readonly Step[];
}

/** What the schemas want where this node hangs. */
function descend(kind: Kind, root: LooseNode | undefined, node: LooseNode): Found | undefined {
  const steps: { readonly field: string | undefined; readonly node: LooseMap | LooseList }[] = [];
  for (let at: LooseNode = node; at !== root;) {
    const place = at.in;
    if (place === undefined || place.type === 'root') return undefined;
    if (place.type === 'entry') {
      if (place.entry.value !== at) return undefined;
      steps.push({ field: place.entry.key, node: place.map });
      at = place.map;
    } else {
      steps.push({ field: undefined, node: place.list });
      at = place.list;
    }
  }
  let shape: Shape = documentShapes[kind];
  const path: Step[] = [];
  for (const step of steps.reverse()) {
    if (step.field === undefined) {
      const item = itemOf(shape);
      if (item === shape) return undefined;
      path.push({ ...step, object: undefined });
      shape = item;
      continue;
    }
    const object: ObjectShape | undefined = objectOf(shape);
    const inner: Shape | undefined =
      shape.type === 'map'
        ? shape.value
        : object && Object.hasOwn(object.fields, step.field)
          ? object.fields[step.field]
          : undefined;
    if (inner === undefined) return undefined;
    path.push({ ...step, object });
    shape = inner;
  }
  return { shape, path };
}

function objectOf(shape: Shape): ObjectShape | undefined {
  if (shape.type === 'object') return shape;
  return shape.type === 'embed' ? documentShapes[shape.kind] : undefined;
}

function itemOf(shape: Shape): Shape {
  if (shape.type === 'list') return shape.item;
  return shape.type === 'either' ? shape.list.item : shape;
}
