import { findMetric, metricKey, metricsOf, tieredMetric, type TieredMetric } from '../../model/tiers.ts';
import type { Judge } from '../../service.ts';
import { betsOf } from '../../workspace/bet-case.ts';
import { isMetricsPart } from '../../workspace/index-store.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import { embeddedPart, type Part } from '../../workspace/part.ts';
import type { MetricMention } from './mentions.ts';

/** The judge as navigation needs it: files, what they say of each other, and the settings. */
export type Sight = Pick<Judge, 'workspace' | 'settings'>;

/** What a mention of a metric means, and how much of its text says so. */
export interface Meaning {
  readonly places: readonly MetricPlace[];
  /** Characters of the mention's text from its beginning: less than all of it in a trigger's sentence. */
  readonly length: number;
}

/** A hierarchy in which a mention is looked up, with its metrics. */
export interface NearHierarchy {
  readonly part: Part<'metrics'>;
  readonly metrics: readonly TieredMetric[];
}

/**
 * The metrics that a mention means: looked up in the same hierarchy, then in the bet's, then in the workspace; in
 * Markdown also by a unique beginning (SPEC 8, "Ids and names"). More than one only where the workspace has several.
 */
export function meaningOf(mention: MetricMention, sight: Sight, hierarchies = hierarchiesOf): Meaning {
  const { role, text, part, own } = mention;
  const whole = text.length;
  if ((role === 'id' || role === 'name') && own && isMetricsPart(part))
    return { places: [{ metric: tieredMetric(own.tier, own.metric), part }], length: whole };
  const near = hierarchies(part, sight);
  if (role === 'sentence') return meaningOfSentence(text, near);
  for (const hierarchy of near) {
    const found = findMetric(hierarchy.metrics, text);
    if (found) return { places: [{ metric: found, part: hierarchy.part }], length: whole };
  }
  if (part.file.toLowerCase().endsWith('.md')) {
    const begun = near.flatMap(hierarchy => placesThatBegin(hierarchy, text));
    if (begun.length === 1) return { places: begun, length: whole };
  }
  return { places: sight.workspace.lookup.metricsCalled(text), length: whole };
}

/** The hierarchies that are nearer than the workspace: the one that it stands in, else those of its bets. */
function hierarchiesOf(part: Part, sight: Sight): readonly NearHierarchy[] {
  return nearParts(part, sight).map(near => ({ part: near, metrics: metricsOf(near.model) }));
}

function nearParts(part: Part, { workspace, settings }: Sight): readonly Part<'metrics'>[] {
  if (isMetricsPart(part)) return [part];
  // The common case by a shorter way: what is embedded has one bet, and mostly its metrics beside it.
  const beside = part.embedded && part.holder.kind === 'bet' ? embeddedPart(part.holder, 'metrics') : undefined;
  if (beside) return [beside];
  return betsOf(part, workspace.lookup, settings).flatMap(({ metrics }) => metrics ?? []);
}

/** The same, worked out once for each part. */
export function rememberHierarchies(): typeof hierarchiesOf {
  const known = new Map<object, readonly NearHierarchy[]>();
  return (part, sight) => {
    const found = known.get(part.model) ?? hierarchiesOf(part, sight);
    known.set(part.model, found);
    return found;
  };
}

function placesThatBegin({ part, metrics }: NearHierarchy, text: string): readonly MetricPlace[] {
  const wanted = metricKey(text);
  if (wanted === '') return [];
  return metrics.flatMap(metric =>
    metricKey(metric.name).startsWith(wanted) || metricKey(metric.id).startsWith(wanted) ? [{ metric, part }] : [],
  );
}

/** `Error rate > 2% for an hour`: the longest name that the sentence begins with. */
function meaningOfSentence(sentence: string, hierarchies: readonly NearHierarchy[]): Meaning {
  let longest: Meaning = { places: [], length: 0 };
  for (const { part, metrics } of hierarchies)
    for (const metric of metrics) {
      const length = Math.max(beginningIn(sentence, metric.name), beginningIn(sentence, metric.id));
      if (length > longest.length) longest = { places: [{ metric, part }], length };
    }
  return longest;
}

/** How many characters of the sentence are this name, in any case; 0 where it begins with another word. */
function beginningIn(sentence: string, name: string): number {
  const { length } = name;
  if (length === 0 || sentence.slice(0, length).toLowerCase() !== name.toLowerCase()) return 0;
  return /^[\p{L}\p{N}_-]/u.test(sentence.slice(length, length + 2)) ? 0 : length;
}
