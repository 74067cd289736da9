import { rules, type AnyRule } from '../../src/core/rules/index.ts';
import type { RuleExample } from '../../src/core/rules/rule.ts';

const banner = '<!-- Generated from src/core/rules by "npm run generate". Do not edit: change the rule. -->\n';
const severities = { error: 'Error', warning: 'Warning', information: 'Information' } as const;

/** A page a rule, and the page that lists them. */
export function generate(): Map<string, string> {
  const pages = new Map(rules.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule)]));
  pages.set('docs/rules/README.md', listPage());
  return pages;
}

function rulePage(rule: AnyRule): string {
  const up = '../'.repeat(rule.id.split('/').length - 1);
  return `${banner}# ${rule.id}

${rule.summary}

${severityLine(rule)}

## Why

${rule.why}

${pair(rule, 'yaml')}
${pair(rule, 'markdown')}
${further(rule)}[All rules](${up}README.md)
`;
}

function severityLine(rule: AnyRule): string {
  const lowered = rule.lowered ? ' In mode `zeroToOne` it is one step lower.' : '';
  const concluded = rule.alsoConcluded ? ' It also speaks of concluded bets.' : '';
  return `**${severities[rule.severity]}.**${lowered}${concluded}`;
}

type Notation = 'yaml' | 'markdown';

const notations = { yaml: 'YAML', markdown: 'Markdown' } as const;

/** The first bad and the first good example of a notation. */
function pair(rule: AnyRule, notation: Notation): string {
  const [bad, good] = firstPair(rule, notation);
  if (bad === undefined || good === undefined) throw new Error(`${rule.id} has no pair of examples in ${notation}`);
  return `## In ${notations[notation]}

Reported, at what stands between « and »:

${shown(bad)}
Fine:

${shown(good)}`;
}

function firstPair(rule: AnyRule, notation: Notation): readonly (RuleExample | undefined)[] {
  const own = rule.examples.filter(example => notationOf(example) === notation);
  return [own.find(({ good }) => !good), own.find(({ good }) => good)];
}

function notationOf({ files }: RuleExample): Notation {
  return Object.keys(files)[0]?.endsWith('.md') ? 'markdown' : 'yaml';
}

/** What the pairs leave open: limits, other places, other words. */
function further(rule: AnyRule): string {
  const pairs = [...firstPair(rule, 'yaml'), ...firstPair(rule, 'markdown')];
  const rest = rule.examples.filter(example => !pairs.includes(example));
  if (rest.length === 0) return '';
  const parts = rest.map(example => `${example.good ? 'Fine:' : 'Reported:'}\n\n${shown(example)}`);
  return `## More examples\n\n${parts.join('\n')}\n`;
}

function shown(example: RuleExample): string {
  const day = example.today === undefined ? '' : `On ${example.today}:\n\n`;
  const files = Object.entries(example.files).map(
    ([file, text]) => `\`${file}\`\n\n\`\`\`${file.endsWith('.md') ? 'markdown' : 'yaml'}\n${text.trimEnd()}\n\`\`\`\n`,
  );
  return day + files.join('\n');
}

function listPage(): string {
  const rows = rules.map(
    rule =>
      `| [${rule.id}](${rule.id}.md) | ${severities[rule.severity]}${rule.lowered ? '°' : ''} | ${rule.summary} |`,
  );
  return `${banner}# Rules

What Betwright looks for, and how much it minds. ° is one step lower in mode \`zeroToOne\`. A team changes severities with the setting \`betwright.rules\`.

| rule | severity | when |
|---|---|---|
${rows.join('\n')}
`;
}
