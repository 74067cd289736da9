import assert from 'node:assert/strict';
import { judged } from '../../../../support/workspace.ts';
import { completed, type Files } from './support.ts';

const others: Files = {
  'BET-009.bet.yaml': `id: BET-009
title: Two-tap preorder
owner: Maria Lind
status: building
block: Counter
tags: [mobile]
hypothesis: x
timebox: { start: 2026-11-02, duration: 8w }
metrics:
  core: [{ id: orders-ahead, name: Orders ahead, baseline: 10%, target: 25% }]
  leading: [{ id: first-order, name: First order, drives: orders-ahead }]
  guardrails: [{ id: errors, name: Error rate, threshold: < 2%, current: 1% }]
`,
  'b.bet.yaml': 'id: BET-010\ntitle: Ten\nowner: Maria Lind\nhypothesis: y\n',
  'c.bet.yaml': 'id: BET-011\nowner: Tom Reyes\nhypothesis: z\n',
  'r.rollout.yaml': 'id: RO-009\ntitle: Slowly\nbet: BET-009\nstages: []\n',
  'm.metrics.yaml': 'id: MX-1\ncore: [{ name: Sales }]\n',
};

/** What is offered first, and that nothing else is where `only` says so. */
function offers(file: string, marked: string, first: readonly string[], only?: 'only'): void {
  const { labels } = completed(file, marked, others);
  assert.deepEqual(only === 'only' ? labels : labels.slice(0, first.length), first, marked);
}

function nothing(file: string, marked: string): void {
  assert.deepEqual(completed(file, marked, others).labels, [], marked);
}

/** What the text is after an item was taken. */
function becomes(file: string, marked: string, label: string, text: string): void {
  assert.equal(completed(file, marked, others).taken(label), text);
}

