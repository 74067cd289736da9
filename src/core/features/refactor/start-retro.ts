import { isHeld } from '../../model/retro-state.ts';
import { currentOf } from '../../model/current.ts';
import { findMetric, isPrimary, metricsOf, type TieredMetric } from '../../model/tiers.ts';
import { gaStage } from '../../model/stages.ts';
import type { Retro, Timebox } from '../../model/types.gen.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import { finished, newDesk, write } from './desk.ts';
import { createPart, standsInFiles } from './new-part.ts';
import { betAt, spotInBet, spotOfPart, type Pointer } from './place.ts';
import { refused, wish, type RefactorContext, type Refactored } from './plan.ts';
import { fieldsOf, hole, type Fields, type Value } from './value.ts';

export interface RetroWishes {
  readonly facilitator?: string;
}

/**
 * The retro of a bet, held today: a row for each metric with what was promised and what it is now, the timebox and the
 * day of shipping. What came out of it is left to be written.
 */
export function startRetro(context: RefactorContext, pointer: Pointer, wishes: RetroWishes = {}): Refactored {
  const bet = betAt(context, pointer);
  if (bet === undefined) return refused('Here is no bet that a retro could be held of.');
  const { retro } = bet;
  const { today } = context.settings;
  if (retro && isHeld(retro.model, today)) {
    const when = retro.model.held?.day;
    return refused(`The retro of this bet was held already${when === undefined ? '' : `, on ${when}`}.`, [
      { text: 'It stands here.', file: retro.file, span: retro.anchor },
    ]);
  }
  if (bet.bet.retro?.type === 'reference' && retro === undefined)
    return refused(`The bet names a retro "${bet.bet.retro.id}" that is nowhere: mend the reference, or remove it.`);
  const desk = newDesk(context);
  if (!bet.shipped)
    desk.warnings.push('The bet has not shipped yet: a retro now can only judge the idea, not its results.');
  const fields = retroFields(bet, retro?.model, context, wishes);
  if (retro) write(desk, spotOfPart(retro), fields);
  else if (standsInFiles(bet)) createPart(desk, bet, 'retro', fields);
  else write(desk, spotInBet(bet.artifact, 'retro'), fields);
  return finished(desk);
}

function retroFields(
  bet: BetCase,
  retro: Retro | undefined,
  { settings }: RefactorContext,
  wishes: RetroWishes,
): Fields {
  const rows = rowsOf(bet, retro);
  const shipped = bet.bet.shipped?.text ?? (bet.rollout && gaStage(bet.rollout.model)?.started?.text);
  return fieldsOf([
    ['held', settings.today],
    ['timebox', retro?.timebox ? undefined : timeboxOf(bet.bet.timebox)],
    ['shipped', retro?.shipped ? undefined : shipped],
    ['facilitator', retro?.facilitator ? undefined : wish(wishes.facilitator)],
    ['metrics', rows.length === 0 ? undefined : rows],
    ['hypothesis', retro?.hypothesis?.result ? undefined : new Map([['result', hole]])],
  ]);
}

function timeboxOf(timebox: Timebox | undefined): Fields | undefined {
  const { start, end, duration } = timebox ?? {};
  const fields = fieldsOf([
    ['start', start?.text],
    ['end', end?.text],
    ['duration', duration?.text],
  ]);
  return fields.size === 0 ? undefined : fields;
}

/** A row for each metric that has none yet: those that decide first, guardrails last. */
function rowsOf(bet: BetCase, retro: Retro | undefined): readonly Value[] {
  const all = bet.metrics ? metricsOf(bet.metrics.model) : [];
  const present = new Set(
    (retro?.metrics?.items ?? []).flatMap(({ metric }) => (metric ? (findMetric(all, metric.id) ?? []) : [])),
  );
  const roleOf = (metric: TieredMetric): Role =>
    metric.tier === 'guardrails' ? 'guardrail' : isPrimary(metric, all) ? 'primary' : 'secondary';
  return roles.flatMap(role =>
    all.filter(metric => roleOf(metric) === role && !present.has(metric)).map(metric => rowOf(metric, role)),
  );
}

const roles = ['primary', 'secondary', 'guardrail'] as const;

type Role = (typeof roles)[number];

function rowOf({ id, name, metric }: TieredMetric, role: Role): Value {
  return fieldsOf([
    ['metric', metric.id ? id : name],
    ['role', role],
    ['baseline', metric.baseline?.text],
    ['target', role === 'guardrail' ? undefined : metric.target?.text],
    ['threshold', role === 'guardrail' ? metric.threshold?.text : undefined],
    ['actual', currentOf(metric)?.text],
  ]);
}
