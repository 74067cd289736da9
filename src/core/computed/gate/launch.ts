import { betaIndex, gaIndex, isFromBetaOn, type StagePlace } from '../../model/stages.ts';
import type { Rollout } from '../../model/types.gen.ts';
import type { Day } from '../../model/values/date.ts';
import type { Part } from '../../workspace/part.ts';
import { neededUntil, type LaunchMoment } from '../launch-needs.ts';
import { componentPlace, componentStatus, componentTitles, isSettled } from '../launch-state.ts';
import type { Reason } from '../reason.ts';
import { partPlace } from '../readiness/point.ts';
import type { RolloutCase } from '../rollout-case.ts';

/** What the launch needs before the next stage, and is open; from the beta stage on a missing launch is open as a whole (SPEC 8). */
export function launchHolds({ part, bets }: RolloutCase, at: StagePlace, today: Day): readonly Reason[] {
  const launches = new Set(bets.flatMap(({ launch }) => launch ?? []));
  if (launches.size === 0) {
    return bets
      .filter(({ shipped }) => isFromBetaOn(part.model, shipped, today))
      .map(bet => ({ text: 'There is no launch, and the rollout is in beta or later.', ...partPlace(bet, 'launch') }));
  }
  const moment = momentAfter(part.model, at);
  return [...launches].flatMap(launch => openUntil(launch, moment));
}

function openUntil(launch: Part<'launch'>, moment: LaunchMoment): readonly Reason[] {
  return neededUntil(launch.model.tier?.number, moment)
    .filter(name => !isSettled(componentStatus(launch.model, name)))
    .map(name => ({
      text: `${componentTitles[name]} is needed before the next stage, and not done.`,
      ...componentPlace(launch, name),
    }));
}

/** What the next stage is for the launch. After the last stage that is planned there is only everyone. */
function momentAfter(rollout: Rollout, { index }: StagePlace): LaunchMoment {
  const next = index + 1;
  const ga = gaIndex(rollout);
  if (next >= (ga ?? rollout.stages?.items.length ?? 0)) return 'ga';
  const beta = betaIndex(rollout);
  return beta !== undefined && next >= beta ? 'beta' : 'shapingOver';
}
