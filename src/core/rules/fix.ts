import type { AnyArtifact } from '../model/artifact.ts';
import { tiers, type TieredMetric } from '../model/tiers.ts';
import type { Metrics } from '../model/types.gen.ts';
import type { Target } from '../model/located.ts';
import type { Span } from '../text/span.ts';
import type { Part } from '../workspace/part.ts';

/** How a finding can be mended, as an intention: which characters that changes, and in which notation, is worked out against the current text. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly Change[];
  /** It is offered once for each of these; `chosen` in its title and its values stands for one of them. */
  readonly choices?: Choices;
  /** It says what only people can know, so that it is never made without being picked. */
  readonly isAnswer?: true;
  /** Nobody would ever mend it otherwise: it may be made when the file is saved, if a person wants that. */
  readonly isSafe?: true;
}

/** What the workspace knows and a rule does not ask it for, since every answer would have to be kept true. */
export type Choices =
  /** The people who are named most. */
  | { readonly of: 'people' }
  /** Ids, or names of metrics, that are written almost like this. */
  | { readonly of: 'known'; readonly target: Target; readonly near: string }
  /** An id in the same pattern that nobody has. */
  | { readonly of: 'freeId'; readonly near: string };

/** Stands for what is chosen; it never reaches a file. */
export const chosen = '\ue001';

export type FieldPath = readonly (string | number)[];

/** A value as JSON would hold it; fields without a value are left out. */
export type WrittenValue = string | number | boolean | readonly WrittenValue[] | WrittenFields;

export interface WrittenFields {
  readonly [field: string]: WrittenValue | undefined;
}

export type Change =
  /** Fields of an artifact get values: what is there is replaced, lists get further items, the rest is added. */
  | {
      readonly type: 'write';
      readonly artifact: AnyArtifact;
      /** From the artifact's own fields to the set of fields, which need not be there: `['rollout', 'stages', 1]`. */
      readonly path: FieldPath;
      readonly fields: WrittenFields;
    }
  /** New items of a list before one that is there; the path leads to that one. */
  | {
      readonly type: 'insert';
      readonly artifact: AnyArtifact;
      readonly path: FieldPath;
      readonly items: readonly WrittenFields[];
    }
  /** Other text in place of a span of the file in which the finding stands. */
  | { readonly type: 'replace'; readonly span: Span; readonly text: string }
  /** A value of the file in which the finding stands leaves it, with what divided it from its neighbours. */
  | { readonly type: 'removeValue'; readonly span: Span }
  /** A comment leaves, and its line where nothing else stands on it. */
  | { readonly type: 'removeComment'; readonly span: Span };

/** What a single click may do: the likeliest fix, where nothing about it is for people to say. */
export function readyFix(fixes: readonly Fix[] | undefined): Fix | undefined {
  const [first] = fixes ?? [];
  return first === undefined || first.choices !== undefined || first.isAnswer === true ? undefined : first;
}

export function write(artifact: AnyArtifact, path: FieldPath, fields: WrittenFields): Change {
  return { type: 'write', artifact, path, fields };
}

/** The same in a part, wherever that stands. */
export function writeIn(part: Part, path: FieldPath, fields: WrittenFields): Change {
  return write(part.holder, pathIn(part, path), fields);
}

export function pathIn({ embedded, kind }: Part, path: FieldPath): FieldPath {
  return embedded ? [kind, ...path] : path;
}

/** Where a metric stands in its hierarchy. */
export function metricPath(model: Metrics, { tier, metric }: TieredMetric): FieldPath {
  return [tier, model[tier]?.items.indexOf(metric) ?? -1];
}

/** What to call a metric where another refers to it: its id where it has one of its own, or where its name would read as two. */
export function referenceTo({ id, name, metric }: TieredMetric): string {
  return metric.id || /[,;|]/.test(name) ? id : name;
}

/** A name for people: one line, and not too long for a menu. */
export function named(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}

export interface Named {
  readonly owner?: { readonly name?: { readonly text: string } };
}

/** A fix for each of the owners around, else for each of those who are named most in the workspace. */
export function nameSomebody(
  around: readonly (Named | undefined)[],
  title: (name: string) => string,
  changes: (name: string) => readonly Change[],
): readonly Fix[] {
  const known = [...new Set(around.flatMap(each => each?.owner?.name?.text.trim() ?? []))]
    .filter(name => name !== '' && !/[\r\n]/.test(name))
    .slice(0, 3);
  if (known.length > 0) return known.map(name => ({ title: title(named(name)), changes: changes(name) }));
  return [{ title: title(chosen), changes: changes(chosen), choices: { of: 'people' }, isAnswer: true }];
}

/** The tier above in which something stands; undefined where there is none. */
export function tierAbove(metrics: readonly TieredMetric[], { tier }: TieredMetric): readonly TieredMetric[] {
  for (let at = tiers.indexOf(tier) - 1; at >= 0; at--) {
    const above = metrics.filter(other => other.tier === tiers[at]);
    if (above.length > 0) return above;
  }
  return [];
}
