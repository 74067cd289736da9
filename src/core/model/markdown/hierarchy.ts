import type { Span } from '../../text/span.ts';
import { nameIndex, type NameIndex } from '../name-index.ts';
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

/** A metric by its name, or by a unique beginning of it. Asked only once all metrics of the hierarchy are known. */
export function findDraft(hierarchy: Hierarchy, text: string, tier?: Tier): Draft | undefined {
  const wanted = metricKey(text);
  if (wanted === '') return undefined;
  const known = indexes.get(hierarchy.metrics);
  const indexed = known?.count === hierarchy.metrics.length ? known : indexOf(hierarchy.metrics);
  if (indexed !== known) indexes.set(hierarchy.metrics, indexed);
  return indexed.index(tier).findBegun(wanted);
}

/** Each row of a long table asks for the metrics of all others: they are looked over once. */
interface Indexed {
  readonly count: number;
  readonly index: (tier: Tier | undefined) => NameIndex<Draft>;
}

const indexes = new WeakMap<Hierarchy['metrics'], Indexed>();

function indexOf(metrics: Hierarchy['metrics']): Indexed {
  const made = new Map<Tier | undefined, NameIndex<Draft>>();
  return {
    count: metrics.length,
    index(tier) {
      const known = made.get(tier);
      if (known) return known;
      const index = nameIndex(metrics.filter(metric => tier === undefined || metric.tier === tier).flatMap(namesOf));
      made.set(tier, index);
      return index;
    },
  };
}

function namesOf({ draft }: Hierarchy['metrics'][number]): readonly (readonly [string, Draft])[] {
  return ['name', 'id'].flatMap(field => {
    const node = scalarOf(valueAt(draft, field));
    return node ? [[metricKey(node.text), draft] as const] : [];
  });
}
