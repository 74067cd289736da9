import type { CorpusBet, CorpusHierarchy, CorpusStage } from './bet.ts';

export function betInYaml(bet: CorpusBet): string {
  const { id, title, subject, owner, deputy, start, end, isRollingOut, hierarchy, hierarchyId, stages, notes } = bet;
  return document([
    `# ${subject}: why we bet on it stands in the hypothesis.`,
    'kind: bet',
    `id: ${id}`,
    `title: ${title}`,
    `owner: ${owner}`,
    `status: ${isRollingOut ? 'rollingOut' : 'building'}`,
    'category: growth',
    'portfolio: core',
    'priority: P2',
    `block: ${subject}`,
    '',
    'hypothesis:',
    `  believe: showing ${subject} earlier`,
    '  audience: admins of new teams',
    '  outcome: activation rises from 38% to 45%',
    '  because: nine of twelve interviews said so',
    '',
    'timebox:',
    `  start: ${start}`,
    `  end: ${end}`,
    '',
    'criteria:',
    '  scale:',
    `    - ${hierarchy.core} reaches 45% and no guardrail is breached`,
    '  iterate:',
    `    - ${hierarchy.core} lands between 40% and 45%`,
    '  kill:',
    `    - ${hierarchy.core} stays under 40% by the end of the timebox`,
    '',
    ...(hierarchyId === undefined ? ['metrics:', ...indented(tiers(hierarchy))] : [`metrics: ${hierarchyId}`]),
    '',
    'rollout:',
    '  approach: percentage',
    '  flag:',
    `    name: ${subject}-earlier`,
    '    cleanupBy: 2027-02-01',
    '  stages:',
    ...indented(stages.flatMap(stage => stageLines(stage, owner))),
    '  rollback:',
    `    owner: ${deputy}`,
    '    triggers:',
    ...hierarchy.guardrails.flatMap(name => [`      - metric: ${name}`, '        action: rollback']),
    '      - when: Support asks for it twice in a day',
    '        action: pause',
    '',
    ...(isRollingOut ? launch(bet) : []),
    'retro:',
    `  scheduled: ${end}`,
    `  facilitator: ${deputy}`,
    ...(notes.length === 0 ? [] : ['', 'notes: |', ...indented(notes)]),
  ]);
}

export function hierarchyInYaml({ hierarchy, hierarchyId, owner, subject }: CorpusBet): string {
  return document([
    'kind: metrics',
    `id: ${hierarchyId ?? ''}`,
    `title: Numbers of ${subject}`,
    `owner: ${owner}`,
    ...tiers(hierarchy),
  ]);
}

function tiers({ lagging, core, leading, guardrails }: CorpusHierarchy): readonly string[] {
  return [
    'lagging:',
    `  - name: ${lagging}`,
    '    definition: From the books, once a quarter',
    '    cadence: quarterly',
    '    baseline: 11%',
    '    target: 14%',
    '    source: ledger',
    'core:',
    `  - name: ${core}`,
    '    definition: Teams that came back in their first week, of all new ones',
    '    cadence: weekly',
    '    baseline: 38%',
    '    target: 45%',
    '    current: 41%',
    '    source: warehouse.activation',
    `    drives: [${lagging}]`,
    'leading:',
    ...leading.flatMap(name => [
      `  - name: ${name}`,
      '    cadence: daily',
      '    baseline: 52%',
      '    target: 70%',
      '    current: 63%',
      '    source: events',
      `    drives: [${core}]`,
    ]),
    'guardrails:',
    ...guardrails.flatMap(name => [
      `  - name: ${name}`,
      '    cadence: realTime',
      '    threshold: < 2%',
      '    alertAt: 1.8%',
      '    current: 1.1%',
      '    onBreach: rollback',
      '    source: gateway',
    ]),
  ];
}

function stageLines({ name, audience, duration, exit, started, ended }: CorpusStage, owner: string): readonly string[] {
  return [
    `  - stage: ${name}`,
    `    audience: ${audience}`,
    `    duration: ${duration}`,
    ...(exit.length === 0 ? [] : ['    exit:']),
    ...exit.flatMap(text => [`      - text: ${text}`, `        done: ${String(ended !== undefined)}`]),
    ...(started === undefined ? [] : [`    started: ${started}`]),
    ...(ended === undefined
      ? []
      : [
          `    ended: ${ended}`,
          '    decision:',
          '      outcome: proceed',
          `      date: ${ended}`,
          `      by: ${owner}`,
        ]),
  ];
}

function launch({ owner, deputy }: CorpusBet): readonly string[] {
  const component = (name: string, status: string): readonly string[] => [
    `    ${name}:`,
    `      owner: ${deputy}`,
    `      status: ${status}`,
    '      due: 2026-12-01',
  ];
  return [
    'launch:',
    `  owner: ${owner}`,
    '  tier: 3',
    '  date: 2026-12-01',
    '  components:',
    ...component('documentation', 'done'),
    ...component('supportTraining', 'doing'),
    ...component('communications', 'open'),
    '  preLaunch:',
    '    - text: A page about it in the help',
    '      done: true',
    '    - A note for the sellers',
    '',
  ];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map(line => (line === '' ? '' : `  ${line}`));
}

function document(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
