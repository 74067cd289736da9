import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { ObjectShape, Shape } from '../../schema/shape.ts';
import { remembered } from '../../text/remembered.ts';
import { spanOf, type Span } from '../../text/span.ts';

/** A set of fields while it is being written; `finish` makes a node of it. */
export interface Draft {
  readonly type: 'draft';
  readonly entries: Map<string, { readonly key: Span; readonly value: DraftValue }>;
  /** Where findings about something absent in it stand. */
  readonly anchor: Span;
}

export interface DraftList {
  readonly type: 'draftList';
  readonly items: DraftValue[];
  readonly span: Span;
}

export interface DraftScalar {
  readonly type: 'draftScalar';
  readonly node: ScalarNode;
  /** Nothing but a placeholder: it stays only where something else near it was filled in. */
  readonly blankIn?: Zone;
}

export type DraftValue = Draft | DraftList | DraftScalar;

/** A section or a table's row: where nothing was filled in, its placeholders are no finding (SPEC 8, "Absent, placeholder"). */
export interface Zone {
  filled: boolean;
}

export function draftAt(anchor: Span): Draft {
  return { type: 'draft', entries: new Map(), anchor };
}

/** Sets a field by its path, making what stands between; the first value that is no placeholder stays. */
export function put(draft: Draft, path: string, key: Span, value: DraftValue): void {
  const names = namesOf(path);
  const last = names[names.length - 1] ?? path;
  let inner = draft;
  for (let index = 0; index < names.length - 1; index++) {
    const name = names[index] ?? path;
    const known = inner.entries.get(name)?.value;
    if (known?.type === 'draft') inner = known;
    else if (known !== undefined && !isBlank(known)) return;
    else {
      const made = draftAt(key);
      inner.entries.set(name, { key, value: made });
      inner = made;
    }
  }
  const known = inner.entries.get(last);
  if (known === undefined || isBlank(known.value)) inner.entries.set(last, { key, value });
}

/** There are few paths, and they are asked for at every value. */
const namesOf = remembered((path): readonly string[] => path.split('.'));

function isBlank(value: DraftValue): boolean {
  return value.type === 'draftScalar' && value.blankIn !== undefined;
}

export function has(draft: Draft, path: string): boolean {
  return valueAt(draft, path) !== undefined;
}

export function valueAt(draft: Draft, path: string): DraftValue | undefined {
  let inner: DraftValue | undefined = draft;
  for (const name of namesOf(path)) inner = inner?.type === 'draft' ? inner.entries.get(name)?.value : undefined;
  return inner;
}

export function scalarOf(value: DraftValue | undefined): ScalarNode | undefined {
  return value?.type === 'draftScalar' ? value.node : undefined;
}

/** The set of fields under a name, made where there is none. */
export function innerDraft(draft: Draft, name: string, key: Span): Draft {
  const known = draft.entries.get(name)?.value;
  if (known?.type === 'draft') return known;
  const made = draftAt(key);
  draft.entries.set(name, { key, value: made });
  return made;
}

/** The list under a name, made where there is none. */
export function innerList(draft: Draft, name: string, key: Span): DraftList {
  const known = draft.entries.get(name)?.value;
  if (known?.type === 'draftList') return known;
  const made: DraftList = { type: 'draftList', items: [], span: key };
  draft.entries.set(name, { key, value: made });
  return made;
}

export function scalar(text: string, span: Span, value: ScalarNode['value'] = text): DraftScalar {
  return { type: 'draftScalar', node: { type: 'scalar', span, text, value, style: 'plain' } };
}

/** The tree of what was written, as YAML would give it; undefined where nothing is left. */
export function finish(draft: Draft): MapNode | undefined {
  const entries: Entry[] = [];
  for (const [name, { key, value }] of draft.entries) {
    const node = finishValue(value);
    if (node)
      entries.push({ key: { type: 'scalar', span: key, text: name, value: name, style: 'plain' }, value: node });
  }
  if (entries.length === 0) return undefined;
  let start = Infinity;
  let end = 0;
  for (const { key, value } of entries) {
    start = Math.min(start, key.span.start, value.span.start);
    end = Math.max(end, key.span.end, value.span.end);
  }
  return { type: 'map', span: spanOf(Math.min(start, end), end), entries, flow: false, anchor: draft.anchor };
}

function finishValue(value: DraftValue): Node | undefined {
  switch (value.type) {
    case 'draft':
      return finish(value);
    case 'draftScalar':
      return value.blankIn?.filled === false ? undefined : value.node;
    case 'draftList': {
      const items = value.items.flatMap(item => finishValue(item) ?? []);
      if (items.length === 0) return undefined;
      return { type: 'list', span: cover(items.map(item => item.span)), items, flow: false } satisfies ListNode;
    }
  }
}

export function cover(spans: readonly Span[]): Span {
  let start = Infinity;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return spanOf(Math.min(start, end), end);
}

/** The shape at a path; what is embedded is looked into. */
export function shapeAt(shape: ObjectShape, path: string): Shape | undefined {
  let inner: Shape | undefined = shape;
  for (const name of namesOf(path)) {
    if (inner?.type === 'embed') inner = documentShapes[inner.kind];
    if (inner?.type !== 'object' || !Object.hasOwn(inner.fields, name)) return undefined;
    inner = inner.fields[name];
  }
  return inner;
}
