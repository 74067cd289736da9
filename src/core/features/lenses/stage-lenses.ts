import { gateOf, type Gate } from '../../computed/gate.ts';
import { reasonAt } from '../../computed/reason.ts';
import type { RolloutCase } from '../../computed/rollout-case.ts';
import { currentStage, stageEnd } from '../../model/stages.ts';
import type { Stage } from '../../model/types.gen.ts';
import { daysBetween, type Day } from '../../model/values/date.ts';
import { daysOf } from '../../model/values/duration.ts';
import type { Settings } from '../../workspace/settings.ts';
import { gateTitle } from './bet-lenses.ts';
import type { Span } from '../../text/span.ts';
import type { Lens, LensClick } from './lens.ts';

/** How far the stage that a rollout is in has come, and what its gate says. Stages before and behind it say so themselves. */
export function stageLenses(rollout: RolloutCase, settings: Settings): readonly Lens[] {
  const { model } = rollout.part;
  const at = currentStage(model, settings.today);
  if (at === undefined || stageEnd(model, at.index) !== undefined) return [];
  const started = at.stage.started?.day;
  if (started === undefined) return [];
  const span = (at.stage.stage ?? at.stage).span;
  const gate = gateOf(rollout, settings);
  const day = dayOf(at.stage, started, settings.today);
  const title = gate === undefined ? day : `${day} · ${gateTitle(gate)}`;
  return [{ sort: 'stages', span, title, click: clickOf(rollout, gate, started, span) }];
}

/** Where the gate speaks its reasons are part of the dialogue. At a stage without a gate there is nothing to advance to. */
function clickOf({ part }: RolloutCase, gate: Gate | undefined, started: Day, span: Span): LensClick {
  const { file, holder } = part;
  if (gate) return { type: 'moment', moment: 'advanceStage', file, id: holder.id };
  return { type: 'reasons', reasons: [reasonAt(file, span, `The stage has run since ${started}.`)] };
}

/** "Day 9 of 14": the day it started is the first. A range counts with its upper bound. */
function dayOf(stage: Stage, started: Day, today: Day): string {
  const day = `Day ${String(daysBetween(started, today) + 1)}`;
  const duration = stage.duration?.duration;
  const days = duration && daysOf(duration, started);
  return days === undefined ? day : `${day} of ${String(Math.max(1, Math.ceil(days[1])))}`;
}
