/** A workspace of bets as teams write them, the same every time; some have defects that a run must find. */
export interface Corpus {
  readonly files: ReadonlyMap<string, string>;
  /** What was planted on purpose: exactly these findings are right. */
  readonly planted: readonly { readonly file: string; readonly rule: string }[];
}

/** The day the corpus is judged on. */
export const corpusDay = '2026-11-22';

type Defect = (typeof defects)[number];

const defects = [
  'metrics/guardrail-missing',
  'metrics/guardrail-breached',
  'metrics/guardrail-threshold-missing',
  'metrics/upside-down',
  'metrics/disconnected',
  'bet/owner-missing',
  'bet/hypothesis-missing',
  'bet/zombie',
  'retro/overdue',
  'retro/not-scheduled',
  'reference/unknown',
  'value/unreadable',
  'document/unknown-field',
  'document/schema',
] as const;

/** One bet file in ten has one defect; one in ten refers to a hierarchy of its own file. */
export function generateCorpus(bets: number): Corpus {
  const files = new Map<string, string>();
  const planted: { file: string; rule: string }[] = [];
  for (let number = 1; number <= bets; number++) {
    const id = `BET-${String(number).padStart(6, '0')}`;
    const folder = `team-${number % 40}`;
    const file = `${folder}/${id}-${words[number % words.length] ?? ''}.bet.yaml`;
    const defect = number % 10 === 3 ? defects[Math.floor(number / 10) % defects.length] : undefined;
    const refers = number % 10 === 7;
    if (refers) files.set(`${folder}/MX-${number}.metrics.yaml`, hierarchyDocument(number));
    files.set(file, betText(id, number, defect, refers));
    if (defect !== undefined) planted.push({ file, rule: defect });
  }
  return { files, planted };
}

const words = [
  'onboarding',
  'search',
  'checkout',
  'invites',
  'billing',
  'mobile',
  'exports',
  'alerts',
  'sharing',
  'templates',
  'permissions',
];
const people = ['Maria Lind', 'Tom Reyes', 'Aiko Sato', 'Lena Vogt', 'Sam Okoro'];

function betText(id: string, number: number, defect: Defect | undefined, refers: boolean): string {
  const subject = words[number % words.length] ?? 'search';
  const end = defect === 'bet/zombie' ? '2026-09-01' : defect === 'retro/overdue' ? '2026-11-15' : '2026-12-18';
  const retro =
    defect === 'bet/zombie' || defect === 'retro/overdue' || defect === 'retro/not-scheduled'
      ? []
      : ['retro:', `  scheduled: ${end}`, `  facilitator: ${people[(number + 1) % 5] ?? ''}`];
  const metrics = refers
    ? [`metrics: MX-${number}`]
    : ['metrics:', ...hierarchyLines(number, defect).map(line => `  ${line}`)];
  return (
    [
      `# ${subject}: why we bet on it stands in the hypothesis.`,
      'kind: bet',
      `id: ${id}`,
      `title: Faster ${subject} for team ${number % 97}`,
      ...(defect === 'bet/owner-missing' ? [] : [`owner: ${people[number % 5] ?? ''}`]),
      `status: ${defect === 'document/schema' ? 'buildin' : 'building'}`,
      'category: growth',
      'portfolio: core',
      'priority: P1',
      `block: ${subject}`,
      ...(defect === 'document/unknown-field' ? ['timbox: 8 weeks'] : []),
      ...(defect === 'bet/hypothesis-missing'
        ? []
        : [
            'hypothesis:',
            `  believe: showing ${subject} earlier`,
            '  audience: admins of new teams',
            `  outcome: activation rises from 38% to 45%`,
            '  because: nine of twelve interviews said so',
          ]),
      'timebox:',
      '  start: 2026-07-06',
      `  end: ${end}`,
      'criteria:',
      '  scale:',
      '    - activation reaches 45% and no guardrail is breached',
      '  iterate:',
      '    - activation lands between 40% and 45%',
      '  kill:',
      '    - activation stays under 40% by the end of the timebox',
      ...metrics,
      'rollout:',
      '  approach: percentage',
      '  flag:',
      `    name: ${subject}-v${number % 7}`,
      '    cleanupBy: 2027-02-01',
      '  stages:',
      ...['internal', 'alpha', 'beta', 'ga'].flatMap((stage, index) => [
        `    - stage: ${stage}`,
        `      audience: ${['Team', '10 customers', '10%', '100%'][index] ?? ''}`,
        `      duration: ${['3d', '1w', '2w', 'ongoing'][index] ?? ''}`,
        '      exit:',
        '        - text: No open P0 or P1 bugs',
        '          done: false',
        '        - The core flow works',
      ]),
      '  rollback:',
      `    owner: ${people[(number + 2) % 5] ?? ''}`,
      '    triggers:',
      '      - metric: Error rate',
      '        action: rollback',
      '      - when: Support asks for it twice in a day',
      '        action: pause',
      ...retro,
    ].join('\n') + '\n'
  );
}