describe('completion of fields in YAML', () => {
  it('offers what is wanted first and not yet written', () => {
    offers('a.bet.yaml', 'id: A\nti‸', ['title', 'owner', 'status', 'hypothesis']);
    offers('a.bet.yaml', 'title: x\n\n‸\n\nowner: y\nid: A\n', ['status', 'hypothesis', 'timebox']);
    offers('a.rollout.yaml', 'id: A\n‸', ['title', 'owner', 'bet', 'approach', 'stages', 'flag', 'rollback']);
    offers('a.bet.yaml', 'timebox:\n  ‸', ['start', 'duration', 'end'], 'only');
    offers('a.bet.yaml', 'timebox:\n  end: 2026-01-01\n  ‸', ['start', 'duration'], 'only');
    offers('a.bet.yaml', 'timebox:\n  ‸\n  end: 2026-01-01\n', ['start', 'duration'], 'only');
    offers('a.bet.yaml', 'metrics:\n  core:\n    - id: a\n      ‸', ['name', 'primary', 'cadence']);
    offers('a.bet.yaml', 'metrics:\n  guardrails:\n    - id: a\n      name: b\n      ‸', [
      'cadence',
      'threshold',
      'alert',
    ]);
    offers('a.bet.yaml', 'metrics:\r\n  core:\r\n    - id: a\r\n      na‸\r\n', ['name']);
    offers('a.retro.yaml', 'decision:\n  outcome: kill\n  w‸', ['why', 'by', 'dissent'], 'only');
  });

  it('says of every field in a few words what it is for', () => {
    for (const { label, gist = '', detail } of completed('a.bet.yaml', '‸id: A').items.concat(
      completed('a.rollout.yaml', 'stages:\n  - stage: beta\n    ‸').items,
    )) {
      assert.ok(gist !== detail && gist.length > 5 && gist.length < 60, `${label}: ${gist}`);
      assert.ok(!/[.:;,]…?$/.test(gist), `${label}: ${gist}`);
    }
  });

  it('finds its place in flow style, open or closed', () => {
    offers('a.bet.yaml', 'timebox: {‸}', ['start', 'duration', 'end'], 'only');
    offers('a.bet.yaml', 'timebox: { st‸', ['start', 'duration', 'end'], 'only');
    offers('a.bet.yaml', 'timebox: { start: 2026-01-05, ‸ }\nid: A', ['duration', 'end'], 'only');
    offers('a.bet.yaml', 'timebox: { start: 2026-01-05, ‸\nid: A', ['duration', 'end'], 'only');
    offers('a.bet.yaml', 'timebox: {\n  start: 2026-01-05,\n  ‸\n}\n', ['duration', 'end'], 'only');
    offers('a.bet.yaml', 'metrics:\n  core:\n    - { id: a, ‸ }', ['name']);
    offers('a.bet.yaml', 'metrics: { core: [{ id: a, drives: [], own‸', ['name']);
    nothing('a.bet.yaml', 'timebox: { start: 2026-01-05 ‸ }');
  });

  it('finds its place in lists, behind a dash and before one', () => {
    offers('a.rollout.yaml', 'stages:\n  - ‸', ['stage', 'audience', 'duration', 'exit']);
    offers('a.rollout.yaml', 'stages:\n- ‸', ['stage', 'audience', 'duration', 'exit']);
    offers('a.rollout.yaml', 'stages:\n  ‸', ['- stage', 'stage']);
    offers('a.rollout.yaml', 'stages:\n  - stage: beta\n  ‸', ['- stage', 'stage']);
    offers('a.rollout.yaml', 'stages:\n- stage: beta\n  ‸\nflag: x', ['audience', 'duration', 'exit']);
    offers('a.rollout.yaml', 'rollback:\n  triggers:\n    - metric: errors\n      ‸', ['action', 'when'], 'only');
    becomes('a.rollout.yaml', 'stages:\n  -‸', 'stage', 'stages:\n  - stage: internal');
  });

  it('opens nested fields on the next line, further in than their own', () => {
    const bet = completed('a.bet.yaml', 'crit‸', others).taken('criteria');
    assert.match(bet, /^criteria:\n {2}scale:\n {4}- .+\n {2}iterate:\n {4}- .+\n {2}kill:\n {4}- .+$/);
    const nested = completed('a.bet.yaml', 'metrics:\n  guardrails:\n    - id: a\n      al‸', others).taken('alert');
    assert.match(nested, /- id: a\n {6}alert:\n {8}method: .+\n {8}to: Maria Lind\n {8}within: .+$/);
    const item = completed('a.rollout.yaml', 'stages:\n  ‸', others).taken('- stage');
    assert.match(item, /^stages:\n {2}- stage: internal\n {4}audience: .+\n {4}duration: 1w\n {4}exit:\n {6}- .+$/);
    const flow = completed('a.bet.yaml', '{ tim‸ }', others).taken('timebox');
    assert.equal(flow, '{ timebox: { start: 2026-11-22, duration: 6w } }');
  });

  it('puts a stop at the value: a choice of words or ids, a date, a name in use', () => {
    const snippet = (file: string, marked: string, label: string): string =>
      completed(file, marked, others).item(label).snippet;
    assert.equal(snippet('a.bet.yaml', '‸', 'priority'), 'priority: ${1|P0,P1,P2,P3|}');
    assert.equal(snippet('a.bet.yaml', '‸', 'owner'), 'owner: ${1:Maria Lind}');
    assert.equal(snippet('a.bet.yaml', '‸', 'shipped'), 'shipped: ${1:2026-11-22}');
    assert.equal(snippet('a.rollout.yaml', '‸', 'bet'), 'bet: ${1|BET-009,BET-010,BET-011|}');
    assert.equal(snippet('BET-012-x.bet.yaml', '‸', 'id'), 'id: ${1:BET-012}');
  });

  it('replaces the name it stands in, and that alone', () => {
    becomes('a.bet.yaml', 'sta‸tus: building # yes\n', 'priority', 'priority: building # yes\n');
    becomes('a.bet.yaml', '"sta‸tus": building\n', 'block', '"block": building\n');
    becomes('a.bet.yaml', 'timebox: { st‸art: 2026-01-05 }', 'end', 'timebox: { end: 2026-01-05 }');
    becomes('a.bet.yaml', 'metr‸\n  core: []\n', 'metrics', 'metrics:\n  core: []\n');
  });

  it('offers nothing where a field would tear something apart or is none', () => {
    nothing('a.bet.yaml', 'timebox:\n  start: 2026-01-01\n‸\n  end: 2026-02-01\n');
    nothing('a.bet.yaml', 'hypothesis: We believe\n  in ‸\n');
    nothing('a.bet.yaml', 'hypothesis: |\n  a text\n  o‸\n');
    nothing('a.bet.yaml', 'notes: >-\n  a text\n\n  ‸\n  more\n');
    nothing('a.bet.yaml', '# o‸\n');
    nothing('a.bet.yaml', 'id: A # o‸\n');
    nothing('a.bet.yaml', 'timebox: { # o‸\n}\n');
    nothing('a.bet.yaml', 'title: x\n    ‸');
    nothing('a.bet.yaml', 'unknown:\n  ‸');
    nothing('a.bet.yaml', '- ‸\n');
    nothing('a.bet.yaml', 'id: A\n--‸-\n');
    nothing('a.rollout.yaml', 'stages:\n  - stage: beta\n    exit:\n      - No bu‸');
    nothing('a.bet.yaml', 'criteria:\n  kill:\n    - ‸');
  });

  it('brings what is typed too far in to where it belongs', () => {
    const rollout = 'rollback:\n  triggers:\n    - when: x\n      action: pause\n';
    becomes(
      'a.rollout.yaml',
      `${rollout}      fla‸`,
      'flag',
      `${rollout}flag:\n  name: name-of-the-flag\n  cleanupBy: `,
    );
    becomes('a.rollout.yaml', `${rollout}      own‸`, 'owner', `${rollout}  owner: Maria Lind`);
    offers('a.retro.yaml', 'learnings:\n  - One thing\n  dec‸', ['decision'], 'only');
    becomes(
      'a.bet.yaml',
      'hypothesis:\n  believe: x\n  sta‸\nowner: y',
      'status',
      'hypothesis:\n  believe: x\nstatus: proposed\nowner: y',
    );
    // What is further in below stays where it belongs.
    assert.ok(!completed('a.bet.yaml', 'hypothesis:\n  tim‸\n  believe: x\n').labels.includes('timebox'));
    nothing('a.bet.yaml', 'title: x\n    ow‸');
    nothing('a.bet.yaml', 'notes: |\n  some text\n  ow‸');
    nothing('a.bet.yaml', 'hypothesis: We believe\n  ow‸\n');
  });

  it('knows each document of a file by itself, and front matter as well', () => {
    offers('all.yaml', 'kind: bet\nid: A\n---\nkind: rollout\nid: B\n‸\n---\nkind: retro\n', [
      'title',
      'owner',
      'bet',
      'approach',
    ]);
    offers('a.bet.md', '---\nid: A\ntimebox:\n  ‸\n---\n\n# A\n', ['start', 'duration', 'end'], 'only');
    offers('a.bet.md', '---\nid: A\n‸\n', ['title', 'owner']);
    offers('notes.md', '---\nkind: bet\nstatus: ‸\n---\n', ['proposed']);
  });

  it('stays out of files of others', () => {
    nothing('deploy.yaml', 'apiVersion: apps/v1\nkind: Deployment\n‸');
    nothing('a.bet.yaml', 'apiVersion: v1\n‸');
    nothing('deploy.yaml', 'kind: Deploy‸\nmetadata: {}\n');
    nothing('deploy.yaml', '‸');
    nothing('deploy.yaml', 'na‸');
    nothing('README.md', '---\nti‸\n---\n');
    nothing('a.bet.txt', '‸');
  });

  it('offers whole documents in an empty file', () => {
    const empty = completed('BET-012-x.bet.yaml', '‸', others);
    assert.deepEqual(empty.labels.slice(0, 3), ['Bet', 'Bet with everything', 'id']);
    assert.match(empty.taken('Bet'), /^kind: bet\nid: BET-012\ntitle: .+\nowner: Maria Lind\n/);
    offers('a.bet.md', '‸', ['Bet in Markdown', 'Bet with everything in Markdown']);
    assert.ok(!completed('a.bet.yaml', 'id: A\n‸', others).labels.includes('Bet'));
  });
});

