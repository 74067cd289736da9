import { gaStage, hasStarted, isFromBetaOn } from '../model/stages.ts';
import { isFrom, type Status } from '../model/status.ts';
import type { Launch, Rollout } from '../model/types.gen.ts';
import type { Day } from '../model/values/date.ts';
import { componentNames, type ComponentName } from './launch-state.ts';

/** The moments by which components of a launch have to be done, in their order. */
export const launchMoments = ['shapingOver', 'beta', 'ga', 'afterGa'] as const;

export type LaunchMoment = (typeof launchMoments)[number];

/** When each is needed (SPEC 5, `launch/component-late`; seed: GTM Execution). */
export const neededBy: Readonly<Record<ComponentName, LaunchMoment>> = {
  positioning: 'shapingOver',
  salesEnablement: 'beta',
  documentation: 'beta',
  supportTraining: 'ga',
  successPlaybook: 'ga',
  communications: 'afterGa',
};

const smallTiers: Readonly<Record<number, readonly ComponentName[]>> = {
  3: ['documentation', 'supportTraining', 'communications'],
  4: ['communications'],
};

/** What a tier needs at all. Without a tier all six count (SPEC 8, "Launch"). */
export function neededComponents(tier: number | undefined): readonly ComponentName[] {
  return (tier === undefined ? undefined : smallTiers[tier]) ?? componentNames;
}

/** What a tier needs by a moment, what was needed earlier included. */
export function neededUntil(tier: number | undefined, moment: LaunchMoment): readonly ComponentName[] {
  const last = launchMoments.indexOf(moment);
  return neededComponents(tier).filter(name => launchMoments.indexOf(neededBy[name]) <= last);
}

export interface LaunchTime {
  readonly rollout?: Rollout | undefined;
  readonly launch?: Launch | undefined;
  /** The bet's status; absent where a launch stands alone. */
  readonly status?: Status | undefined;
  readonly shipped: boolean;
  readonly today: Day;
}

/** The latest moment that has come; undefined while shaping goes on. */
export function momentReached(time: LaunchTime): LaunchMoment | undefined {
  const { rollout, status, shipped, today } = time;
  const ga = gaDay(time);
  if (ga !== undefined && ga < today) return 'afterGa';
  if (ga !== undefined && ga <= today) return 'ga';
  if (isFromBetaOn(rollout, shipped, today)) return 'beta';
  const started = rollout?.stages?.items.some(stage => hasStarted(stage, today)) ?? false;
  return started || (status !== undefined && isFrom(status, 'building')) ? 'shapingOver' : undefined;
}

/** GA is the rollout's, else the launch's date (SPEC 8, "Launch"). Undefined while the rollout's GA has no day. */
export function gaDay({ rollout, launch }: Pick<LaunchTime, 'rollout' | 'launch'>): Day | undefined {
  const ga = rollout && gaStage(rollout);
  return ga ? ga.started?.day : launch?.date?.day;
}
