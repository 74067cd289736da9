import { spanOf, type Span } from '../text/span.ts';
import type { ReferenceValue } from './located.ts';
import type { TieredMetric } from './tiers.ts';
import type { Trigger } from './types.gen.ts';

/** Metrics by the words of their names and ids, for finding one at the beginning of a sentence. */
export interface MetricNames {
  readonly byWords: ReadonlyMap<string, TieredMetric>;
  /** Every beginning of a name, word by word; `undefined` where several metrics begin so. */
  readonly byBeginning: ReadonlyMap<string, TieredMetric | undefined>;
}

/** Words of a name that are looked at. */
const mostWords = 12;

export function metricNames(metrics: readonly TieredMetric[]): MetricNames {
  const byWords = new Map<string, TieredMetric>();
  const byBeginning = new Map<string, TieredMetric | undefined>();
  for (const metric of metrics) {
    for (const name of new Set([metric.id, metric.name])) {
      const words = wordsIn(name).map(({ word }) => word);
      if (words.length === 0) continue;
      if (words.length <= mostWords && !byWords.has(words.join(' '))) byWords.set(words.join(' '), metric);
      for (let count = 1; count <= Math.min(words.length, mostWords); count++) {
        const beginning = words.slice(0, count).join(' ');
        const isTaken = byBeginning.has(beginning) && byBeginning.get(beginning) !== metric;
        byBeginning.set(beginning, isTaken ? undefined : metric);
      }
    }
  }
  return { byWords, byBeginning };
}

/** Where the name of what is watched ends: at a comparison, in signs or words. */
const nameEnd =
  /[<>≤≥=:,;→(]|-+>|\s[-–—~±]|\s(?=[\d+$€£])|\b(?:is|are|was|gets?|goes|stays?|exceeds?|above|below|over|under|beyond|outside|rises?|raised?|drops?|falls?|climbs?|grows?|increases?|decreases?|degrades?|worsens?|breach(?:es|ed)?|breaks?|broken|reaches|hits|more|less|at|by|for|when|if)\b/i;

/**
 * The metric with whose name a sentence begins, or with a unique beginning of it before the comparison; and how many
 * characters of the sentence name it.
 */
export function metricAtStart(
  text: string,
  { byWords, byBeginning }: MetricNames,
): { readonly metric: TieredMetric; readonly from: number; readonly to: number } | undefined {
  const words = wordsIn(text.slice(0, 300));
  const from = words[0]?.from ?? 0;
  for (let count = Math.min(words.length, mostWords); count > 0; count--) {
    const name = words.slice(0, count);
    const metric = byWords.get(name.map(({ word }) => word).join(' '));
    if (metric) return { metric, from, to: name.at(-1)?.to ?? 0 };
  }
  const end = nameEnd.exec(text.slice(0, 300))?.index ?? text.length;
  const head = words.filter(({ to }) => to <= end).slice(0, mostWords);
  const metric = byBeginning.get(head.map(({ word }) => word).join(' '));
  return metric && { metric, from, to: head.at(-1)?.to ?? 0 };
}

function wordsIn(text: string): readonly { readonly word: string; readonly from: number; readonly to: number }[] {
  return [...text.slice(0, 300).matchAll(/[\p{L}\p{N}\p{M}%]+/gu)].map(match => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The trigger with the metric that its sentence begins with; as it is where it begins with none (SPEC 8, "Rollout"). */
export function withMetric(trigger: Trigger, names: MetricNames): Trigger {
  const { when } = trigger;
  if (trigger.metric !== undefined || when === undefined) return trigger;
  const found = metricAtStart(when.text, names);
  if (found === undefined) return trigger;
  const { id, name } = found.metric.metric;
  const reference: ReferenceValue = {
    type: 'reference',
    id: (id ?? name)?.text.trim() ?? found.metric.id,
    target: 'metric',
    span: partOf(when.span, when.text, found),
    ...(when.key && { key: when.key }),
  };
  return { ...trigger, metric: reference };
}

/** Where a stretch of a text stands; all of it where the text was not written character by character. */
function partOf(span: Span, text: string, { from, to }: { readonly from: number; readonly to: number }): Span {
  return span.end - span.start === text.length ? spanOf(span.start + from, span.start + to) : span;
}
