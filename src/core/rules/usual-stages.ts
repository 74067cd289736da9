import type { Stage } from '../model/types.gen.ts';
import { standardStage, type StageName } from '../model/stages.ts';
import type { WrittenFields } from './fix.ts';

/** What has to be true at the end of each usual stage (seed: Staged Rollout); a team makes it its own. */
const exits: Readonly<Record<Exclude<StageName, 'ga'>, readonly string[]>> = {
  internal: ['No open bug that loses work'],
  alpha: ['Most customers got through without help'],
  beta: ['Leading metrics are above their baseline', 'No guardrail is breached'],
};

export function usualExit(stage: Stage): readonly string[] {
  const name = standardStage(stage);
  return exits[name === undefined || name === 'ga' ? 'beta' : name];
}

/** Stages in which some customers have it before everyone does. */
export const stagesBeforeGa: readonly WrittenFields[] = [
  { stage: 'alpha', audience: { size: 5 }, duration: '1 week', exit: exits.alpha },
  { stage: 'beta', audience: { percent: '10%' }, duration: '1-2 weeks', exit: exits.beta },
];

export const usualStages: readonly WrittenFields[] = [
  { stage: 'internal', audience: 'Our own team', duration: '2-3 days', exit: exits.internal },
  ...stagesBeforeGa,
  { stage: 'ga', audience: { percent: '100%' }, duration: 'ongoing' },
];
