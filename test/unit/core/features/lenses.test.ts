import assert from 'node:assert/strict';
import { lensSorts, type LensSort } from '../../../../src/core/features/lenses/lens.ts';
import { lensesOf } from '../../../../src/core/features/lenses/lenses.ts';
import { judged } from '../../../support/workspace.ts';

const running = `id: BET-7
title: Pick-up slots
owner: Ines
status: rollingOut
hypothesis: We believe that slots will shorten queues.
timebox: { start: 2026-10-26, end: 2026-11-30 }
metrics:
  lagging: [{ name: Retention }]
  core: [{ name: Waiting time, drives: [Retention], primary: true, baseline: 9 min, target: 5 min, current: 5 min }]
  leading:
    - name: Slots booked
      drives: [Waiting time, Retention]
    - name: Page views
  guardrails:
    - { name: Complaints, threshold: < 3%, alertAt: < 2%, current: 2.5% }
rollout:
  stages:
    - { stage: internal, started: 2026-10-26, ended: 2026-11-02 }
    - stage: beta
      audience: 10%
      started: 2026-11-09
      duration: 2-3 weeks
      exit:
        - No open complaint
    - { stage: ga, audience: 100% }
`;

/** Lenses of one sort, as "what stands at its place: its title". */
function shown(files: Readonly<Record<string, string>>, sort: LensSort, file = 'a.bet.yaml'): readonly string[] {
  return lensesOf(judged(files), file, new Set([sort])).map(
    ({ span, title }) => `${(files[file] ?? '').slice(span.start, span.end)}: ${title}`,
  );
}

