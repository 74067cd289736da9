import assert from 'node:assert/strict';
import { judged } from '../../../support/workspace.ts';
import { artifactsIn, readOne } from './support.ts';

const bet = (body: string): ReturnType<typeof readOne> => readOne('a.bet.md', `# Bet: Ferry\n\n${body}\n`);
const codes = (file: string, text: string): readonly string[] =>
  artifactsIn(file, text).flatMap(({ problems }) => problems.map(({ code }) => code));

describe('a label in Markdown', () => {
  const ways: Readonly<Record<string, string>> = {
    'in a list': '- Owner: Ada Quist',
    'bold with its colon': '**Owner:** Ada Quist',
    plain: 'Owner: Ada Quist',
    'bold before a colon': '**Owner**: Ada Quist',
    'bold in a list': '- **Owner**: Ada Quist',
    'bold with its colon in a list': '* **Owner:** Ada Quist',
    'in a table of fields': '| Field | Value |\n|---|---|\n| **Owner** | Ada Quist |',
    'in a table without a header': '| | |\n|---|---|\n| Owner | Ada Quist |',
    'with its value on the next line': '- **Owner:**\n    - Ada Quist',
    'with its value in the next paragraph': '**Owner:**\n\nAda Quist',
    'with others on its line': '**Status:** Proposed · **Owner:** Ada Quist · **Priority:** P1',
    'with others behind bars': 'Status: Proposed | Owner: Ada Quist | Priority: P1',
    'before a line that ends in blanks': '**Owner:** Ada Quist  \n**Created:** 2026-11-01',
    'before a line that ends in a backslash': '**Owner:** Ada Quist\\\n**Created:** 2026-11-01',
    'in capitals': '**OWNER:** Ada Quist',
    'with an emoji': '👤 **Owner:** Ada Quist',
    'in a quote': '> **Owner:** Ada Quist',
  };
  for (const [name, text] of Object.entries(ways))
    it(`is read ${name}`, () => assert.equal(bet(text)['owner'], 'Ada Quist'));

  it('keeps colons in its value', () => {
    assert.equal(
      bet('**Opportunity:** https://tree.example/a:b?c=12:30')['opportunity'],
      'https://tree.example/a:b?c=12:30',
    );
  });

  it('is none in a sentence', () => {
    assert.equal(bet('We asked who the owner: nobody knew.')['owner'], undefined);
  });
});

describe('boxes in Markdown', () => {
  it('tick where they are a task’s, and are unknown where they are not of GFM', () => {
    const text = `# Launch: Ferry

## Before launch

- [x] one
- [X] two
* [x] three
+ [x] four
1. [x] five
- [ ] six
  - [x] seven, inside
- [-] eight
- [~] nine
- [✓] ten
- [x](https://a.example) eleven
- \\[x] twelve
- ✅ thirteen

      - [x] in code

> - [x] fourteen, quoted
`;
    const items = readOne('a.launch.md', text)['preLaunch'] as readonly { text: string; done: boolean }[];
    const done = items.filter(item => item.done).map(item => item.text.replace(/,.*/, ''));
    assert.deepEqual(done, ['one', 'two', 'three', 'four', 'five', 'seven', 'ten', 'fourteen']);
    assert.ok(items.some(item => item.text.startsWith('six') && !item.done));
    assert.equal(
      items.some(item => item.text.includes('in code')),
      false,
    );
  });
});

describe('tables in Markdown', () => {
  const core = (table: string): unknown =>
    (readOne('a.metrics.md', `# Metrics: Ferry\n\n## Core\n\n${table}\n`)['core'] as readonly object[]).map(metric =>
      Object.fromEntries(Object.entries(metric).filter(([name]) => ['name', 'baseline', 'target'].includes(name))),
    );
  const read = (text: string, value: number): unknown => ({ text, value });

  it('are read with rows that are too short or too long', () => {
    assert.deepEqual(core('| Metric | Baseline | Target |\n|---|---|---|\n| Riders | 4\n| Seats | 5 | 6 | 7 | 8 |'), [
      { name: 'Riders', baseline: read('4', 4) },
      { name: 'Seats', baseline: read('5', 5), target: read('6', 6) },
    ]);
  });

  it('are read without pipes at the ends, right after a text, and with bars in cells', () => {
    assert.deepEqual(core('These count:\nMetric|Target\n:--|--:\nRiders \\| day|6\n`a\\|b`|7'), [
      { name: 'Riders | day', target: read('6', 6) },
      { name: 'a|b', target: read('7', 7) },
    ]);
  });

  it('have no value in a dash, a question mark or N/A', () => {
    assert.deepEqual(
      core('| Metric | Baseline | Target |\n|---|---|---|\n| Riders | — | N/A |\n| Seats | ? | - |\n| Cups | 2 | |'),
      [{ name: 'Riders' }, { name: 'Seats' }, { name: 'Cups', baseline: read('2', 2) }],
    );
  });
});

