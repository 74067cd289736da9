import { foldWord } from '../schema/words.ts';
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
  const folded = foldWord((stage.stage?.text ?? '').trim().slice(0, 100));
  return Object.hasOwn(standardNames, folded) ? standardNames[folded] : undefined;
}

/** GA is the stage `ga`, else the first that reaches everyone (SPEC 8, "Rollout"). */
export function gaStage(rollout: Rollout): Stage | undefined {
  const stages = rollout.stages?.items ?? [];
  return stages.find(stage => standardStage(stage) === 'ga') ?? stages.find(reachesEveryone);
}

export function reachesEveryone(stage: Stage): boolean {
  const percent = stage.audience?.percent?.number ?? stage.audience?.text?.audience.percent;
  return percent !== undefined && percent >= 100;
}

export function hasStarted(stage: Stage, today: Day): boolean {
  const started = stage.started?.day;
  return started !== undefined && started <= today;
}
