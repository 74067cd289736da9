/** Commands that ask, and write what was answered: a bundle of its own, for nobody needs them to activate. */
export { advanceStage } from './advance-stage.ts';
export { convert } from './convert.ts';
export { exportPicture } from './export-picture.ts';
export { extract, inline } from './move-part.ts';
export { newArtifact } from './new-artifact.ts';
export { newBet } from './new-bet.ts';
export { planRollout } from './plan-rollout.ts';
export { recordDecision } from './record-decision.ts';
export { setLaunchTier } from './set-launch-tier.ts';
export { startRetro } from './start-retro.ts';