describe('lenses', () => {
  it('count over a bet what is ready, and name what is open where that is little', () => {
    assert.deepEqual(shown({ 'a.bet.yaml': running }, 'readiness'), ['id: Ready 1 of 7']);
    const criteria = 'criteria: { scale: [a], iterate: [b], kill: [c] }\n';
    const further =
      running.replace(
        'rollout:\n',
        'rollout:\n  flag: { name: boats }\n  rollback: { owner: Ines, procedure: [Off], triggers: [Rain] }\n',
      ) +
      criteria +
      'retro: { scheduled: 2026-11-30 }\n';
    const [lens] = shown({ 'a.bet.yaml': further }, 'readiness');
    assert.match(lens ?? '', /^id: Ready 4 of 7 · open: instrumented, guarded, gtm$/);
  });

  it('lead from readiness to its reasons, what is open first', () => {
    const [lens] = lensesOf(judged({ 'a.bet.yaml': running }), 'a.bet.yaml', new Set(['readiness']));
    assert.ok(lens?.click.type === 'reasons' && lens.click.reasons.length >= 7);
    const last = lens.click.reasons.at(-1);
    assert.equal(last?.file, 'a.bet.yaml');
    assert.ok(last.span.start >= running.indexOf('rollout:'), 'what is met comes last: staged');
  });

  it('say of the gate what it says, with its reasons', () => {
    assert.deepEqual(shown({ 'a.bet.yaml': running }, 'gate'), ['id: Gate after beta: hold (3 reasons)']);
  });

  it('say over the running stage which day it is on', () => {
    assert.deepEqual(shown({ 'a.bet.yaml': running }, 'stages'), [
      'beta: Day 14 of 21 · Gate after beta: hold (3 reasons)',
    ]);
  });

  it('lead from a gate and from its stage to advancing it, from results to the decision, from what is overdue to the retro', () => {
    const clickOf = (file: string, text: string, sort: LensSort): unknown =>
      lensesOf(judged({ [file]: text }), file, new Set([sort]))[0]?.click;
    const file = 'a.bet.yaml';
    for (const sort of ['gate', 'stages'] as const)
      assert.deepEqual(clickOf(file, running, sort), { type: 'moment', moment: 'advanceStage', file, id: 'BET-7' });
    const decided = { type: 'moment', moment: 'recordDecision', file, id: 'BET-7' };
    assert.deepEqual(clickOf(file, running, 'decision'), decided);
    assert.deepEqual(clickOf(file, running.replace('status: rollingOut', 'shipped: 2026-11-20'), 'decision'), decided);
    for (const [end, words] of [
      ['2026-11-16', /^Retro overdue .* · Start the retro$/],
      ['2026-10-30', /^Undecided .* · Start the retro$/],
    ] as const) {
      const text = running.replace('end: 2026-11-30', `end: ${end}`);
      const lens = lensesOf(judged({ [file]: text }), file, new Set(['findings'])).find(({ title }) =>
        words.test(title),
      );
      assert.deepEqual(lens?.click, { type: 'moment', moment: 'startRetro', file, id: 'BET-7' });
    }
    const alone =
      'id: RO-1\nstages:\n  - { stage: internal, started: 2026-11-20 }\n  - { stage: ga, audience: 100% }\n';
    const click = { type: 'moment', moment: 'advanceStage', file: 'a.rollout.yaml', id: 'RO-1' };
    assert.deepEqual(clickOf('a.rollout.yaml', alone, 'stages'), click);
    // At general availability there is nothing to advance to.
    const ga = 'id: RO-1\nstages:\n  - { stage: ga, audience: 100%, started: 2026-11-20, duration: 1w }\n';
    assert.equal((clickOf('a.rollout.yaml', ga, 'stages') as { readonly type: string }).type, 'reasons');
  });

  it('say of a stage that is over nothing', () => {
    const over = running.replace('started: 2026-11-09', 'started: 2026-11-09\n      ended: 2026-11-20');
    assert.deepEqual(shown({ 'a.bet.yaml': over }, 'stages'), []);
  });

  it('give each metric its verdict and what it drives, and are silent where neither is known', () => {
    assert.deepEqual(shown({ 'a.bet.yaml': running }, 'metrics'), [
      'Waiting time: ✓ hit · drives Retention',
      'Slots booked: drives Waiting time, Retention',
      'Complaints: ! alert',
    ]);
  });

  it('stand over the whole of a metric, whatever is written first of it', () => {
    const text = `id: MET-1
lagging:
  - id: sales
    name: Sales
    baseline: 3
    target: 4
    current: 5
  - { baseline: 3, target: 4, current: 3, name: Returns }
`;
    assert.deepEqual(shown({ 'a.metrics.yaml': text }, 'metrics', 'a.metrics.yaml'), ['sales: ✓ hit', '3: ✗ missed']);
  });

  it('count the days to a decision from two weeks before', () => {
    assert.deepEqual(shown({ 'a.bet.yaml': running }, 'decision'), ['id: Decision due in 8 days']);
    const far = running.replace('end: 2026-11-30', 'end: 2026-12-07');
    assert.deepEqual(shown({ 'a.bet.yaml': far }, 'decision'), []);
  });

  it('say what results speak for once the bet has shipped, and stop when it was decided', () => {
    const shipped = running.replace('status: rollingOut', 'status: measuring\nshipped: 2026-11-20');
    assert.deepEqual(shown({ 'a.bet.yaml': shipped }, 'decision'), ['id: Results speak for: scale']);
    const decided = `${shipped}retro: { held: 2026-11-22, decision: { outcome: scale, why: It works. } }\n`;
    assert.deepEqual(shown({ 'a.bet.yaml': decided }, 'decision'), []);
  });

  it('offer what earlier bets on the metric taught, and lead there', () => {
    const earlier = `id: BET-3
status: concluded
metrics: { core: [{ name: Waiting time }] }
retro:
  held: 2026-05-04
  learnings: [Queues move to the door., Nobody books at noon.]
  decision: { outcome: kill, why: Too small. }
`;
    const files = { 'a.bet.yaml': running, 'b.bet.yaml': earlier };
    assert.deepEqual(shown(files, 'learnings'), ['id: 1 earlier bet on this metric taught something']);
    const [lens] = lensesOf(judged(files), 'a.bet.yaml', new Set(['learnings']));
    assert.ok(lens?.click.type === 'reasons');
    assert.deepEqual(
      lens.click.reasons.map(({ file, span }) => [file, earlier.slice(span.start, span.end)]),
      [
        ['b.bet.yaml', 'Queues move to the door.'],
        ['b.bet.yaml', 'Nobody books at noon.'],
      ],
    );
    assert.deepEqual(shown(files, 'learnings', 'b.bet.yaml'), [], 'a concluded bet has learned');
  });

  it('are the same in Markdown', () => {
    const text = `# BET-8: Loyalty card

**Status:** Measuring
**Shipped:** 2026-11-10

## Metrics

### Core

| Metric | Baseline | Target | Current |
|---|---|---|---|
| Repeat visits | 20% | 30% | 20% |
`;
    assert.deepEqual(shown({ 'a.bet.md': text }, 'metrics', 'a.bet.md'), ['Repeat visits: ✗ missed']);
  });

  it('stand in documents of their own too', () => {
    const rollout = `id: RO-1
stages:
  - { stage: internal, started: 2026-11-20, duration: 1w }
  - { stage: ga, audience: 100% }
`;
    assert.deepEqual(shown({ 'a.rollout.yaml': rollout }, 'stages', 'a.rollout.yaml'), [
      'internal: Day 3 of 7 · Gate after internal: hold (2 reasons)',
    ]);
  });

  it('can be switched off one by one', () => {
    const judge = judged({ 'a.bet.yaml': running });
    for (const sort of lensSorts) {
      const wanted = new Set(lensSorts.filter(other => other !== sort));
      assert.ok(lensesOf(judge, 'a.bet.yaml', wanted).every(lens => lens.sort !== sort));
    }
    assert.deepEqual(lensesOf(judge, 'a.bet.yaml', new Set()), []);
  });
});
