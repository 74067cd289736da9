import type { ScalarNode } from '../../parse/tree.ts';
import type { Span } from '../../text/span.ts';
import { metricKey, type Tier } from '../tiers.ts';
import { scalarOf, valueAt, type Draft } from './draft.ts';
import type { Reading } from './reading.ts';

/** What is known of a hierarchy while it is read. */
export interface Hierarchy {
  readonly reading: Reading;
  readonly draft: Draft;
  readonly metrics: { readonly tier: Tier; readonly draft: Draft }[];
  readonly relationships: Relationship[];
  /** Tables that tell more of metrics that stand elsewhere, read last. */
  readonly later: (() => void)[];
  /** Whether real tiers were named; Primary, Secondary and Guardrail alone are none. */
  hasTiers: boolean;
}

export function newHierarchy(reading: Reading, draft: Draft): Hierarchy {
  return { reading, draft, metrics: [], relationships: [], later: [], hasTiers: false };
}

/** One arrow of a line `Leading: Sign-ups ↗ → Core: Activation ↗ → Retention`. */
export interface Relationship {
  readonly from: Named;
  readonly to: Named;
}

/** A metric as an arrow's end calls it. */
export interface Named {
  readonly tier: Tier;
  readonly text: string;
  readonly span: Span;
}

/** A metric by its name, or by a unique beginning of it. */
export function findDraft(hierarchy: Hierarchy, text: string, tier?: Tier): Draft | undefined {
  const wanted = metricKey(text);
  if (wanted === '') return undefined;
  let begun: Draft | undefined;
  let count = 0;
  for (const metric of hierarchy.metrics) {
    if (tier !== undefined && metric.tier !== tier) continue;
    const [name, id] = [keyOf(metric.draft, 'name'), keyOf(metric.draft, 'id')];
    if (name === wanted || id === wanted) return metric.draft;
    if (!name?.startsWith(wanted) && !id?.startsWith(wanted)) continue;
    begun = metric.draft;
    count++;
  }
  return count === 1 ? begun : undefined;
}

/** Each row of a long table asks for the keys of all others: they are worked out once. */
const knownKeys = new WeakMap<ScalarNode, string>();

function keyOf(draft: Draft, field: string): string | undefined {
  const node = scalarOf(valueAt(draft, field));
  if (node === undefined) return undefined;
  const known = knownKeys.get(node) ?? metricKey(node.text);
  knownKeys.set(node, known);
  return known;
}
