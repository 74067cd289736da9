import type { AnyArtifact } from '../../model/artifact.ts';
import type { ListValue, MapValue, ObjectValue } from '../../model/located.ts';
import type { FieldPath } from '../../rules/fix.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { Shape } from '../../schema/shape.ts';
import type { Spot } from '../refactor/place.ts';

/** A set of fields of an artifact, by the names and places that lead to it; undefined where no such fields are known. */
export function spotAt(artifact: AnyArtifact, path: FieldPath): Spot | undefined {
  let shape: Shape | undefined = documentShapes[artifact.kind];
  let model: unknown = artifact.model;
  for (const step of path) {
    shape = innerShape(shape, step);
    model = innerModel(model, step);
    if (shape === undefined) return undefined;
  }
  const own = shape.type === 'embed' ? documentShapes[shape.kind] : shape;
  if (own.type !== 'object') return undefined;
  const known = model as ObjectValue | { readonly type: string } | undefined;
  return { artifact, path, shape: own, model: known?.type === 'object' ? (known as ObjectValue) : undefined };
}

function innerShape(outer: Shape, step: string | number): Shape | undefined {
  const own: Shape = outer.type === 'embed' ? documentShapes[outer.kind] : outer.type === 'either' ? outer.list : outer;
  if (own.type === 'list') return typeof step === 'number' ? own.item : undefined;
  if (own.type === 'map') return typeof step === 'string' ? own.value : undefined;
  return own.type === 'object' && Object.hasOwn(own.fields, step) ? own.fields[step] : undefined;
}

function innerModel(outer: unknown, step: string | number): unknown {
  const value = outer as { readonly type?: string } | undefined;
  if (value?.type === 'list' && typeof step === 'number') return (value as ListValue<unknown>).items[step];
  if (value?.type === 'map')
    return (value as MapValue<{ readonly type: 'object' } & ObjectValue>).entries.find(({ name }) => name === step)
      ?.value;
  return value?.type === 'object' && typeof step === 'string'
    ? (value as Readonly<Record<string, unknown>>)[step]
    : undefined;
}
