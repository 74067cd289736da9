import assert from 'node:assert/strict';
import { createJudge, type Judge } from '../../../src/core/service.ts';
import { exampleFiles } from '../../support/examples.ts';
import { randomFrom, type Random } from '../../support/random.ts';
import { day, judged, settle, testSettings } from '../../support/workspace.ts';

type Files = ReadonlyMap<string, string>;

function everything(judge: Judge, files: Iterable<string>): unknown {
  return [...new Set(files)].sort().map(file => [file, judge.findings(file)]);
}

function freshlyJudged(texts: Files, settings = testSettings()): Judge {
  const judge = createJudge(settings);
  for (const [file, text] of texts) judge.set(file, text);
  settle(judge, texts);
  return judge;
}

const bets = ['BET-1', 'BET-2', 'BET-3', 'BET-4'];
const parts = ['MET-1', 'MET-2', 'ROL-1', 'RET-1', 'LAU-1'];
const metricNames = ['Visits', 'Orders', 'Sales', 'Error rate'];

const histories = ['visits.csv', '/sub/orders.csv', '../x.csv', 'sub/../visits.csv', 'list'];

/** A configuration, a table or a Markdown document that is read by what a team has decided. */
function someInput(file: string, random: Random): string {
  if (file.endsWith('.csv'))
    return `date,value\n2026-11-0${1 + random.below(9)},${random.pick(['12%', '30%', 'many', ''])}\n`;
  if (file.endsWith('.md'))
    return `# ${random.pick(['Bet', 'Wette'])}: Search\n\n**${random.pick(['Owner', 'Besitz'])}:** Mo\n\n## Hypothesis\n\nIt helps.\n\n## Kill criteria\n\n- Nobody comes\n`;
  return random.pick([
    'mode: zeroToOne\n',
    'include: [docs]\n',
    'include: [.]\nrules: { bet/owner-missing: error }\n',
    'vocabulary: { titles: { bet: [Wette] }, labels: { common: { owner: [Besitz] } } }\n',
    'include: [docs/**]\nvocabulary: { labels: { common: { owner: [Besitz] } } }\n',
    'vocabulary: [\n',
  ]);
}

const inputs = [
  'betwright.config.yaml',
  'docs/betwright.config.yaml',
  'docs/a.md',
  'docs/b.bet.md',
  'visits.csv',
  'sub/orders.csv',
];

/** A document that refers to others by ids that may or may not be there, in a few hundred variants. */
function someDocument(random: Random): string {
  const id = random.below(6) === 0 ? '' : `id: ${random.pick([...bets, ...parts])}\n`;
  const history = (): string => (random.below(3) ? '' : `    history: ${random.pick(histories)}\n`);
  const metric = (): string =>
    `  - name: ${random.pick(metricNames)}\n${history()}${random.below(2) ? `    drives: [${random.pick(metricNames)}]\n` : ''}`;
  const metrics = `core:\n${metric()}leading:\n${metric()}${random.below(2) ? `guardrails:\n${metric()}` : ''}`;
  const dates = `timebox: {start: 2026-${10 + random.below(3)}-01, duration: ${1 + random.below(8)}w}\n`;
  const status = `status: ${random.pick(['proposed', 'building', 'rollingOut', 'measuring', 'concluded', 'buildin'])}\n`;
  const bet = [
    `kind: bet\n${id}${status}${dates}priority: P0\n`,
    random.below(2)
      ? `metrics: ${random.pick(parts)}\n`
      : `metrics:\n  ${metrics.trimEnd().replaceAll('\n', '\n  ')}\n`,
    random.below(2) ? `rollout: ${random.pick(parts)}\n` : '',
    random.below(2) ? `retro: ${random.below(2) ? random.pick(parts) : '{ scheduled: 2026-12-01 }'}\n` : '',
    random.below(3) ? '' : `mode: zeroToOne\n`,
    random.below(3) ? '' : `iteration: { number: 2, of: ${random.pick(bets)} }\n`,
  ].join('');
  return random.pick([
    bet,
    bet,
    `kind: metrics\n${id}${metrics}`,
    `kind: rollout\n${id}bet: ${random.pick(bets)}\nstages:\n  - {stage: beta, audience: 10%, started: 2026-11-01}\nrollback:\n  triggers:\n    - metric: ${random.pick(metricNames)}\n`,
    `kind: retro\n${id}bet: ${random.pick(bets)}\nheld: 2026-11-${10 + random.below(19)}\n`,
    `kind: launch\n${id}bet: ${random.pick(bets)}\ntier: ${random.below(6)}\n`,
    `kind: tracks\n${id}discovery:\n  - {bet: ${random.pick(bets)}, weeks: 1-2}\n`,
    `kind: bet\n${id}title: "open\n`,
    `${bet}---\n${id}kind: retro\nbet: ${random.pick(bets)}\n`,
    `kind: Deployment\n${id}`,
    '',
  ]);
}