function hierarchyDocument(number: number): string {
  return (
    [
      'kind: metrics',
      `id: MX-${number}`,
      `title: Numbers of team ${number}`,
      ...hierarchyLines(number, undefined),
    ].join('\n') + '\n'
  );
}

function hierarchyLines(number: number, defect: Defect | undefined): readonly string[] {
  const current = 38 + (number % 7);
  const core = defect === 'reference/unknown' ? 'activation-rat' : 'activation-rate';
  return [
    'lagging:',
    '  - name: Revenue growth',
    '    cadence: quarterly',
    ...(defect === 'metrics/upside-down' ? ['    drives: [Error rate]'] : []),
    'core:',
    '  - id: activation-rate',
    '    name: Activation rate',
    '    baseline: 38%',
    `    target: ${defect === 'value/unreadable' ? 'a lot more' : '45%'}`,
    `    current: ${current}%`,
    '    cadence: weekly',
    '    source: warehouse.activation',
    '    drives: [Revenue growth]',
    'leading:',
    '  - name: Onboarding completion',
    '    baseline: 52%',
    '    target: 70%',
    '    cadence: daily',
    '    source: events.onboarding',
    `    drives: [${core}]`,
    '  - name: First value action',
    '    baseline: 21%',
    '    target: 35%',
    '    cadence: daily',
    '    source: events.first-value',
    ...(defect === 'metrics/disconnected' ? [] : ['    drives: [activation-rate]']),
    ...(defect === 'metrics/guardrail-missing'
      ? []
      : [
          'guardrails:',
          '  - name: Error rate',
          ...(defect === 'metrics/guardrail-threshold-missing'
            ? ['    alert: Pager']
            : ['    threshold: < 2%', '    alertAt: 1.8%']),
          `    current: ${defect === 'metrics/guardrail-breached' ? '2.6%' : '1.1%'}`,
          '    cadence: realTime',
          '  - name: Support tickets',
          '    baseline: 40 / day',
          '    threshold: < 60 / day',
          '    alertAt: 58 / day',
          '    onBreach: pause',
          `    current: ${35 + (number % 20)} / day`,
          '    cadence: daily',
        ]),
  ];
}

/** One document of at least this many lines: a backlog that one team keeps in one file. */
export function longDocument(lines: number): string {
  const out = [
    'kind: metrics',
    'id: MX-LONG',
    'title: Everything we measure',
    'lagging:',
    '  - name: Revenue growth',
    'core:',
    '  - name: Activation rate',
    '    drives: [Revenue growth]',
    'leading:',
  ];
  for (let number = 1; out.length < lines - 4; number++) {
    out.push(
      `  - name: Signal ${number}`,
      `    definition: Share of teams that do thing ${number} in the first week`,
      '    baseline: 38%',
      `    target: ${40 + (number % 30)}%`,
      '    cadence: daily',
      '    drives: [Activation rate]',
    );
  }
  out.push('guardrails:', '  - name: Error rate', '    threshold: < 2%');
  return out.join('\n') + '\n';
}
