import { joinBodies } from './compose.ts';
import type { Template } from './template.ts';

type Common = Omit<Template, 'notation' | 'scope'>;

/**
 * A whole artifact in both notations: YAML alone, or as the front matter of a Markdown file with room for prose
 * below. In `body` the title is stop 2, which is also the heading.
 */
export function artifact(common: Common, prose: string): readonly Template[] {
  return [
    { ...common, scope: 'artifact', notation: 'yaml', body: `${common.body}\n$0` },
    {
      ...common,
      scope: 'artifact',
      notation: 'markdown',
      label: `${common.label} in Markdown`,
      body: `${joinBodies(`---\n${common.body}\n---\n\n# $2\n`, prose)}\n$0`,
    },
  ];
}

/** A block for YAML, and the same for the front matter of a Markdown file. */
export function block(common: Common): readonly Template[] {
  return [
    { ...common, scope: 'block', notation: 'yaml' },
    { ...common, scope: 'block', notation: 'markdown', label: `${common.label} in front matter` },
  ];
}
