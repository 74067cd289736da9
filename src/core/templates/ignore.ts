import type { Template } from './template.ts';

const common = {
  kind: 'bet',
  scope: 'block',
  label: 'Exception',
  description: 'Excuses what follows from a rule, with a reason and a last day',
  prefix: 'bet-ignore',
} as const;

const comment = 'betwright-ignore ${1:metrics/guardrail-missing}: ${2:Why it is right here} (until ${3:${timeboxEnd}})';

/** Unlike other blocks, the one for Markdown is for the text below the front matter. */
export const ignoreTemplates: readonly Template[] = [
  { ...common, notation: 'yaml', body: `# ${comment}` },
  { ...common, notation: 'markdown', body: `<!-- ${comment} -->` },
];
