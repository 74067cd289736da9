import { foldWord } from '../schema/words.ts';
import { remembered } from '../text/remembered.ts';
import type { Rollout, Stage } from './types.gen.ts';
import type { Day } from './values/date.ts';

export type StageName = 'internal' | 'alpha' | 'beta' | 'ga';

const standardNames: Readonly<Record<string, StageName>> = {
  internal: 'internal',
  dogfood: 'internal',
  dogfooding: 'internal',
  internaldogfooding: 'internal',
  alpha: 'alpha',
  beta: 'beta',
  limitedrelease: 'beta',
  ga: 'ga',
  generalavailability: 'ga',
  fullrelease: 'ga',
};

/** The usual name of a stage, where its own is one of the four or means one of them. */
export function standardStage(stage: Stage): StageName | undefined {
  return standardStageName(stage.stage?.text ?? '');
}

/** "Beta", "Stage 2: Beta (10%)" and "limited release" are all `beta`. */
export function standardStageName(text: string): StageName | undefined {
  return nameOf(text) ?? undefined;
}

const nameOf = remembered((text: string): StageName | null => {
  const folded = foldWord(bareStageName(text));
  return (Object.hasOwn(standardNames, folded) ? standardNames[folded] : undefined) ?? null;
});

/** A stage's name without the number before it and the remark behind it. */
export function bareStageName(text: string): string {
  return text
    .trim()
    .slice(0, 100)
    .replace(/^(?:stage|phase|step) ?\d{1,3} ?[:.–—-] ?/i, '')
    .replace(/ ?\([^()]*\)$/, '');
}

/** GA is the stage `ga`, else the first that reaches everyone (SPEC 8, "Rollout"). */
export function gaStage(rollout: Rollout): Stage | undefined {
  const stages = rollout.stages?.items ?? [];
  return stages.find(stage => standardStage(stage) === 'ga') ?? stages.find(reachesEveryone);
}

/**
 * The stage from which on "from the beta stage on" holds, by its place in the list: `beta`, else the first that gives
 * a share of all users the feature after internal use and alpha (seed: beta is 10 % of users), else GA.
 */
export function betaIndex(rollout: Rollout): number | undefined {
  const stages = rollout.stages?.items ?? [];
  const ga = gaIndex(rollout) ?? stages.length;
  const named = stages.findIndex(stage => standardStage(stage) === 'beta');
  const shared = stages.findIndex(stage => standardStage(stage) === undefined && (percentOf(stage) ?? 0) > 0);
  const first = Math.min(ga, named === -1 ? (shared === -1 ? ga : shared) : named);
  return first < stages.length ? first : undefined;
}

/** Where in the list GA stands. */
export function gaIndex(rollout: Rollout): number | undefined {
  const ga = gaStage(rollout);
  return ga && rollout.stages?.items.indexOf(ga);
}

/** "From the beta stage on": beta or a later stage has started, or the bet has shipped (SPEC 8, "Status"). */
export function isFromBetaOn(rollout: Rollout | undefined, shipped: boolean, today: Day): boolean {
  if (shipped || rollout === undefined) return shipped;
  const beta = betaIndex(rollout);
  return (
    beta !== undefined && (rollout.stages?.items ?? []).some((stage, at) => at >= beta && hasStarted(stage, today))
  );
}

export function reachesEveryone(stage: Stage): boolean {
  const percent = percentOf(stage);
  return percent !== undefined && percent >= 100;
}

/** Whether some customers get it and not all: what a stage before GA is for. Own people are no customers. */
export function reachesSomeCustomers(stage: Stage): boolean {
  const name = standardStage(stage);
  return name !== 'internal' && name !== 'ga' && !reachesEveryone(stage) && percentOf(stage) !== 0;
}

export function percentOf(stage: Stage): number | undefined {
  return stage.audience?.percent?.number ?? stage.audience?.text?.audience.percent;
}

export function hasStarted(stage: Stage, today: Day): boolean {
  const started = stage.started?.day;
  return started !== undefined && started <= today;
}

/** A stage with its place in the list. */
export interface StagePlace {
  readonly stage: Stage;
  readonly index: number;
}

/** The stage a rollout is in: the last of the list that has started, whether it has ended or not. */
export function currentStage(rollout: Rollout, today: Day): StagePlace | undefined {
  const stages = rollout.stages?.items ?? [];
  const index = stages.findLastIndex(stage => hasStarted(stage, today));
  const stage = stages[index];
  return stage && { stage, index };
}

/** A stage ends at `ended`, else when the next one that has a day for it starts (SPEC 8, "Rollout"). */
export function stageEnd(rollout: Rollout, index: number): Day | undefined {
  const stages = rollout.stages?.items ?? [];
  const own = stages[index]?.ended?.day;
  if (own !== undefined) return own;
  for (let later = index + 1; later < stages.length; later++) {
    const started = stages[later]?.started?.day;
    if (started !== undefined) return started;
  }
  return undefined;
}

/** What to call a stage: the usual word where it is written in any case, else as written, else its number. */
export function stageTitle(stage: Stage, index: number): string {
  const text = stage.stage?.text.trim() ?? '';
  if (text === '') return `stage ${index + 1}`;
  const folded = foldWord(text.slice(0, 100));
  return folded === standardStage(stage) ? folded : text;
}
