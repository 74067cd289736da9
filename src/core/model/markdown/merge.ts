import { entryOf, type Entry, type MapNode, type Node, type ScalarNode } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { LeafShape, ObjectShape, Shape } from '../../schema/shape.ts';
import { foldWord } from '../../schema/words.ts';
import type { ReadingProblem } from '../problem.ts';
import { metricKey } from '../tiers.ts';
import { bareStageName, standardStageName } from '../stages.ts';
import { readDate } from '../values/date.ts';
import { readDuration } from '../values/duration.ts';
import { isNoValue, isPlaceholder } from '../values/placeholder.ts';
import { readQuantity } from '../values/quantity.ts';
import { readThreshold } from '../values/threshold.ts';
import { normaliseWord } from '../values/words.ts';

/**
 * Front matter and body as one tree: front matter wins, and what the body says differently is a conflict at the body's
 * value (SPEC 2 and 8). Metrics and stages of the same name are one.
 */
export function merge(shape: ObjectShape, front: MapNode, body: MapNode, problems: ReadingProblem[]): MapNode {
  const entries = new Map<string, Entry>(front.entries.map(entry => [entry.key.text, entry]));
  for (const entry of body.entries) {
    const name = entry.key.text;
    const known = entries.get(name);
    const inner = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (known === undefined || isEmpty(known.value)) entries.set(name, entry);
    else if (inner)
      entries.set(name, { key: known.key, value: mergeValue(inner, known.value, entry.value, name, problems) });
  }
  return { ...front, entries: [...entries.values()], ...(body.anchor && { anchor: body.anchor }) };
}

function isEmpty(node: Node): boolean {
  if (node.type !== 'scalar') return false;
  return node.value === null || isNoValue(node.text) || isPlaceholder(node.text);
}

function mergeValue(shape: Shape, front: Node, body: Node, field: string, problems: ReadingProblem[]): Node {
  if (isEmpty(body)) return front;
  if (shape.type === 'list' && front.type === 'list' && body.type === 'list')
    return mergeList(shape.item, front, body, field, problems);
  if (shape.type === 'map' && front.type === 'map' && body.type === 'map') {
    const fields = Object.fromEntries([...front.entries, ...body.entries].map(entry => [entry.key.text, shape.value]));
    return merge({ type: 'object', name: 'Map', fields }, front, body, problems);
  }
  const object = shape.type === 'embed' ? documentShapes[shape.kind] : shape.type === 'object' ? shape : undefined;
  if (object !== undefined) {
    const left = asMap(object, front);
    const right = asMap(object, body);
    if (left && right)
      return left === front || right.entries.length > 1
        ? merge(object, left, right, problems)
        : scalarOrMap(object, front, left, right, problems);
  }
  if (!isSame(shape, front, body)) problems.push(conflict(field, front, body));
  return front;
}

function scalarOrMap(
  object: ObjectShape,
  front: Node,
  left: MapNode,
  right: MapNode,
  problems: ReadingProblem[],
): Node {
  const merged = merge(object, left, right, problems);
  return merged.entries.length === 1 ? front : merged;
}

/** A bare value as the set of fields that it is short for. */
function asMap(shape: ObjectShape, node: Node): MapNode | undefined {
  if (node.type === 'map') return node;
  if (node.type !== 'scalar' || shape.shorthand === undefined) return undefined;
  const key: ScalarNode = {
    type: 'scalar',
    span: node.span,
    text: shape.shorthand,
    value: shape.shorthand,
    style: 'plain',
  };
  return { type: 'map', span: node.span, entries: [{ key, value: node }], flow: false };
}

function mergeList(
  item: Shape,
  front: Extract<Node, { type: 'list' }>,
  body: Extract<Node, { type: 'list' }>,
  field: string,
  problems: ReadingProblem[],
): Node {
  const name = nameFieldOf(item);
  if (name === undefined || item.type !== 'object') {
    const same =
      front.items.length === body.items.length &&
      front.items.every((each, index) => isSame(item, each, body.items[index] ?? each));
    if (!same) problems.push(conflict(field, front, body));
    return front;
  }
  const items = [...front.items];
  const known = new Map<string, number>();
  items.forEach((each, index) => {
    for (const key of namesOf(item, each, name)) if (!known.has(key)) known.set(key, index);
  });
  for (const each of body.items) {
    const index = namesOf(item, each, name)
      .map(key => known.get(key))
      .find(found => found !== undefined);
    const left = index === undefined ? undefined : items[index];
    const before = left && asMap(item, left);
    const after = asMap(item, each);
    if (index !== undefined && before && after) items[index] = merge(item, before, withoutName(after, name), problems);
    else items.push(each);
  }
  return { ...front, items };
}

