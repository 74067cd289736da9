import type { Tier } from '../../../model/tiers.ts';
import { templates } from '../../../templates/index.ts';
import { choiceOf } from '../item.ts';
import type { Surroundings } from '../surroundings.ts';
import { blockTemplateText } from '../templates.ts';

/** Blocks with something to say of their own: made of the examples of their fields, every metric would be the same one. */
const prefixes: Readonly<Record<string, string>> = {
  'Bet.hypothesis': 'bet-hypothesis',
  'Bet.criteria': 'bet-criteria',
  'Bet.metrics': 'bet-tiers',
  'Bet.rollout': 'bet-rollout-plan',
  'Bet.launch': 'bet-launch-plan',
  'Rollout.flag': 'bet-flag',
  'Retro.decision': 'bet-decision',
  'Metrics.lagging': 'bet-metric-lagging',
  'Metrics.core': 'bet-metric-core',
  'Metrics.leading': 'bet-metric-leading',
  'Metrics.guardrails': 'bet-guardrail',
};

/** What the metrics of a tier can drive. */
const above: Readonly<Record<string, Tier>> = { core: 'lagging', leading: 'core' };
/** More ids are no choice, but a list of their own once the caret is there. */
const maxChoices = 12;

/** The template of a field's block as a snippet, from the field's column on; undefined where there is none. */
export function blockTemplate(object: string, field: string, around: Surroundings): string | undefined {
  const key = `${object}.${field}`;
  const prefix = Object.hasOwn(prefixes, key) ? prefixes[key] : undefined;
  const template = templates.find(each => each.prefix === prefix && each.notation === 'yaml');
  if (template === undefined) return undefined;
  const body = withDrives(blockTemplateText(template, around), field, around);
  return body.startsWith(`${field}:`) ? body : `${field}:\n  ${body.replace(/\n(?=.)/g, '\n  ')}`;
}

/** Where there are metrics to drive, they are a choice. */
function withDrives(body: string, field: string, { metrics }: Surroundings): string {
  const ids = metrics.flatMap(({ id, tier }) => (tier === above[field] && id !== '' ? [id] : []));
  if (ids.length === 0 || ids.length > maxChoices) return body;
  return body.replace(/^( *drives: \[)\$(\d+)\]$/m, (_, start: string, stop: string) => {
    return `${start}${choiceOf(Number(stop), ids)}]`;
  });
}
