import { metricsOf } from '../model/tiers.ts';
import { metricNames, withMetric } from '../model/trigger-metrics.ts';
import type { Metrics, Rollout, Trigger } from '../model/types.gen.ts';
import type { BetCase } from './bet-case.ts';
import type { Part } from './part.ts';

/** A rollback trigger, and the file in which it stands: the rollout's, or that of the launch that speaks of it. */
export interface PlacedTrigger {
  readonly trigger: Trigger;
  readonly file: string;
}

/**
 * What makes a rollout roll back. Where it has no trigger of its own, those of its bets' launches are its (SPEC 8,
 * "Launch"). In Markdown a trigger that begins with the name of one of the bets' metrics has that metric.
 */
export function triggersOf(rollout: Part<'rollout'> | undefined, bets: readonly BetCase[]): readonly PlacedTrigger[] {
  const own = rollout?.model.rollback?.triggers?.items ?? [];
  if (rollout !== undefined && own.length > 0) {
    const triggers = rollout.holder.form ? known(own, metricsAround(bets)) : own;
    return triggers.map(trigger => ({ trigger, file: rollout.file }));
  }
  return bets.flatMap(({ launch, metrics }) =>
    known(launch?.holder.rollback?.triggers?.items ?? [], metrics ? [metrics.model] : []).map(trigger => ({
      trigger,
      file: launch?.file ?? '',
    })),
  );
}

/** Whether a launch of these bets names who rolls back: it holds where the rollout names nobody. */
export function hasRollbackOwner(bets: readonly BetCase[]): boolean {
  return bets.some(({ launch }) => launch?.holder.rollback?.owner !== undefined);
}

function metricsAround(bets: readonly BetCase[]): readonly Metrics[] {
  return bets.flatMap(({ metrics }) => metrics?.model ?? []);
}

function known(triggers: readonly Trigger[], hierarchies: readonly Metrics[]): readonly Trigger[] {
  if (triggers.every(({ metric, when }) => metric !== undefined || when === undefined)) return triggers;
  const names = metricNames(hierarchies.flatMap(metricsOf));
  return triggers.map(trigger => withMetric(trigger, names));
}

/** A rollout as it is understood beside its bets: a trigger has a metric, or else a sentence. */
export function understoodRollout(model: Rollout, hierarchies: readonly Metrics[]): Rollout {
  const { rollback } = model;
  const triggers = rollback?.triggers;
  if (rollback === undefined || triggers === undefined) return model;
  const items = known(triggers.items, hierarchies).map((trigger, index): Trigger => {
    if (trigger === triggers.items[index]) return trigger;
    const { when: sentence, ...rest } = trigger;
    return sentence === undefined ? trigger : rest;
  });
  return { ...model, rollback: { ...rollback, triggers: { ...triggers, items } } };
}
