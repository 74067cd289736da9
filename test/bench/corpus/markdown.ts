import type { CorpusBet, CorpusHierarchy, CorpusStage } from './bet.ts';

export function betInMarkdown(bet: CorpusBet): string {
  const { id, title, subject, owner, deputy, start, end, isRollingOut, hierarchy, hierarchyId, stages, notes } = bet;
  return document([
    `# ${id}: ${title}`,
    labels({
      Owner: owner,
      Status: isRollingOut ? 'Rolling out' : 'Building',
      Category: 'Growth',
      Portfolio: 'Core',
      Priority: 'P2',
      Block: subject,
      Started: start,
      Ends: end,
      'Retro date': end,
      Facilitator: deputy,
      ...(hierarchyId !== undefined && { Metrics: hierarchyId }),
    }),
    '## Hypothesis',
    ...quote('We believe that', `showing ${subject} earlier`),
    ...quote('For', 'admins of new teams'),
    ...quote('Will result in', 'activation rises from 38% to 45%'),
    ...quote('Because', 'nine of twelve interviews said so'),
    ...(hierarchyId === undefined ? ['## Success metrics', ...tiers(hierarchy, '###')] : []),
    '## Decision criteria',
    '### Scale criteria',
    `- ${hierarchy.core} reaches 45% and no guardrail is breached`,
    '### Iterate criteria',
    `- ${hierarchy.core} lands between 40% and 45%`,
    '### Kill criteria',
    `- ${hierarchy.core} stays under 40% by the end of the timebox`,
    '## Rollout',
    labels({ Approach: 'Percentage', 'Feature flag': `\`${subject}-earlier\``, 'Clean up by': '2027-02-01' }),
    ...stages.flatMap((stage, index) => stageBlocks(stage, index, owner)),
    '### Rollback plan',
    '**Rollback triggers:**',
    [
      ...hierarchy.guardrails.map(name => `- ${name} beyond its threshold → roll back`),
      '- Support asks for it twice in a day → pause',
    ].join('\n'),
    '**Rollback procedure:**',
    '1. Turn the flag off\n2. Tell support',
    `**Rollback owner:** ${deputy}`,
    ...(isRollingOut ? launch(bet) : []),
    ...(notes.length === 0 ? [] : ['## Notes', notes.map(note => `- ${note}`).join('\n')]),
  ]);
}

export function hierarchyInMarkdown({ hierarchy, hierarchyId, owner, subject }: CorpusBet): string {
  return document([
    `# Metrics: Numbers of ${subject}`,
    labels({ ID: hierarchyId ?? '', Owner: owner }),
    ...tiers(hierarchy, '##'),
  ]);
}

function tiers({ lagging, core, leading, guardrails }: CorpusHierarchy, level: string): readonly string[] {
  return [
    `${level} Lagging metrics`,
    table('Metric | Definition | Baseline | Target | Cadence | Source', [
      `${lagging} | From the books, once a quarter | 11% | 14% | Quarterly | Ledger`,
    ]),
    `${level} Core metrics`,
    table('Metric | Definition | Baseline | Target | Current | Cadence | Drives | Source', [
      `${core} | Teams that came back in their first week, of all new ones | 38% | 45% | 41% | Weekly | ${lagging} | Warehouse`,
    ]),
    `${level} Leading metrics`,
    table(
      'Metric | Baseline | Target | Current | Cadence | Drives | Source',
      leading.map(name => `${name} | 52% | 70% | 63% | Daily | ${core} | Events`),
    ),
    `${level} Guardrail metrics`,
    table(
      'Metric | Current | Threshold | Alert at | Action | Cadence | Source',
      guardrails.map(name => `${name} | 1.1% | < 2% | 1.8% | Roll back | Real-time | Gateway`),
    ),
  ];
}

const stageTitles: Readonly<Record<string, string>> = { internal: 'Internal', alpha: 'Alpha', beta: 'Beta', ga: 'GA' };

function stageBlocks(
  { name, audience, duration, exit, started, ended }: CorpusStage,
  index: number,
  owner: string,
): readonly string[] {
  return [
    `### Stage ${index}: ${stageTitles[name] ?? name}`,
    labels({
      Audience: audience,
      Duration: duration,
      ...(started !== undefined && { Started: started }),
      ...(ended !== undefined && { Ended: ended }),
    }),
    ...(exit.length === 0 ? [] : ['**Exit criteria:**']),
    ...(exit.length === 0 ? [] : [exit.map(text => `- [${ended === undefined ? ' ' : 'x'}] ${text}`).join('\n')]),
    ...(ended === undefined
      ? []
      : [
          '**Progression decision:**',
          `- **Date:** ${ended}\n- **Decision maker:** ${owner}\n- **Go/No-go:** Proceed\n- **Rationale:** Everybody asked for it`,
        ]),
  ];
}

function launch({ owner, deputy }: CorpusBet): readonly string[] {
  return [
    '## Launch',
    labels({ 'Launch owner': owner, 'Launch tier': '3', 'Launch date': '2026-12-01' }),
    '### Components',
    table('Component | Owner | Status | Due', [
      `Documentation | ${deputy} | ✅ Done | 2026-12-01`,
      `Support training | ${deputy} | In progress | 2026-12-01`,
      `Communications | ${deputy} | Open | 2026-12-01`,
    ]),
    '### Pre-launch checklist',
    '- [x] A page about it in the help\n- [ ] A note for the sellers',
  ];
}

function labels(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `**${name}:** ${value}`)
    .join('  \n');
}

function quote(label: string, text: string): readonly string[] {
  return [`**${label}:**`, `> ${text}`];
}

function table(head: string, rows: readonly string[]): string {
  const line = `|${head.replace(/[^|]+/g, '---')}|`;
  return [`| ${head} |`, line, ...rows.map(row => `| ${row} |`)].join('\n');
}

function document(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
