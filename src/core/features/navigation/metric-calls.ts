import { metricsOf, tieredMetric, type TieredMetric } from '../../model/tiers.ts';
import type { Metric } from '../../model/types.gen.ts';
import type { Span } from '../../text/span.ts';
import { isMetricsPart } from '../../workspace/index-store.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import { embeddedParts, standalonePart } from '../../workspace/part.ts';
import { meaningOf, type Sight } from './metric-meaning.ts';
import type { FoundMention } from './references.ts';

/** A metric that drives another, or is driven by it, and the entries of `drives` that say so. */
export interface MetricCall {
  readonly other: MetricPlace;
  /** The file in which the entries stand: that of the metric that drives. */
  readonly file: string;
  readonly entries: readonly Span[];
}

/** What drives a metric, out of what refers to it: in the same order. */
export function drivenBy(references: readonly FoundMention[]): readonly MetricCall[] {
  const calls = new Map<Metric, { other: MetricPlace; file: string; entries: Span[] }>();
  for (const { file, span, mention } of references) {
    if (mention.about !== 'metric' || mention.own === undefined || !isMetricsPart(mention.part)) continue;
    const { tier, metric } = mention.own;
    const known = calls.get(metric);
    if (known) known.entries.push(span);
    else {
      const other = { metric: tieredMetric(tier, metric), part: mention.part };
      calls.set(metric, { other, file, entries: [span] });
    }
  }
  return [...calls.values()];
}

/** What this metric drives, in the order of its entries. */
export function drives({ metric, part }: MetricPlace, sight: Sight): readonly MetricCall[] {
  return (metric.metric.drives?.items ?? []).flatMap(({ id, span }) => {
    const mention = { about: 'metric', role: 'reference', text: id, span, part } as const;
    return meaningOf(mention, sight).places.map(other => ({ other, file: part.file, entries: [span] }));
  });
}

/** The metric that has its name or id at an offset of a file: where a question about one that was shown before finds it again. */
export function metricAt(sight: Sight, file: string, offset: number): MetricPlace | undefined {
  for (const artifact of sight.workspace.get(file)?.model.artifacts ?? [])
    for (const part of [standalonePart(artifact), ...embeddedParts(artifact)]) {
      if (!isMetricsPart(part)) continue;
      const metric = metricsOf(part.model).find(each => selectionOf(each).start === offset);
      if (metric) return { metric, part };
    }
  return undefined;
}

/** What is marked of a metric. */
export function selectionOf({ metric }: TieredMetric): Span {
  return (metric.name ?? metric.id ?? metric).span;
}
