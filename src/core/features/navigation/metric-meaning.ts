import { findMetric, metricKey, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import type { Judge } from '../../service.ts';
import { betsOf } from '../../workspace/bet-case.ts';
import { isMetricsPart } from '../../workspace/index-store.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import type { Part } from '../../workspace/part.ts';
import type { MetricMention } from './mentions.ts';

/** The judge as navigation needs it: files, what they say of each other, and the settings. */
export type Sight = Pick<Judge, 'workspace' | 'settings'>;

/** What a mention of a metric means, and how much of its text says so. */
export interface Meaning {
  readonly places: readonly MetricPlace[];
  /** Characters of the mention's text from its beginning: less than all of it in a trigger's sentence. */
  readonly length: number;
}

/**
 * The metrics that a mention means: looked up in the same hierarchy, then in the bet's, then in the workspace; in
 * Markdown also by a unique beginning (SPEC 8, "Ids and names"). More than one only where the workspace has several.
 */
export function meaningOf(mention: MetricMention, sight: Sight, hierarchies = hierarchiesOf): Meaning {
  const { role, text, part, metric } = mention;
  const whole = text.length;
  if ((role === 'id' || role === 'name') && metric && isMetricsPart(part))
    return { places: [{ metric, part }], length: whole };
  const around = hierarchies(part, sight);
  if (role === 'sentence') return meaningOfSentence(text, around);
  for (const hierarchy of around) {
    const found = findMetric(metricsOf(hierarchy.model), text);
    if (found) return { places: [{ metric: found, part: hierarchy }], length: whole };
  }
  if (part.file.toLowerCase().endsWith('.md')) {
    const begun = around.flatMap(hierarchy => placesThatBegin(hierarchy, text));
    if (begun.length === 1) return { places: begun, length: whole };
  }
  return { places: sight.workspace.lookup.metricsCalled(text), length: whole };
}

/** The hierarchies that are nearer than the workspace: the one that it stands in, else those of its bets. */
export function hierarchiesOf(part: Part, sight: Sight): readonly Part<'metrics'>[] {
  if (isMetricsPart(part)) return [part];
  return betsOf(part, sight.workspace.lookup, sight.settings).flatMap(({ metrics }) => metrics ?? []);
}

/** The same, asked once for each part: betsOf looks through a workspace's references. */
export function rememberHierarchies(): typeof hierarchiesOf {
  const known = new Map<object, readonly Part<'metrics'>[]>();
  return (part, sight) => {
    const found = known.get(part.model) ?? hierarchiesOf(part, sight);
    known.set(part.model, found);
    return found;
  };
}

function placesThatBegin(part: Part<'metrics'>, text: string): readonly MetricPlace[] {
  const wanted = metricKey(text);
  if (wanted === '') return [];
  return metricsOf(part.model).flatMap(metric =>
    metricKey(metric.name).startsWith(wanted) || metricKey(metric.id).startsWith(wanted) ? [{ metric, part }] : [],
  );
}

/** `Error rate > 2% for an hour`: the longest name that the sentence begins with. */
function meaningOfSentence(sentence: string, hierarchies: readonly Part<'metrics'>[]): Meaning {
  let longest: Meaning = { places: [], length: 0 };
  for (const part of hierarchies)
    for (const metric of metricsOf(part.model)) {
      const length = Math.max(beginningIn(sentence, metric.name), beginningIn(sentence, metric.id));
      if (length > longest.length) longest = { places: [{ metric, part }], length };
    }
  return longest;
}

/** How many characters of the sentence are this name, in any case; 0 where it begins with another word. */
export function beginningIn(sentence: string, name: string): number {
  const { length } = name;
  if (length === 0 || sentence.slice(0, length).toLowerCase() !== name.toLowerCase()) return 0;
  return /^[\p{L}\p{N}_-]/u.test(sentence.slice(length, length + 2)) ? 0 : length;
}

export function isSameMetric(a: Pick<MetricPlace, 'metric'>, b: { readonly metric: TieredMetric }): boolean {
  return a.metric.metric === b.metric.metric;
}
