import type { MapNode, Node } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape, Shape } from '../../schema/shape.ts';
import type { Kind } from '../../schema/kinds.ts';
import { isNoValue, isPlaceholder, placeholdersIn } from '../values/placeholder.ts';

/** What every template brings along, by the name of the set of fields it stands in: no value of one's own. */
const givenFields: Readonly<Record<string, readonly string[]>> = {
  Bet: ['kind', 'id', 'title', 'mode', 'status', 'priority', 'category', 'portfolio'],
  Metrics: ['kind', 'id', 'title', 'mode'],
  Rollout: ['kind', 'id', 'title', 'mode', 'bet', 'approach'],
  Retro: ['kind', 'id', 'title', 'mode', 'bet'],
  Launch: ['kind', 'id', 'title', 'mode', 'bet'],
  Tracks: ['kind', 'id', 'title', 'mode'],
  Stage: ['stage', 'duration', 'audience', 'purpose'],
  DecisionEntry: ['stage', 'outcome'],
  BetCriteria: ['iterate'],
  ChecklistItem: ['text', 'owner', 'note'],
  Trigger: ['when', 'action'],
  Metric: ['primary', 'cadence', 'onBreach'],
  MetricResult: ['role', 'verdict'],
};

/** Whether a document says anything that no template says for it: a name, a day, a number, a tick. */
export function hasOwnValue(kind: Kind, root: MapNode): boolean {
  return objectHasOwn(documentShapes[kind], root);
}

function objectHasOwn(shape: ObjectShape, map: MapNode): boolean {
  const given = givenFields[shape.name] ?? [];
  return map.entries.some(({ key, value }) => {
    if (given.includes(key.text) && !(shape.name === 'Stage' && value.type === 'map')) return false;
    const inner = Object.hasOwn(shape.fields, key.text) ? shape.fields[key.text] : undefined;
    return inner === undefined ? false : hasOwn(inner, value);
  });
}

function hasOwn(shape: Shape, node: Node): boolean {
  if (node.type === 'scalar') {
    if (shape.type === 'object' && (shape.name === 'ChecklistItem' || shape.name === 'Trigger')) return false;
    if (typeof node.value === 'boolean') return node.value;
    return (
      node.value !== null &&
      !isNoValue(node.text) &&
      !isPlaceholder(node.text) &&
      placeholdersIn(node.text).length === 0
    );
  }
  if (node.type === 'list') {
    const item = shape.type === 'list' ? shape.item : shape.type === 'either' ? shape.list.item : shape;
    return node.items.some(each => hasOwn(item, each));
  }
  if (shape.type === 'embed') return objectHasOwn(documentShapes[shape.kind], node);
  if (shape.type === 'object') return objectHasOwn(shape, node);
  return shape.type === 'map' ? node.entries.some(entry => hasOwn(shape.value, entry.value)) : false;
}