/** What someone does to a workspace in one go. */
function change(texts: Map<string, string>, random: Random): readonly string[] {
  if (random.below(3) === 0) {
    const input = random.pick(inputs);
    if (random.below(4) === 0) texts.delete(input);
    else texts.set(input, someInput(input, random));
    return [input];
  }
  const name = (): string =>
    `${random.pick(['a', 'b', 'sub/c', 'sub/d', 'BET-1', 'MET-1'])}.${random.pick(['bet', 'metrics', 'retro'])}.yaml`;
  const file = texts.size < 12 && random.below(2) ? name() : random.pick([...texts.keys(), name()]);
  switch (random.below(6)) {
    case 0:
      texts.delete(file);
      return [file];
    case 1: {
      const text = texts.get(file);
      const to = name();
      texts.delete(file);
      if (text !== undefined) texts.set(to, text);
      return [file, to];
    }
    case 2: {
      const text = texts.get(file) ?? '';
      const at = random.below(text.length + 1);
      texts.set(file, text.slice(0, at) + random.pick(['\n', '"', 'x', '  ', '[']) + text.slice(at));
      return [file];
    }
    default:
      texts.set(file, someDocument(random));
      return [file];
  }
}

describe('service: findings kept true while files change', () => {
  for (const seed of [11, 12, 13]) {
    it(`are those of a fresh look, after each of 70 changes (seed ${seed})`, () => {
      const random = randomFrom(seed);
      const texts = new Map<string, string>();
      const judge = createJudge(testSettings());
      const seen = new Set<string>();
      for (let step = 0; step < 70; step++) {
        for (const file of change(texts, random)) {
          seen.add(file);
          judge.set(file, texts.get(file));
        }
        const before = new Map([...seen].map(file => [file, judge.findings(file)]));
        const changed = settle(judge, texts);
        assert.deepEqual(judge.pending(), []);
        assert.deepEqual(everything(judge, seen), everything(freshlyJudged(texts), seen), `step ${step}`);
        for (const [file, findings] of before)
          if (!changed.has(file))
            assert.deepEqual(judge.findings(file), findings, `${file} changed unsaid, step ${step}`);
        assert.deepEqual(judge.workspace.files(), freshlyJudged(texts).workspace.files());
      }
    }).timeout(30_000);
  }

  it('do not depend on the order in which files are read', () => {
    const random = randomFrom(5);
    const texts = Array.from({ length: 14 }, (_, i): [string, string] => [`f${i}.bet.yaml`, someDocument(random)]);
    const others = inputs.map((input): [string, string] => [input, someInput(input, random)]);
    const files = [...texts, ...others, ...exampleFiles().map(({ file, text }): [string, string] => [file, text])];
    const wanted = everything(
      freshlyJudged(new Map(files)),
      files.map(([file]) => file),
    );
    for (let round = 0; round < 3; round++) {
      const shuffled = new Map(
        files
          .map(entry => ({ entry, at: random.below(1000) }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry),
      );
      assert.deepEqual(everything(freshlyJudged(shuffled), shuffled.keys()), wanted);
      const oneByOne = createJudge(testSettings());
      for (const [file, text] of shuffled) {
        oneByOne.set(file, text);
        oneByOne.update();
      }
      settle(oneByOne, shuffled);
      assert.deepEqual(everything(oneByOne, shuffled.keys()), wanted);
    }
  }).timeout(30_000);

  it('may be made true for some files first', () => {
    const judge = createJudge(testSettings());
    judge.set('a.bet.yaml', 'id: A\nmetrics: M\n');
    judge.set('m.metrics.yaml', 'id: M\n');
    judge.update(['a.bet.yaml', 'nowhere.bet.yaml']);
    assert.deepEqual(judge.pending(), ['m.metrics.yaml']);
    judge.update();
    assert.deepEqual(judge.pending(), []);
  });
});

describe('service: what is judged again', () => {
  const texts: Readonly<Record<string, string>> = {
    'a.bet.yaml': 'id: A\nmetrics: M\nrollout: R\n',
    'b.bet.yaml': 'id: B\nmetrics: M\n',
    'c.bet.yaml': 'id: C\nmetrics: gone\n',
    'd.bet.yaml': 'id: D\n',
    'm.metrics.yaml': 'id: M\ncore: [Orders]\n',
    'r.rollout.yaml': 'id: R\nbet: A\n',
    't.retro.yaml': 'id: T\nbet: D\n',
  };
  const cases: Readonly<Record<string, readonly [file: string, text: string | undefined, wanted: readonly string[]]>> =
    {
      'a bet that nothing speaks of': ['c.bet.yaml', 'id: C\nowner: Mo\n', ['c.bet.yaml']],
      'a hierarchy that two bets refer to': [
        'm.metrics.yaml',
        'id: M\n',
        ['a.bet.yaml', 'b.bet.yaml', 'm.metrics.yaml'],
      ],
      'a hierarchy that comes to be': ['n.metrics.yaml', 'id: gone\n', ['c.bet.yaml', 'n.metrics.yaml']],
      'a hierarchy that is gone': ['m.metrics.yaml', undefined, ['a.bet.yaml', 'b.bet.yaml', 'm.metrics.yaml']],
      'a retro that names its bet': [
        't.retro.yaml',
        'id: T\nbet: D\nheld: 2026-11-01\n',
        ['d.bet.yaml', 't.retro.yaml'],
      ],
      'a retro that names another bet': [
        't.retro.yaml',
        'id: T\nbet: B\n',
        ['b.bet.yaml', 'd.bet.yaml', 't.retro.yaml'],
      ],
      'a second bet of an id': ['e.bet.yaml', 'id: D\n', ['d.bet.yaml', 'e.bet.yaml', 't.retro.yaml']],
      'a file that is not ours': ['README.md', '# Hello\n', []],
    };
  for (const [name, [file, text, wanted]] of Object.entries(cases)) {
    it(`is what depends on ${name}`, () => {
      const judge = judged(texts);
      judge.set(file, text);
      const pending = [...judge.pending()].sort();
      for (const one of wanted) assert.ok(pending.includes(one), `${one} is not judged again`);
      // What may be affected through others (the metrics of the bet of a retro) is judged too; strangers are not.
      const strangers = ['c.bet.yaml', 'd.bet.yaml'].filter(one => !wanted.includes(one));
      assert.deepEqual(
        pending.filter(one => strangers.includes(one)),
        [],
      );
      assert.ok(pending.length <= wanted.length + 2, pending.join(', '));
    });
  }

  it('is one file of a thousand, where nothing refers to it', () => {
    const judge = createJudge(testSettings());
    for (let i = 0; i < 1000; i++) judge.set(`f${i}.bet.yaml`, `id: BET-${i}\n`);
    judge.update();
    judge.set('f500.bet.yaml', 'id: BET-500\nowner: Mo\n');
    assert.deepEqual(judge.pending(), ['f500.bet.yaml']);
  });

  it('is everything, under other settings', () => {
    const judge = judged({
      ...texts,
      'late.bet.yaml': 'id: L\nstatus: building\ntimebox: {start: 2026-10-05, end: 2026-12-31}\n',
    });
    const rules = (): string[] => judge.findings('late.bet.yaml').map(({ rule, severity }) => `${rule} ${severity}`);
    assert.ok(rules().includes('bet/owner-missing warning'));
    assert.ok(!rules().includes('bet/zombie error'));
    judge.configure(testSettings({ today: day('2027-03-01'), severities: { 'bet/owner-missing': 'error' } }));
    assert.deepEqual([...judge.pending()].sort(), [...judge.workspace.files()]);
    judge.update();
    assert.ok(rules().includes('bet/owner-missing error'));
    assert.ok(rules().includes('bet/zombie error'));
    judge.configure(testSettings({ severities: { 'bet/owner-missing': 'off' } }));
    judge.update();
    assert.ok(!rules().some(rule => rule.startsWith('bet/owner-missing')));
  });
});

describe('service: files that come, break and go', () => {
  it('shows the last good state of a document while it is broken, and says so', () => {
    const judge = judged({ 'a.bet.yaml': 'id: A\ntitle: Good\n---\nkind: retro\nid: R\n' });
    const shown = (): unknown =>
      judge.workspace.get('a.bet.yaml')?.shown.map(({ artifact, stale }) => [artifact.id, artifact.title, stale]);
    const set = (text: string): void => {
      judge.set('a.bet.yaml', text);
      judge.update();
    };
    assert.deepEqual(shown(), [
      ['A', 'Good', false],
      ['R', 'R', false],
    ]);
    set('id: A\ntitle: "Go\n---\nkind: retro\nid: R\n');
    assert.deepEqual(shown(), [
      ['A', 'Good', true],
      ['R', 'R', true],
    ]);
    assert.deepEqual(
      judge.findings('a.bet.yaml').map(({ rule }) => rule),
      ['document/syntax'],
    );
    set('id: A\ntitle: [Go\n---\nkind: retro\nid: R\ntitle: New\n');
    assert.deepEqual(shown(), [
      ['R', 'New', false],
      ['A', 'Good', true],
    ]);
    set('id: A\ntitle: Better\n');
    assert.deepEqual(shown(), [['A', 'Better', false]]);
  });

  it('forgets a file that is gone, and what stood in it', () => {
    const judge = judged({ 'a.bet.yaml': 'id: A\nmetrics: M\n', 'm.metrics.yaml': 'id: M\ncore: [Orders]\n' });
    assert.ok(judge.findings('m.metrics.yaml').length > 0);
    judge.set('m.metrics.yaml', undefined);
    assert.deepEqual([...judge.update()].sort(), ['a.bet.yaml', 'm.metrics.yaml']);
    assert.deepEqual(judge.findings('m.metrics.yaml'), []);
    assert.deepEqual(judge.workspace.files(), ['a.bet.yaml']);
    assert.ok(judge.findings('a.bet.yaml').some(({ rule }) => rule === 'reference/unknown'));
    judge.set('new name.metrics.yaml', 'id: M\ncore: [Orders]\n');
    judge.update();
    assert.ok(!judge.findings('a.bet.yaml').some(({ rule }) => rule === 'reference/unknown'));
  });

  it('forgets a file that is ours no more', () => {
    const judge = judged({ 'a.yaml': 'kind: bet\nid: A\n' });
    assert.ok(judge.findings('a.yaml').length > 0);
    judge.set('a.yaml', 'kind: Deployment\n');
    judge.update();
    assert.deepEqual([judge.findings('a.yaml'), judge.workspace.files()], [[], []]);
  });

  it('says once what an alias repeats', () => {
    const text = 'id: M\ncore:\n  - &x {name: A, nam: B, target: lots, drives: [gone]}\n  - *x\nleading: [*x]\n';
    const rules = judged({ 'm.metrics.yaml': text })
      .findings('m.metrics.yaml')
      .map(({ rule, span }) => `${rule} ${span.start}`);
    assert.deepEqual(rules, [...new Set(rules)]);
  });

  it('takes ids for ids, whatever objects have of that name', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    for (const name of names) {
      const judge = judged({
        'a.bet.yaml': `id: A\nmetrics: ${name}\n`,
        'm.metrics.yaml': 'id: M\nleading:\n  - name: X\n    drives: [valueOf]\n',
      });
      assert.ok(judge.findings('a.bet.yaml').some(({ rule }) => rule === 'reference/unknown'));
      assert.ok(judge.findings('m.metrics.yaml').some(({ rule }) => rule === 'reference/unknown'));
      judge.set('p.metrics.yaml', `id: ${name}\ncore:\n  - id: valueOf\n`);
      judge.update();
      assert.ok(!judge.findings('a.bet.yaml').some(({ rule }) => rule === 'reference/unknown'));
      assert.ok(!judge.findings('m.metrics.yaml').some(({ rule }) => rule === 'reference/unknown'));
    }
    const odd = judged({ 'a.bet.yaml': 'id: A\n__proto__: {owner: attacker}\nconstructor: x\n' });
    const artifact = odd.workspace.get('a.bet.yaml')?.model.artifacts[0];
    assert.equal(artifact?.model.owner, undefined);
    assert.equal(odd.findings('a.bet.yaml').filter(({ rule }) => rule === 'document/unknown-field').length, 2);
  });

  it('knows all findings of a file, however many: who shows them decides how many are read', () => {
    const text = `id: A\n${Array.from({ length: 1_700 }, (_, i) => `f${i}: 1\n`).join('')}`;
    assert.ok(judged({ 'a.bet.yaml': text }).findings('a.bet.yaml').length >= 1_700);
  });
});
