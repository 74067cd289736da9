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
  const candidates = hierarchy.metrics.filter(metric => tier === undefined || metric.tier === tier);
  const keysOf = (draft: Draft): readonly string[] =>
    ['name', 'id'].flatMap(field => scalarOf(valueAt(draft, field))?.text ?? []).map(metricKey);
  const exact = candidates.find(({ draft }) => keysOf(draft).includes(wanted));
  if (exact) return exact.draft;
  const begun = candidates.filter(({ draft }) => keysOf(draft).some(key => key.startsWith(wanted)));
  return begun.length === 1 ? begun[0]?.draft : undefined;
}
