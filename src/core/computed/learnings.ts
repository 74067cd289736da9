import { foldWord } from '../schema/words.ts';
import type { Outcome } from '../model/status.ts';
import { metricKey, metricsOf } from '../model/tiers.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import type { Reason } from './reason.ts';

/** Something that a concluded bet taught. Its text is what was written, and stands in the retro. */
export interface Learning extends Reason {
  /** The id and the title of the bet that taught it. */
  readonly bet: string;
  readonly title: string;
  readonly outcome?: Outcome;
  /** What both bets are about, the nearest first. */
  readonly shared: 'metric' | 'block' | 'category';
  /** What it is called: the metric's name, the block, the category. */
  readonly name: string;
}

/** What concluded bets taught, to be asked by metric or for a bet. */
export interface Learnings {
  /** What was learned on the metrics, the block and the category of this bet, itself excepted: the nearest first. */
  about(bet: BetCase): readonly Learning[];
  /** What was learned on the metric of this id or name. */
  onMetric(reference: string): readonly Learning[];
}

/** Gathers the learnings of the concluded bets among these, in their order. */
export function gatherLearnings(bets: Iterable<BetCase>): Learnings {
  const byTopic = new Map<string, BetCase[]>();
  for (const bet of bets) {
    if (bet.status !== 'concluded' || (bet.retro?.model.learnings?.items.length ?? 0) === 0) continue;
    for (const key of new Set(topicsOf(bet).map(topic => topic.key))) {
      const known = byTopic.get(key);
      if (known) known.push(bet);
      else byTopic.set(key, [bet]);
    }
  }
  return {
    about(bet) {
      const told = new Set<BetCase['artifact']>([bet.artifact]);
      return topicsOf(bet).flatMap(topic => taught(byTopic.get(topic.key) ?? [], topic, told));
    },
    onMetric: reference => {
      const key = metricTopic(reference);
      return taught(byTopic.get(key) ?? [], { key, shared: 'metric', name: reference }, new Set());
    },
  };
}

interface Topic {
  readonly key: string;
  readonly shared: Learning['shared'];
  readonly name: string;
}

/** Each bet is told once, by what is nearest. */
function taught(
  bets: readonly BetCase[],
  { shared, name }: Topic,
  told: Set<BetCase['artifact']>,
): readonly Learning[] {
  return bets.flatMap(({ artifact, retro, decision }) => {
    if (told.has(artifact) || retro === undefined) return [];
    told.add(artifact);
    const { id, title } = artifact;
    return (retro.model.learnings?.items ?? []).map(({ text, span }) => ({
      text,
      file: retro.file,
      span,
      bet: id,
      title,
      ...(decision && { outcome: decision }),
      shared,
      name,
    }));
  });
}

/** Metrics first, then block, then category. Guardrails are what bets have in common without being about them. */
function topicsOf({ bet, metrics, retro }: BetCase): readonly Topic[] {
  const all = metrics ? metricsOf(metrics.model) : [];
  const own = all.flatMap(({ tier, id, name }) =>
    tier === 'guardrails' ? [] : [onMetric(id, name), onMetric(name, name)],
  );
  const guarded = new Set(
    all.flatMap(({ tier, id, name }) => (tier === 'guardrails' ? [metricTopic(id), metricTopic(name)] : [])),
  );
  const measured = (retro?.model.metrics?.items ?? []).flatMap(({ role, metric }) =>
    metric && role?.word !== 'guardrail' ? [onMetric(metric.id, metric.id)] : [],
  );
  const { block, category } = bet;
  return [
    ...[...own, ...measured].filter(({ key }) => !guarded.has(key)),
    ...(block
      ? [{ key: `block:${foldWord(block.text.trim().slice(0, 200))}`, shared: 'block', name: block.text } as const]
      : []),
    ...(category ? [{ key: `category:${category.word}`, shared: 'category', name: category.word } as const] : []),
  ];
}

function onMetric(reference: string, name: string): Topic {
  return { key: metricTopic(reference), shared: 'metric', name };
}

function metricTopic(reference: string): string {
  return `metric:${metricKey(reference)}`;
}
