import assert from 'node:assert/strict';
import { listJson, showJson } from '../../../../src/core/report/entry-json.ts';
import { allEntries, entriesWithId } from '../../../../src/core/report/entry.ts';
import { lineStartsOf } from '../../../../src/core/text/lines.ts';
import { judged } from '../../../support/workspace.ts';

type Fields = Readonly<Record<string, unknown>>;

function shown(
  files: Readonly<Record<string, string>>,
  id?: string,
): { artifact: Fields; computed: Fields; file: string } {
  const judge = judged(files);
  const [entry] = id === undefined ? allEntries(judge) : entriesWithId(id, judge);
  assert.ok(entry);
  // As it is printed: what is undefined is not there.
  return JSON.parse(JSON.stringify(showJson(entry, judge, file => lineStartsOf(files[file] ?? '')))) as ReturnType<
    typeof shown
  >;
}

const bet = (fields: string): Fields => shown({ 'a.bet.yaml': `id: BET-1\n${fields}` }).artifact;
const metric = (fields: string, tier = 'core'): Fields => {
  const { artifact } = shown({
    'm.metrics.yaml': `id: MET-1\n${tier}:\n  - name: Some metric\n${fields.replace(/^(?=.)/gm, '    ')}`,
  });
  return (artifact[tier] as Fields[])[0] ?? {};
};
const stage = (fields: string): Fields => {
  const { artifact } = shown({ 'r.rollout.yaml': `id: RO-1\nstages:\n  - ${fields.replaceAll('\n', '\n    ')}\n` });
  return (artifact['stages'] as Fields[])[0] ?? {};
};