/** Two names of one thing are no two values: it was found by them. */
function withoutName(map: MapNode, name: string): MapNode {
  return { ...map, entries: map.entries.filter(entry => entry.key.text !== name) };
}

function nameFieldOf(item: Shape): string | undefined {
  if (item.type !== 'object') return undefined;
  return item.name === 'Metric'
    ? 'name'
    : item.name === 'Stage'
      ? 'stage'
      : item.name === 'MetricResult'
        ? 'metric'
        : undefined;
}

function namesOf(shape: ObjectShape, node: Node, name: string): readonly string[] {
  const map = asMap(shape, node);
  const texts = map ? [name, 'id'].flatMap(field => scalarAt(map, field) ?? []) : [];
  return texts.map(text =>
    name === 'stage' ? (standardStageName(text) ?? foldWord(bareStageName(text))) : metricKey(text),
  );
}

function scalarAt(map: MapNode, field: string): string | undefined {
  const value = entryOf(map, field)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}

function isSame(shape: Shape, front: Node, body: Node): boolean {
  if (front.type === 'scalar' && body.type === 'scalar') {
    const leaf = leafOf(shape);
    return leaf === undefined ? sameText(front.text, body.text) : sameLeaf(leaf, front, body);
  }
  if (shape.type === 'list') {
    const left = front.type === 'list' ? front.items : [front];
    const right = body.type === 'list' ? body.items : [body];
    return left.length === right.length && left.every((each, index) => isSame(shape.item, each, right[index] ?? each));
  }
  const object = shape.type === 'embed' ? documentShapes[shape.kind] : shape.type === 'object' ? shape : undefined;
  const left = object && asMap(object, front);
  const right = object && asMap(object, body);
  if (object === undefined || left === undefined || right === undefined) return false;
  return right.entries.every(entry => {
    const known = entryOf(left, entry.key.text)?.value;
    const inner = Object.hasOwn(object.fields, entry.key.text) ? object.fields[entry.key.text] : undefined;
    return known === undefined || inner === undefined || isSame(inner, known, entry.value);
  });
}

function leafOf(shape: Shape): LeafShape | undefined {
  if (shape.type === 'leaf') return shape;
  if (shape.type === 'either') return shape.scalar;
  const inner = shape.type === 'object' && shape.shorthand !== undefined ? shape.fields[shape.shorthand] : undefined;
  return inner?.type === 'leaf' ? inner : undefined;
}

/** Two ways to write one value are no conflict: `45 %` and `45%`, `2w` and `2 weeks`, Active and building. */
function sameLeaf(shape: LeafShape, front: ScalarNode, body: ScalarNode): boolean {
  if (front.value === body.value || sameText(front.text, body.text)) return true;
  switch (shape.reading) {
    case 'word':
      return canonical(shape, front.text) === canonical(shape, body.text);
    case 'quantity':
      return equal(readQuantity(front.text), readQuantity(body.text));
    case 'threshold':
      return equal(readThreshold(front.text), readThreshold(body.text));
    case 'duration':
      return equal(readDuration(front.text), readDuration(body.text));
    case 'date':
    case 'dateOrTrue':
      return equal(readDate(front.text), readDate(body.text));
    case 'percentage':
      return Number.parseFloat(front.text) === Number.parseFloat(body.text);
    default:
      return false;
  }
}

function canonical(shape: LeafShape, text: string): string {
  const folded = foldWord(text);
  const other = shape.otherWords && Object.hasOwn(shape.otherWords, folded) ? shape.otherWords[folded] : undefined;
  return foldWord(other ?? folded);
}

function equal(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return false;
  const plain = (value: unknown): string =>
    JSON.stringify(value, (key: string, inner: unknown) => (key === 'text' || key === 'decimals' ? undefined : inner));
  return plain(left) === plain(right);
}

function sameText(left: string, right: string): boolean {
  const fold = (text: string): string => normaliseWord(text.slice(0, 1000)).replace(/[.,;:!?"'“”]/g, '');
  return left.length <= 1000 && right.length <= 1000 ? fold(left) === fold(right) : left.trim() === right.trim();
}

function conflict(field: string, front: Node, body: Node): ReadingProblem {
  const said = front.type === 'scalar' ? ` "${front.text.slice(0, 60)}"` : ' something else';
  return {
    code: 'conflict',
    message: `The front matter says${said} for "${field}", and that holds. Change one of the two.`,
    span: body.span,
    ...(front.type === 'scalar' && body.type === 'scalar' && front.text.length <= 200 && { nearest: front.text }),
  };
}