describe('completion of values in YAML', () => {
  it('offers the words of a field, and says what they mean', () => {
    const statuses = ['proposed', 'shaping', 'building', 'rollingOut', 'measuring', 'concluded'];
    for (const marked of ['status: ‸', 'status:‸', 'status: b‸', 'status:b‸', 'status: bu‸ilding # x', "status: '‸'"])
      offers('a.bet.yaml', marked, statuses, 'only');
    assert.ok(completed('a.bet.yaml', 'status: ‸').item('measuring').detail);
    offers('a.bet.yaml', 'kind: ‸', ['bet'], 'only');
    offers('new.yaml', 'kind: ‸', ['bet', 'metrics', 'rollout', 'retro', 'launch', 'tracks'], 'only');
    offers('a.launch.yaml', 'tier: ‸', ['1', '2', '3', '4'], 'only');
    offers('a.launch.yaml', 'components:\n  positioning: ‸', ['open', 'doing', 'done', 'notNeeded'], 'only');
    offers('a.launch.yaml', 'preLaunch:\n  - { text: x, auto: ‸ }', ['staged', 'flagged']);
    offers('a.rollout.yaml', 'stages:\n  - stage: ‸', ['internal', 'alpha', 'beta', 'ga'], 'only');
    offers('a.retro.yaml', 'metrics:\n  - role: guardrail\n    verdict: ‸', ['within', 'alert', 'breached'], 'only');
    offers('a.retro.yaml', 'metrics:\n  - { role: primary, verdict: ‸ }', ['hit', 'close', 'missed'], 'only');
    offers('a.metrics.yaml', 'core:\n  - name: x\n    primary: ‸', ['true', 'false'], 'only');
  });

  it('replaces the value it stands in, blank and quotes included where they are needed', () => {
    becomes('a.bet.yaml', 'status:‸', 'building', 'status: building');
    becomes('a.bet.yaml', 'status:b‸', 'building', 'status: building');
    becomes('a.bet.yaml', 'status: prop‸osed # yet', 'building', 'status: building # yet');
    becomes('a.bet.yaml', 'owner: "Ma‸"', 'Maria Lind', 'owner: "Maria Lind"');
    becomes('a.bet.yaml', "owner: 'Ma‸\nid: A", 'Maria Lind', "owner: 'Maria Lind'\nid: A");
    becomes('a.bet.yaml', 'owner: Maria L‸', 'Maria Lind', 'owner: Maria Lind');
    becomes(
      'a.metrics.yaml',
      'guardrails: [{ name: x, threshold: ‸ }]',
      '>= 99.5%',
      "guardrails: [{ name: x, threshold: '>= 99.5%' }]",
    );
    becomes('a.metrics.yaml', 'guardrails:\n  - threshold: ‸', '< 2%', 'guardrails:\n  - threshold: < 2%');
  });

  it('offers ids by what is referred to, with title, status and owner', () => {
    offers('a.rollout.yaml', 'bet: ‸', ['BET-009', 'BET-010', 'BET-011'], 'only');
    const item = completed('a.rollout.yaml', 'bet: ‸', others).item('BET-009');
    assert.equal(item.detail, 'Two-tap preorder · building · Maria Lind');
    assert.ok(item.filter.includes('Two-tap'), 'it is found by its title');
    offers('b.bet.yaml', 'id: BET-010\niteration: { number: 2, of: ‸ }', ['BET-009', 'BET-011'], 'only');
    offers('a.bet.yaml', 'rollout: ‸', ['RO-009'], 'only');
    offers('a.bet.yaml', 'metrics: ‸', ['MX-1'], 'only');
    offers('a.tracks.yaml', 'delivery:\n  - bet: BET-0‸', ['BET-009', 'BET-010', 'BET-011'], 'only');
  });

  it('offers metrics: above in drives, guardrails first in triggers, those of the bet in a retro', () => {
    const tiers =
      'lagging: [{ id: sales }]\ncore:\n  - id: visits\n  - id: orders\nguardrails: [{ id: errors }]\nleading:\n';
    offers('a.metrics.yaml', `${tiers}  - id: opened\n    drives: [‸]`, ['visits', 'orders', 'sales'], 'only');
    offers('a.metrics.yaml', `${tiers}  - id: opened\n    drives: ‸`, ['visits', 'orders', 'sales'], 'only');
    offers(
      'a.metrics.yaml',
      `${tiers}  - id: opened\n    drives:\n      - visits\n      - ‸`,
      ['orders', 'sales'],
      'only',
    );
    offers('a.metrics.yaml', `${tiers}  - { id: opened, drives: [visits, ‸`, ['orders', 'sales'], 'only');
    nothing('a.metrics.yaml', 'lagging:\n  - id: sales\n    drives: ‸');
    offers(
      'a.rollout.yaml',
      'bet: BET-009\nrollback:\n  triggers:\n    - metric: ‸',
      ['errors', 'orders-ahead'],
      undefined,
    );
    offers('a.retro.yaml', 'bet: BET-009\nmetrics:\n  - metric: ‸', ['orders-ahead', 'first-order', 'errors'], 'only');
    offers('a.retro.yaml', 'metrics:\n  - metric: ‸', ['orders-ahead', 'first-order', 'errors', 'sales'], 'only');
    offers(
      'a.bet.yaml',
      'metrics:\n  guardrails:\n    - id: slow\nrollout:\n  rollback:\n    triggers:\n      - { metric: ‸',
      ['slow'],
      'only',
    );
  });

  it('offers names in use, the most frequent first', () => {
    for (const marked of ['owner: ‸', 'owner: { name: ‸ }', 'retro: { facilitator: ‸ }', 'retro: { attendees: [‸] }'])
      offers('a.bet.yaml', marked, ['Maria Lind', 'Tom Reyes'], 'only');
    offers('a.bet.yaml', 'retro:\n  attendees: [Maria Lind, ‸]', ['Tom Reyes'], 'only');
    offers('a.bet.yaml', 'block: ‸', ['Counter'], 'only');
    offers('a.bet.yaml', 'tags:\n  - ‸', ['mobile'], 'only');
  });

  it('offers days with their weekday', () => {
    offers('a.bet.yaml', 'timebox:\n  start: ‸', ['2026-11-22', '2026-11-23', '2026-12-06'], 'only');
    offers('a.bet.yaml', 'timebox: { start: 2026-11-02, end: ‸ }', ['2026-12-14'], undefined);
    offers('a.bet.yaml', 'timebox: { start: 2026-11-02, duration: 4w }\nretro: { scheduled: ‸ }', ['2026-11-30']);
    offers('a.retro.yaml', 'bet: BET-009\nscheduled: ‸', ['2026-12-28', '2026-11-22', '2026-12-06'], 'only');
    offers('a.retro.yaml', 'held: ‸', ['2026-11-22', '2026-11-21', '2026-11-15'], 'only');
    assert.match(completed('a.retro.yaml', 'held: ‸').item('2026-11-22').detail ?? '', /^Sunday/);
    offers('a.bet.yaml', 'timebox: { start: 2026-11-02, duration: ‸ }', ['6w']);
  });

  it('offers numbers by example: from the baseline, and in a retro from the metric', () => {
    offers('a.metrics.yaml', 'guardrails:\n  - baseline: 20 / day\n    threshold: ‸', ['<= 20 / day', '>= 20 / day']);
    offers('a.metrics.yaml', 'guardrails:\n  - threshold: < 2%\n    alertAt: ‸', ['1.6%'], 'only');
    offers('a.retro.yaml', 'bet: BET-009\nmetrics:\n  - metric: orders-ahead\n    target: ‸', ['25%'], 'only');
    offers('a.retro.yaml', 'bet: BET-009\nmetrics:\n  - metric: errors\n    actual: ‸', ['1%'], 'only');
    offers('a.rollout.yaml', 'stages: [{ audience: { percent: ‸ } }]', ['1%', '5%', '10%']);
  });

  it('lists no more ids than can be read, and finds the rest by what is typed', () => {
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [
        `f${String(index)}.bet.yaml`,
        `id: BET-${String(1000 + index)}\ntitle: Number ${String(index)}\nhypothesis: x\n`,
      ]),
    );
    const all = completed('a.rollout.yaml', 'bet: ‸', many);
    assert.equal(all.items.length, 100);
    assert.ok(all.isIncomplete);
    assert.deepEqual(completed('a.rollout.yaml', 'bet: BET-114‸', many).labels.length, 10);
    assert.deepEqual(completed('a.rollout.yaml', 'bet: number 149‸', many).labels, ['BET-1149']);
  });
});

