import { betTemplates } from './bet.ts';
import { ignoreTemplates } from './ignore.ts';
import { launchTemplates } from './launch.ts';
import { metricsTemplates } from './metrics.ts';
import { retroTemplates } from './retro.ts';
import { rolloutTemplates } from './rollout.ts';
import type { Template } from './template.ts';
import { tracksTemplates } from './tracks.ts';

export { fillTemplate, snippetBody } from './fill.ts';
export type { Template } from './template.ts';

/** Every template, in the order in which a list of choices shows them. */
export const templates: readonly Template[] = [
  ...betTemplates,
  ...metricsTemplates,
  ...rolloutTemplates,
  ...retroTemplates,
  ...launchTemplates,
  ...tracksTemplates,
  ...ignoreTemplates,
];
