import { gateOf, type Gate } from '../../computed/gate.ts';
import { rolloutCase, rolloutOfBet, type RolloutCase } from '../../computed/rollout-case.ts';
import { currentStage, gaIndex, stageTitle, type StagePlace } from '../../model/stages.ts';
import type { Rollout } from '../../model/types.gen.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { standalonePart } from '../../workspace/part.ts';
import { finished, newDesk, write, type Desk } from './desk.ts';
import { artifactAt, betAt, spotOfPart, type Pointer, type Spot } from './place.ts';
import { refused, wish, type RefactorContext, type Refactored } from './plan.ts';
import { fieldsOf, hole, type Fields } from './value.ts';

export interface StageWishes {
  /** `proceed` where nothing is said. */
  readonly outcome?: 'proceed' | 'hold' | 'rollback';
  readonly why?: string;
  readonly by?: string;
  /** Why the rollout goes on though its gate says no: written down in place of `why`. */
  readonly override?: string;
}

/**
 * What is decided at the end of a stage: an entry of the decision log, and, going on, the days on which the stage ends
 * and the next begins. Refuses to go on with the reasons of the gate, unless a reason to do it all the same is given.
 */
export function advanceStage(context: RefactorContext, pointer: Pointer, wishes: StageWishes = {}): Refactored {
  const rollout = rolloutAt(context, pointer);
  if (rollout === undefined) return refused('Here is no rollout whose stage could be left: plan one first.');
  const { model } = rollout.part;
  if ((model.stages?.items.length ?? 0) === 0) return refused('The rollout has no stages yet.');
  const at = currentStage(model, context.settings.today);
  const outcome = wishes.outcome ?? 'proceed';
  if (at === undefined)
    return outcome === 'proceed' ? startFirst(context, rollout) : refused('No stage has started yet.');
  if (outcome !== 'proceed') return stay(context, rollout, at, outcome, wishes);
  return goOn(context, rollout, at, wishes);
}

/** The gate of the rollout that is meant, for whoever asks before deciding. */
export function gateAt(context: RefactorContext, pointer: Pointer): Gate | undefined {
  const rollout = rolloutAt(context, pointer);
  return rollout && gateOf(rollout, context.settings);
}

function rolloutAt(context: RefactorContext, pointer: Pointer): RolloutCase | undefined {
  const { workspace, settings } = context;
  const artifact = artifactAt(context, pointer);
  if (artifact?.kind === 'rollout') return rolloutCase(standalonePart(artifact), workspace.lookup, settings);
  const bet = betAt(context, pointer);
  return bet && rolloutOfBet(bet, workspace.lookup, settings);
}

function startFirst(context: RefactorContext, { part }: RolloutCase): Refactored {
  const desk = newDesk(context);
  write(desk, stageSpot(spotOfPart(part), part.model, 0), new Map([['started', context.settings.today]]));
  return finished(desk);
}

function goOn(context: RefactorContext, rollout: RolloutCase, at: StagePlace, wishes: StageWishes): Refactored {
  const { today } = context.settings;
  const { part } = rollout;
  const ga = gaIndex(part.model);
  const next = part.model.stages?.items[at.index + 1];
  if (next === undefined || (ga !== undefined && at.index >= ga))
    return refused(`"${stageTitle(at.stage, at.index).slice(0, 80)}" is the last stage: there is nothing to go on to.`);
  const gate = gateOf(rollout, context.settings);
  const override = wish(wishes.override);
  if (gate && gate.value !== 'advance' && override === undefined) {
    const what = gate.value === 'rollBack' ? 'asks to roll back' : 'is not open yet';
    return refused(`The gate of "${gate.stage.slice(0, 80)}" ${what}.`, gate.reasons, true);
  }
  const desk = newDesk(context);
  const spot = spotOfPart(part);
  // What stands further inside comes first: at one place in the text it is written first.
  decideInStage(desk, spot, part.model, at, { ...wishes, ...(override !== undefined && { why: override }) }, 'proceed');
  if (at.stage.ended?.day === undefined || at.stage.ended.day > today)
    write(desk, stageSpot(spot, part.model, at.index), new Map([['ended', today]]));
  write(desk, stageSpot(spot, part.model, at.index + 1), new Map([['started', today]]));
  log(desk, spot, at, { ...wishes, ...(override !== undefined && { why: override }) }, 'proceed');
  return finished(desk);
}

function stay(
  context: RefactorContext,
  rollout: RolloutCase,
  at: StagePlace,
  outcome: 'hold' | 'rollback',
  wishes: StageWishes,
): Refactored {
  const { today } = context.settings;
  const desk = newDesk(context);
  const spot = spotOfPart(rollout.part);
  decideInStage(desk, spot, rollout.part.model, at, wishes, outcome);
  if (outcome === 'rollback' && at.stage.ended?.day === undefined)
    write(desk, stageSpot(spot, rollout.part.model, at.index), new Map([['ended', today]]));
  log(desk, spot, at, wishes, outcome);
  return finished(desk);
}

/** A stage that has a decision of its own keeps to it whatever the log says: it is brought up to date. */
function decideInStage(
  desk: Desk,
  spot: Spot,
  model: Rollout,
  at: StagePlace,
  wishes: StageWishes,
  outcome: string,
): void {
  if (at.stage.decision === undefined) return;
  const decision = fieldsOf([
    ['date', desk.context.settings.today],
    ['outcome', outcome],
    ['why', wish(wishes.why)],
    ['by', wish(wishes.by)],
  ]);
  write(desk, stageSpot(spot, model, at.index), new Map([['decision', decision]]));
}

function log(desk: Desk, spot: Spot, at: StagePlace, wishes: StageWishes, outcome: string): void {
  const written = at.stage.stage?.text.trim() ?? '';
  const entry: Fields = fieldsOf([
    ['date', desk.context.settings.today],
    ['stage', written === '' ? String(at.index + 1) : written],
    ['outcome', outcome],
    ['why', wish(wishes.why) ?? hole],
    ['by', wish(wishes.by)],
  ]);
  write(desk, spot, new Map([['decisions', [entry]]]));
}

function stageSpot(rollout: Spot, model: Rollout, index: number): Spot {
  const list = documentShapes.rollout.fields['stages'];
  const shape = list?.type === 'list' && list.item.type === 'object' ? list.item : rollout.shape;
  return {
    artifact: rollout.artifact,
    path: [...rollout.path, 'stages', index],
    shape,
    model: model.stages?.items[index],
  };
}