describe('a block that is completed in YAML', () => {
  const bet = 'kind: bet\nid: BET-001\ntitle: Bread by kite\nowner: Ines\nstatus: shaping\nhypothesis: kites\n';

  for (const field of ['metrics', 'rollout', 'launch'])
    it(`brings no error and no warning along: ${field}`, () => {
      const text = completed('a.bet.yaml', `${bet}‸`).taken(field);
      const judge = judged({ 'a.bet.yaml': text });
      const found = judge.findings('a.bet.yaml').filter(({ severity }) => severity !== 'information');
      const before = judged({ 'a.bet.yaml': bet })
        .findings('a.bet.yaml')
        .map(({ rule }) => rule);
      assert.deepEqual(
        found.filter(({ rule }) => !before.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });

  it('says days only where they follow from something, and no number of a metric that nobody told', () => {
    assert.match(completed('a.bet.yaml', `${bet}‸`).taken('launch'), /^ {2}date: $/m);
    const known = `${bet}timebox: { start: 2026-11-02, duration: 4w }\n‸`;
    assert.match(completed('a.bet.yaml', known).taken('launch'), /^ {2}date: 2026-11-30$/m);
    assert.match(completed('a.launch.yaml', '‸').taken('Launch checklist'), /^date: $/m);
    const item = completed('a.bet.yaml', `${bet}metrics:\n  guardrails:\n    ‸`).taken('- id');
    assert.match(item, /- id: \n {6}name: \n {6}cadence: daily\n {6}threshold: \n/);
  });

  it('is kept apart by a blank line where the document does so', () => {
    const apart = 'id: BET-001\ntitle: One\n\nhypothesis:\n  believe: x\n';
    const taken = (marked: string, label = 'criteria'): string => completed('a.bet.yaml', marked).taken(label);
    assert.ok(taken(`${apart}cri‸`).startsWith(`${apart}\ncriteria:\n`));
    assert.ok(taken(`${apart}  cri‸`).startsWith(`${apart}\ncriteria:\n`), 'also when it was typed too far in');
    assert.ok(taken(`${apart}\ncri‸`).startsWith(`${apart}\ncriteria:\n`), 'there is one');
    assert.ok(taken(`${apart}‸`, 'priority').startsWith(`${apart}priority: `), 'one line is no block');
    const tight = apart.replace('\n\n', '\n');
    assert.ok(taken(`${tight}cri‸`).startsWith(`${tight}criteria:\n`));
    const windows = apart.replaceAll('\n', '\r\n');
    assert.ok(taken(`${windows}cri‸`).startsWith(`${windows}\ncriteria:\n`));
  });

  it('excuses what stands below for whoever begins to type the name of that', () => {
    const offered = completed('a.bet.yaml', `id: A\nbetw‸\n`);
    assert.match(
      offered.taken('# betwright-ignore'),
      /^id: A\n# betwright-ignore [a-z/-]+: .+ \(until 2027-01-03\)\n$/,
    );
    assert.ok(!completed('a.bet.yaml', 'id: A\n‸').labels.includes('# betwright-ignore'));
  });

  it('lets a metric drive one that stands a tier up', () => {
    const above = 'metrics:\n  lagging:\n    - { id: income, name: Income, target: 4 }\n  ';
    assert.match(completed('a.bet.yaml', `${bet}${above}‸`).taken('core'), /^ {6}drives: \[income\]$/m);
  });
});