describe('an artifact as JSON', () => {
  it('has kind and id, and the fields that are written, as they were understood', () => {
    assert.deepEqual(shown({ 'saved-carts.bet.md': '---\ntitle: Saved carts\ntags: shop\n---\n' }).artifact, {
      kind: 'bet',
      id: 'saved-carts',
      title: 'Saved carts',
      tags: ['shop'],
      status: 'proposed',
    });
  });

  it('keeps the text of an id, and gives the canonical word of an enum', () => {
    const { artifact } = shown({ 'a.bet.yaml': 'id: 010\nmode: 0 to 1\nstatus: Rolling out\npriority: p2\n' });
    assert.deepEqual(
      [artifact['id'], artifact['mode'], artifact['status'], artifact['priority']],
      ['010', 'zeroToOne', 'rollingOut', 'P2'],
    );
  });

  it('has the status that is inferred where none is written', () => {
    assert.equal(bet('timebox: { start: 2026-11-01 }\n')['status'], 'building');
    assert.equal(bet('status: Active\nshipped: 2026-11-01\n')['status'], 'measuring');
  });

  it('has text and number of quantities', () => {
    assert.deepEqual(metric('target: 45%\nbaseline: $4.2M\ncurrent: 1,200\n'), {
      id: 'some-metric',
      name: 'Some metric',
      baseline: { text: '$4.2M', value: 4200000, unit: '$' },
      target: { text: '45%', value: 45, unit: '%' },
      current: { text: '1,200', value: 1200 },
    });
    assert.deepEqual(metric('target: +5pp\n')['target'], { text: '+5pp', value: 5, unit: 'pp' });
  });

  it('has comparison, limit and what it is of, of thresholds', () => {
    const threshold = (text: string): unknown => metric(`threshold: "${text}"\n`, 'guardrails')['threshold'];
    assert.deepEqual(threshold('< 2%'), { text: '< 2%', op: '<', value: 2, unit: '%' });
    assert.deepEqual(threshold('P95 at most 300ms'), {
      text: 'P95 at most 300ms',
      op: '<=',
      value: 300,
      unit: 'ms',
      statistic: 'P95',
    });
    assert.deepEqual(threshold('within 5% of baseline'), {
      text: 'within 5% of baseline',
      op: 'within',
      value: 5,
      unit: '%',
      of: 'baseline',
    });
  });

  it('keeps the text of what can’t be read, and nothing else', () => {
    assert.deepEqual(metric('target: a lot\nasOf: yesterday\nalert: { within: soon }\n'), {
      id: 'some-metric',
      name: 'Some metric',
      target: { text: 'a lot' },
      alert: { within: { text: 'soon' } },
      asOf: 'yesterday',
    });
  });

  it('leaves out placeholders and what has no value', () => {
    assert.deepEqual(Object.keys(bet('owner: TBD\nblock: N/A\nshipped:\n')), ['kind', 'id', 'status']);
  });

  it('counts durations in days, months from the start where there is one', () => {
    assert.deepEqual(bet('timebox: { start: 2026-02-01, duration: 1mo }\n')['timebox'], {
      start: '2026-02-01',
      duration: { text: '1mo', days: [28, 28] },
    });
    assert.deepEqual(bet('timebox: 1-2 weeks\n')['timebox'], { duration: { text: '1-2 weeks', days: [7, 14] } });
    assert.deepEqual(bet('timebox: 1q\n')['timebox'], { duration: { text: '1q', days: [91, 91] } });
    assert.deepEqual(stage('stage: ga\nduration: ongoing')['duration'], { text: 'ongoing' });
    assert.deepEqual(metric('alert: { within: 6 h }\n')['alert'], { within: { text: '6 h', days: [0.25, 0.25] } });
  });

  it('has one form of an audience, however it is written', () => {
    assert.deepEqual(stage('stage: beta\naudience: 5-10% of customers')['audience'], {
      text: '5-10% of customers',
      percent: 10,
    });
    assert.deepEqual(stage('stage: beta\naudience: { percent: 25%, segment: new shops }')['audience'], {
      percent: 25,
      segment: 'new shops',
    });
    assert.deepEqual(stage('stage: beta\naudience: { text: Ten friends, size: 10 }')['audience'], {
      text: 'Ten friends',
      size: 10,
    });
  });

  it('has one form of owners, flags, lists and hypotheses', () => {
    assert.equal(bet('owner: { name: Maria Lind }\n')['owner'], 'Maria Lind');
    const rollout = (flag: string): unknown => shown({ 'r.rollout.yaml': `flag: ${flag}\n` }).artifact['flag'];
    assert.deepEqual(rollout('carts'), { name: 'carts' });
    assert.deepEqual(rollout('{ name: carts, cleanedUp: true }'), { name: 'carts', cleanedUp: true });
    assert.deepEqual(rollout('{ name: carts, cleanedUp: 2026-11-01 }'), { name: 'carts', cleanedUp: '2026-11-01' });
    assert.deepEqual(shown({ 'r.retro.yaml': 'learnings: Carts are lists\nattendees: [Ana]\n' }).artifact, {
      kind: 'retro',
      id: 'r',
      attendees: ['Ana'],
      learnings: ['Carts are lists'],
    });
    assert.deepEqual(bet('hypothesis: >\n  Carts that stay\n  sell more.\n')['hypothesis'], {
      text: 'Carts that stay sell more.',
    });
    assert.deepEqual(bet('hypothesis: { believe: a, outcome: b }\n')['hypothesis'], { believe: 'a', outcome: 'b' });
  });

  it('says of every item whether it is done, and of one with "auto" what readiness says', () => {
    const items = stage(
      'stage: Dogfooding\nexit:\n  - Plain\n  - { text: Ticked, done: true, owner: Ana }\n  - { text: By itself, auto: staged }',
    );
    assert.deepEqual(items, {
      stage: 'internal',
      exit: [
        { text: 'Plain', done: false },
        { text: 'Ticked', done: true, owner: 'Ana' },
        { text: 'By itself', done: false, auto: 'staged' },
      ],
    });
    const embedded = bet(
      'criteria: { scale: a, iterate: b, kill: c }\nlaunch:\n  preLaunch:\n    - { text: Agreed, auto: criteria }\n',
    );
    assert.deepEqual(embedded['launch'], { preLaunch: [{ text: 'Agreed', done: true, auto: 'criteria' }] });
  });

  it('names metrics by their ids, however they are referred to', () => {
    const { artifact } = shown({
      'a.bet.yaml':
        'id: BET-1\nmetrics:\n  core:\n    - { id: act, name: Activation rate }\n  leading:\n    - { name: First Steps, drives: ACTIVATION RATE }\nrollout:\n  rollback:\n    triggers:\n      - { metric: First steps, action: Pause the rollout }\nretro:\n  metrics:\n    - { metric: activation rate }\n    - { metric: Something else }\n',
    });
    const { leading } = artifact['metrics'] as { leading: Fields[] };
    assert.deepEqual(leading, [{ id: 'first-steps', name: 'First Steps', drives: ['act'] }]);
    assert.deepEqual((artifact['rollout'] as Fields)['rollback'], {
      triggers: [{ metric: 'first-steps', action: 'pause' }],
    });
    assert.deepEqual((artifact['retro'] as Fields)['metrics'], [{ metric: 'act' }, { metric: 'Something else' }]);
  });

  it('keeps references to other documents, and history in both its forms', () => {
    assert.equal(bet('metrics: MET-9\n')['metrics'], 'MET-9');
    assert.equal(metric('history: readings.csv\n')['history'], 'readings.csv');
    assert.deepEqual(metric('history:\n  - { date: 2026-11-01, value: 3% }\n')['history'], [
      { date: '2026-11-01', value: { text: '3%', value: 3, unit: '%' } },
    ]);
  });

  it('has numbers where they are meant', () => {
    const { artifact } = shown({ 'l.launch.yaml': 'tier: Tier 2\nadoption:\n  trial: { target: 80%, current: 82 }\n' });
    assert.deepEqual([artifact['tier'], artifact['adoption']], [2, { trial: { target: 80, current: 82 } }]);
    const { artifact: tracks } = shown({
      't.tracks.yaml': 'weeks: 6\nallocation:\n  Design: { discovery: 60%, delivery: 40 }\n',
    });
    assert.deepEqual([tracks['weeks'], tracks['allocation']], [6, { Design: { discovery: 60, delivery: 40 } }]);
  });

  it('takes names for names, and half characters for none', () => {
    const { links } = bet('links: { __proto__: "https://a.example", "\\ud800": x }\ntitle: "a\\udc00"\n') as {
      links: object;
    };
    assert.deepEqual(Object.keys(links), ['__proto__', '\ufffd']);
    assert.equal(bet('title: "a\\udc00"\n')['title'], 'a\ufffd');
  });

  it('always has the four computed keys, with reasons and their places', () => {
    const { computed } = shown({ 'l.launch.yaml': 'tier: 2\n' });
    assert.deepEqual(computed, { readiness: null, gate: null, decision: null, verdicts: null });
    const text = 'id: MET-1\ncore:\n  - name: Speed\n    target: 45%\n    current: 46%\n    baseline: 40%\n';
    const { verdicts } = shown({ 'm.metrics.yaml': text }).computed as {
      verdicts: Record<string, { value: string; reasons: Fields[] }>;
    };
    assert.equal(verdicts['speed']?.value, 'hit');
    const [reason] = verdicts['speed'].reasons;
    assert.deepEqual(
      [reason?.['file'], (reason?.['range'] as { start: object }).start],
      ['m.metrics.yaml', { line: 4, character: 13 }],
    );
  });

  it('is found embedded by its id, and is not listed', () => {
    const files = { 'a.bet.yaml': 'id: BET-1\nretro: { id: RE-1, scheduled: 2026-12-01 }\n' };
    assert.deepEqual(shown(files, 'RE-1').artifact, { kind: 'retro', id: 'RE-1', scheduled: '2026-12-01' });
    const judge = judged(files);
    const list = listJson(allEntries(judge), judge, () => [0]) as { version: number; artifacts: Fields[] };
    assert.deepEqual(
      [list.version, list.artifacts.length, Object.keys(list.artifacts[0] ?? {})],
      [1, 1, ['artifact', 'file', 'computed']],
    );
  });
});
