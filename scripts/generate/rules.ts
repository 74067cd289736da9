import { rules, type AnyRule } from '../../src/core/rules/index.ts';

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

## What it reports

The places that are reported stand between « and ».

${examples(rule, false)}
## What is fine

${examples(rule, true)}
[All rules](${up}README.md)
`;
}

function severityLine(rule: AnyRule): string {
  const lowered = rule.lowered ? ' In mode `zeroToOne` it is one step lower.' : '';
  const concluded = rule.alsoConcluded ? ' It also speaks of concluded bets.' : '';
  return `**${severities[rule.severity]}.**${lowered}${concluded}`;
}

function examples(rule: AnyRule, good: boolean): string {
  return rule.examples
    .filter(example => example.good === good)
    .map(example => {
      const day = example.today === undefined ? '' : `On ${example.today}:\n\n`;
      const files = Object.entries(example.files).map(
        ([file, text]) =>
          `\`${file}\`\n\n\`\`\`${file.endsWith('.md') ? 'markdown' : 'yaml'}\n${text.trimEnd()}\n\`\`\`\n`,
      );
      return day + files.join('\n');
    })
    .join('\n');
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