describe('headings in Markdown', () => {
  it('may be underlined', () => {
    const text = 'Rollout: Ferry\n==============\n\nStage 1: Beta (10%)\n-------------------\n\nDuration: 1 week\n';
    const { title, stages } = readOne('a.rollout.md', text) as { title: string; stages: readonly object[] };
    assert.equal(title, 'Ferry');
    assert.equal(stages.length, 1);
  });

  it('of the same words stay apart', () => {
    const stage = (name: string, days: number): string =>
      `## ${name}\n\n### Planning\n\n**Duration:** ${days} days\n\n### Success criteria\n\n- [ ] ${name} is calm\n\n`;
    const text = `# Rollout: Ferry\n\n${stage('Phase 1: Internal', 2)}${stage('Phase 2: Beta', 3)}${stage('Phase 3: GA', 4)}`;
    const { stages } = readOne('a.rollout.md', text) as {
      stages: readonly { duration: { text: string }; exit: readonly { text: string }[] }[];
    };
    assert.deepEqual(
      stages.map(({ duration, exit }) => [duration.text, exit.map(item => item.text)]),
      [
        ['2 days', ['Phase 1: Internal is calm']],
        ['3 days', ['Phase 2: Beta is calm']],
        ['4 days', ['Phase 3: GA is calm']],
      ],
    );
  });

  it('deeper than six are text', () => {
    assert.deepEqual(codes('a.bet.md', '# Bet: Ferry\n\n####### Owner\n\n**Owner:** Ada\n'), []);
  });
});

describe('a choice in Markdown', () => {
  const decided = (choice: string): unknown =>
    (
      readOne('a.retro.md', `# Retro: Ferry\n\n**Held:** 2026-11-20\n**Facilitator:** Ada\n\n${choice}\n`)[
        'decision'
      ] as { outcome?: string } | undefined
    )?.outcome;

  it('is what is ticked, in a line, a list or a table', () => {
    assert.equal(decided('**Decision:** [ ] SCALE  [x] ITERATE  [ ] KILL'), 'iterate');
    assert.equal(decided('## Decision\n\n- [ ] Scale\n- [ ] Iterate\n- [X] Kill'), 'kill');
    assert.equal(decided('**Decision:**\n\n- [x] Scale\n- [ ] Kill'), 'scale');
    assert.equal(decided('| Field | Value |\n|---|---|\n| Decision | [✓] Scale [ ] Kill |'), 'scale');
    assert.equal(decided('**Decision:** 🛑 Kill — nobody came'), 'kill');
    assert.equal(decided('## Decision\n\nKILL. Nobody came.'), 'kill');
  });

  it('is none where nothing is ticked, or the words are left to choose from', () => {
    for (const choice of [
      '[ ] SCALE  [ ] ITERATE  [ ] KILL',
      'Scale / Iterate / Kill',
      '[Scale | Iterate | Kill]',
      'SCALE?',
    ])
      assert.equal(decided(`**Decision:** ${choice}`), undefined, choice);
  });

  it('is a conflict where two are ticked, in a line or in a list', () => {
    const retro = (choice: string): string => `# Retro: Ferry\n\n**Facilitator:** Ada\n\n${choice}\n`;
    assert.deepEqual(codes('a.retro.md', retro('**Decision:** [x] Scale [x] Kill')), ['conflict']);
    assert.deepEqual(codes('a.retro.md', retro('## Decision\n\n- [x] Scale\n- [ ] Iterate\n- [x] Kill')), ['conflict']);
  });
});

describe('broken front matter', () => {
  const text =
    '---\nkind: launch\nid: LA-1\nowner: "Ada\n---\n\n# Launch: Ferry\n\n## Before launch\n\n- [x] one\n- [ ] two\n';

  it('is one finding at its place in the file, and hides nothing else of the workspace', () => {
    const judge = judged({ 'a.launch.md': text, 'b.bet.yaml': 'id: B-1\nlaunch: LA-1\n' });
    const found = judge
      .findings('a.launch.md')
      .map(({ rule, span }) => [rule, text.slice(0, span.start).split('\n').length]);
    assert.deepEqual(found, [['document/syntax', 4]]);
    assert.equal(
      judge.findings('b.bet.yaml').some(({ rule }) => rule === 'reference/unknown'),
      false,
    );
  });
});
