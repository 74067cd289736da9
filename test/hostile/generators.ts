/** Texts of many lines: `line` is told its number from 0. */
function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n') + '\n';
}

const times = (count: number, text: string): string => text.repeat(count);
const deep = (count: number, line: (level: number) => string): string =>
  lines(count, level => `${times(level, ' ')}${line(level)}`);

/** Names of files, and what stands in them: each of them has cost some parser minutes, memory or its life. */
export const yamlTraps: Readonly<Record<string, string>> = {
  '1500 open brackets': `kind: bet\nid: A\nnotes: ${times(1500, '[')}\n`,
  '5000 brackets, all closed': `kind: bet\nid: A\nnotes: ${times(5000, '[')}${times(5000, ']')}\n`,
  '100 000 braces': `kind: bet\nid: A\nx-a: ${times(100_000, '{a: ')}`,
  'maps in maps, 2000 deep': `kind: bet\nid: A\nx-a:\n${deep(2000, level => `a${level}:`)}`,
  'maps in maps, 400 deep': `kind: bet\nid: A\nx-a:\n ${deep(400, level => `a${level}:`).replaceAll('\n', '\n ')}`,
  'lists in lists on one line': `kind: bet\nid: A\nx-a:\n  ${times(5000, '- ')}x\n`,
  'question marks in question marks': `kind: bet\nid: A\n${times(5000, '? ')}x\n`,
  'a bomb of 30 aliases': `kind: bet\nid: A\nx-0: &a0 [l, l]\n${lines(30, i => `x-${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}`,
  'a bomb in what is read': `kind: metrics\nid: A\nx-0: &a0 [{name: a}, {name: b}]\n${lines(20, i => `x-${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}core: *a20\n`,
  'a value that is long and shown often': `kind: bet\nid: A\nx-0: &a0 ${times(100_000, 'word ')}\nx-1: [${times(5000, '*a0, ')}]\n`,
  '20 000 anchors, each used once': `kind: bet\nid: A\n${lines(20_000, i => `x-a${i}: &a${i} v${i}`)}${lines(20_000, i => `x-b${i}: *a${i}`)}`,
  'one anchor 120 times': `kind: rollout\nid: A\nx-owner: &o Maria\nflag: f\nstages:\n${lines(40, i => `  - { stage: s${i}, exit: [{text: a, owner: *o}, {text: b, owner: *o}, {text: c, owner: *o}] }`)}`,
  'a chain of 2000 merge keys': `kind: bet\nid: A\nx-0: &m0 {k0: 0}\n${lines(2000, i => `x-${i + 1}: &m${i + 1} {<<: *m${i}, k${i + 1}: 0}`)}`,
  'a value that holds itself':
    'kind: bet\nid: A\nx-a: &a [*a]\nmetrics: &m {core: [*m]}\nrollout: &r {<<: *r, stages: [*r]}\n',
  '80 000 fields': `kind: bet\nid: A\n${lines(80_000, i => `key${i}: v`)}`,
  '80 000 fields of one name': `kind: bet\nid: A\n${times(80_000, 'owner: v\n')}`,
  '20 000 items': `kind: metrics\nid: A\ncore:\n${times(20_000, '  - Orders\n')}`,
  '30 000 documents': times(30_000, 'kind: bet\n---\n'),
  '300 000 empty lines': `kind: bet\nid: A\n${times(300_000, '\n')}`,
  '300 000 comments': `kind: bet\nid: A\n${times(300_000, '# x\n')}`,
  '20 000 comments that excuse': `kind: bet\nid: A\n${times(20_000, '# betwright-ignore bet/owner-missing: later\n')}`,
  'a quote that nobody closes': `kind: bet\nid: "${times(200_000, 'word \n')}`,
  'a block without end': `kind: bet\nid: A\nnotes: |\n${times(200_000, '  word\n')}`,
  '100 000 escapes': `kind: bet\nid: "${times(100_000, '\\u00e9')}"\n`,
  'conflicts of a merge, 5000 of them': `kind: bet\n${times(5000, '<<<<<<< a\nid: A\n=======\nid: B\n>>>>>>> b\n')}`,
  'tags on tags': `kind: bet\nid: A\nx-a: ${times(20_000, '!a ')}x\n`,
  'anchors on anchors': `kind: bet\nid: A\nx-a: ${times(20_000, '&a ')}x\n`,
  'a directive 50 000 times': `${times(50_000, '%FOO bar\n')}---\nkind: bet\nid: A\n`,
  '50 000 tabs': `kind: bet\nid: A\n${times(50_000, '\t')}owner: x\n`,
  'colons without end': `kind: bet\nid: A\nnotes: ${times(100_000, 'a: ')}\n`,
  'dashes without end': times(200_000, '-'),
  'commas without end': `kind: bet\nid: A\ntags: [${times(100_000, ',')}]\n`,
};

/** Runs of what a pattern may try in too many ways; as values of every field that is read. */
const runs: readonly string[] = [
  times(20_000, ' '),
  times(20_000, '9'),
  times(10_000, '9.'),
  times(10_000, '1,'),
  times(10_000, '- '),
  times(10_000, '> '),
  `${times(20_000, '(')}a`,
  times(10_000, '()'),
  times(10_000, 'at least '),
  `${times(10_000, 'within ')}5%`,
  times(10_000, '1-2 weeks '),
  times(10_000, '2026-11-22 '),
  times(10_000, 'a, '),
  `${times(20_000, 'a')}!`,
  times(10_000, '→ '),
  times(10_000, '[x] '),
  times(10_000, '**'),
  times(10_000, '\u00a0'),
];
const ownFields = ['title', 'owner', 'status', 'shipped', 'hypothesis', 'opportunity', 'priority', 'block'];

export const valueTraps: Readonly<Record<string, string>> = Object.fromEntries(
  runs.map(run => {
    const value = JSON.stringify(run);
    const text = [
      'kind: bet\nid: A',
      ...ownFields.map(name => `${name}: ${value}`),
      `timebox: { start: ${value}, end: ${value}, duration: ${value} }`,
      `metrics: { core: [{ name: ${value}, target: ${value}, baseline: ${value}, threshold: ${value}, cadence: ${value}, drives: [${value}] }] }`,
      `rollout: { stages: [{ stage: ${value}, audience: ${value}, duration: ${value}, exit: [${value}] }], rollback: { triggers: [${value}] }, flag: ${value} }`,
      `retro: { scheduled: ${value}, decision: ${value}, metrics: [{ metric: ${value}, actual: ${value}, verdict: ${value} }] }`,
      `launch: { tier: ${value}, date: ${value}, adoption: { trial: { target: ${value} } } }`,
    ].join('\n');
    return [`${run.slice(0, 12)} … ${run.length}`, `${text}\n`];
  }),
);

const runsInBody = (run: string): string =>
  [
    `# Bet: ${run}`,
    ...['Owner', 'Status', 'Audience', 'Duration', 'Decision', 'Retro', 'Timebox', 'Target'].map(
      label => `**${label}:** ${run}`,
    ),
    `> ${run}`,
    `### Stage 2: ${run}`,
    `- [ ] ${run}`,
    `| Metric | Target | Threshold | Verdict |\n|---|---|---|---|\n| ${run} | ${run} | ${run} | ${run} |`,
  ].join('\n\n') + '\n';

export const bodyTraps: Readonly<Record<string, string>> = {
  ...Object.fromEntries(runs.map(run => [`${run.slice(0, 12)} … ${run.length} in the body`, runsInBody(run)] as const)),
  'front matter that nobody closes': `---\nkind: bet\nid: A\n${times(100_000, 'word\n')}`,
  'front matter that nobody closes, and a rule below': `---\nkind: bet\n${times(20_000, 'text: here\n')}\n---\n${times(2000, 'x\n')}`,
  'a megabyte behind one fence': `---\n${times(200_000, 'word ')}`,
  'a bomb in front matter': `---\nkind: bet\nid: A\nx-0: &a0 [l, l]\n${lines(30, i => `x-${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}---\n\n# A\n`,
  '5000 headings of one text': times(5000, '## Planning\n\n'),
  '200 000 headings of one text': times(200_000, '## Planning\n'),
  '1500 stages': `# Rollout: A\n\n${lines(1500, i => `## Stage ${i}: Beta (${i % 100}%)\n`)}`,
  '1500 metrics in a table': `# Metrics hierarchy: A\n\n## Core\n\n| Metric | Target | Drives |\n|---|---|---|\n${lines(1500, i => `| m${i} | ${i}% | m${i + 1} |`)}`,
  '4000 rows of a backlog': `---\nkind: bet\n---\n\n# Backlog\n\n| ID | Title | Status |\n|---|---|---|\n${lines(4000, i => `| BET-${i} | t | Building |`)}`,
  '2400 bets of a backlog': `---\nkind: bet\n---\n\n# Backlog\n\n${lines(2400, i => `### BET-${i}: t\n`)}`,
  '4900 checkboxes': `# Rollout: A\n\n## Stage 1: Alpha\n\n**Exit criteria**\n\n${times(4900, '- [ ] works\n')}`,
  'a table of 1000 columns': `# Metrics hierarchy: A\n\n## Core\n\n|${times(1000, 'Target|')}\n|${times(1000, '-|')}\n${times(20, `|${times(1000, '1|')}\n`)}`,
  '4900 comments that excuse': times(4900, '<!-- betwright-ignore bet/owner-missing: later -->\n'),
  'arrows of tiers without end': `# Metrics hierarchy: A\n\n## Core\n\n<!--\n${times(4000, 'Tier: a → Tier: b → c\n')}-->\n`,
  'labels without end': `# Bet: A\n\n${times(20_000, '**Owner:** ')}`,
  '300 000 line ends': times(300_000, '\r'),
  'a fence that nobody closes': `# Rollout: A\n\n\`\`\`\n${times(4000, '- [ ] x\n')}`,
};

/** Runs and nestings for which Markdown parsers take time that grows with the square of the text, or overflow the stack. */
export const markdownTraps: Readonly<Record<string, string>> = {
  'stars and brackets': times(50_000, '*]'),
  'openings of links': times(25_000, '[x]('),
  'links in stars': times(14_000, '*[a](b)'),
  'openings of CDATA': times(9000, 'a <![CDATA['),
  'a list of 500 levels': lines(500, level => `${times(level, '  ')}- x`).trimEnd(),
  'items in items on one line': times(10_000, '- '),
  'items with half a box on one line': times(10_000, '- [ '),
  'stars and underscores': times(10_000, '*a_'),
  'footnotes in footnotes': times(10_000, '[^a]: '),
  'quotes in quotes': times(10_000, '>'),
  'ticks of every length': lines(60, index => `${times(index + 1, '`')}a`)
    .repeat(40)
    .replace(/\n/g, ' '),
  'openings of comments': times(30_000, 'a <!-- '),
  'openings of tags': times(30_000, '<a '),
  'brackets in brackets': times(50_000, '[') + times(50_000, ']'),
  'lists of fifty levels, again and again': lines(4000, line => `${times(line % 50, '  ')}- x`).trimEnd(),
  'paragraphs of many marks each': times(60, `${times(1400, '*]')}\n\n`),
  'a line of 800 000 characters': times(160_000, 'word '),
  'openings of images': times(50_000, '!['),
  'a table of 1000 columns and as many cells in each of its rows': `|${times(1000, 'a|')}\n|${times(1000, '-|')}\n${times(200, `|${times(1000, 'a|')}\n`)}`,
};
