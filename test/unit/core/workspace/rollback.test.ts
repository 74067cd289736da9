import assert from 'node:assert/strict';
import { computedOf } from '../../../../src/core/computed/computed.ts';
import { metricIndex } from '../../../../src/core/model/metric-index.ts';
import { isVanity } from '../../../../src/core/model/connection.ts';
import { resolveDrives } from '../../../../src/core/model/drives.ts';
import { metricsOf, type TieredMetric } from '../../../../src/core/model/tiers.ts';
import { metricAtStart, metricNames } from '../../../../src/core/model/trigger-metrics.ts';
import { entriesWithId } from '../../../../src/core/report/entry.ts';
import { showJson } from '../../../../src/core/report/entry-json.ts';
import type { Judge } from '../../../../src/core/service.ts';
import { lineStartsOf } from '../../../../src/core/text/lines.ts';
import { judged, testSettings } from '../../../support/workspace.ts';

const bet = `id: BET-401
title: Night bus
owner: Ada Quist
status: rollingOut
hypothesis: We believe that a night bus will result in 20% more riders.
timebox: { start: 2026-11-02, duration: 8w }
metrics: MX-401
rollout: RO-401
launch: LA-401
`;
const metrics = `id: MX-401
core:
  - name: Riders per night
    target: 900
guardrails:
  - name: Complaint rate (per 100 rides)
    threshold: < 2
    current: 3
  - name: Punctuality
    threshold: '>= 90%'
    current: 95%
`;
const rollout = (rollback: string): string => `# Rollout: Night bus

**Rollout ID:** RO-401
**Feature flag:** night-bus

## Stage 1: Internal

**Duration:** 1w
**Started:** 2026-11-09
**Exit criteria:**
- [ ] a week without a breakdown

## Stage 2: Beta (10%)

**Exit criteria:**
- [ ] two calm nights

${rollback}`;
const launch = `# Launch: Night bus

**Launch ID:** LA-401
**Owner:** Tom Reyes
**Tier:** 4

## Rollback Triggers

- Complaint rate > 2 → roll back
- Any accident: pause
`;
const own = `## Rollback plan

**Rollback owner:** Tom Reyes
**Rollback triggers:**
- Complaint rate > 2 → investigate
`;

function workspace(rollback: string, withLaunch: string): Judge {
  return judged({
    'bus.bet.yaml': bet,
    'bus.metrics.yaml': metrics,
    'bus.rollout.md': rollout(rollback),
    ...(withLaunch && { 'bus.launch.md': withLaunch }),
  });
}

function rulesIn(judge: Judge, file: string): readonly string[] {
  return judge
    .findings(file)
    .map(({ rule }) => rule)
    .filter(rule => rule.includes('trigger') || rule.includes('rollback'));
}

function computed(judge: Judge): ReturnType<typeof computedOf> {
  const artifact = judge.workspace.get('bus.bet.yaml')?.model.artifacts[0];
  assert.ok(artifact);
  return computedOf(artifact, judge.workspace.lookup, testSettings());
}

describe('rollback triggers', () => {
  it('are missing where neither the rollout nor its launch has one', () => {
    const judge = workspace('', '');
    assert.deepEqual(rulesIn(judge, 'bus.rollout.md'), ['rollout/rollback-owner-missing', 'rollout/trigger-missing']);
  });

  it('of a launch are the rollout’s where that has none', () => {
    const judge = workspace('', launch);
    assert.deepEqual(rulesIn(judge, 'bus.rollout.md'), ['rollout/rollback-owner-missing']);
    assert.deepEqual(
      judge
        .findings('bus.metrics.yaml')
        .filter(({ rule }) => rule === 'rollout/guardrail-not-a-trigger')
        .map(({ span }) => metrics.slice(span.start, span.end)),
      ['Punctuality'],
    );
    const { gate } = computed(judge);
    assert.equal(gate?.value, 'rollBack');
    assert.ok(
      gate.reasons.some(
        ({ file, span }) => file === 'bus.launch.md' && launch.slice(span.start).startsWith('Complaint'),
      ),
    );
  });

  it('of the rollout itself come first', () => {
    const judge = workspace(own, launch);
    assert.deepEqual(rulesIn(judge, 'bus.rollout.md'), []);
    assert.equal(computed(judge).gate?.value, 'hold');
  });

  it('guard what they name even where no rollout is written', () => {
    const judge = judged({
      'bus.bet.yaml': bet.replace('rollout: RO-401\n', ''),
      'bus.metrics.yaml': metrics,
      'bus.launch.md': `${launch}- Punctuality below 90%\n`,
    });
    assert.equal(computed(judge).readiness?.guarded.value, 'met');
  });

  it('of a launch inside a bet in Markdown count as well', () => {
    const text = `# Bet: Night bus\n\n**Bet ID:** BET-402\n**Owner:** Ada Quist\n\n## Guardrails\n\n| Guardrail | Threshold | Alert at |\n|---|---|---|\n| Complaint rate | < 2 | < 1 |\n\n## Launch\n\n**Tier:** 4\n\n### Rollback Triggers\n\n- Complaint rate above 2\n`;
    const judge = judged({ 'n.bet.md': text });
    const artifact = judge.workspace.get('n.bet.md')?.model.artifacts[0];
    assert.ok(artifact);
    assert.equal(computedOf(artifact, judge.workspace.lookup, testSettings()).readiness?.guarded.value, 'met');
  });

  it('have the metric with whose name they begin, and are else a sentence', () => {
    const judge = workspace(`${own}- Punctuality\n- Two drivers call in sick, pause\n`, '');
    const [entry] = entriesWithId('RO-401', judge);
    assert.ok(entry);
    const json = showJson(entry, judge, () => lineStartsOf('')) as unknown as {
      artifact: { rollback: { triggers: unknown } };
    };
    assert.deepEqual(json.artifact.rollback.triggers, [
      { metric: 'complaint-rate-per-100-rides', action: 'investigate' },
      { metric: 'punctuality' },
      { when: 'Two drivers call in sick, pause', action: 'pause' },
    ]);
  });
});

describe('a metric at the beginning of a sentence', () => {
  const named = (names: readonly string[]) =>
    metricNames(
      names.map((name, index): TieredMetric => ({ tier: 'guardrails', id: `m${index}`, name, metric: none })),
    );
  const none = { type: 'object', span: { start: 0, end: 0 } } as const;
  const found = (sentence: string, ...names: string[]): string | undefined =>
    metricAtStart(sentence, named(names))?.metric.name;

  it('is called by its whole name, the longest first', () => {
    assert.equal(
      found('Error rate of checkout > 2%', 'Error rate', 'Error rate of checkout'),
      'Error rate of checkout',
    );
    assert.equal(found('p95-latency exceeds 300 ms', 'P95 latency'), 'P95 latency');
  });

  it('is called by a beginning that is its alone', () => {
    assert.equal(found('Error rate > 2%', 'Error rate (5xx)', 'Load time'), 'Error rate (5xx)');
    assert.equal(found('Error rate > 2%', 'Error rate (5xx)', 'Error rate (4xx)'), undefined);
  });

  it('is not called by a sentence that only speaks of it', () => {
    assert.equal(found('Two errors in a row', 'Error rate'), undefined);
    assert.equal(found('If the error rate is above 2%', 'Error rate'), undefined);
    assert.equal(found('', 'Error rate'), undefined);
  });
});

describe('questions about one hierarchy', () => {
  const count = 300;
  const file = `id: MX-402\nlagging:\n  - name: Top\nleading:\n${Array.from({ length: count }, (_, index) => `  - name: Metric ${index}\n    selection: { actionable: false }\n    drives: ${index === 0 ? 'Top' : `Metric ${index - 1}`}\n`).join('')}`;

  /** The same metrics, and how often they were looked at. */
  function watched(): { readonly metrics: readonly TieredMetric[]; readonly looks: () => number } {
    let looks = 0;
    const model = judged({ 'm.metrics.yaml': file }).workspace.get('m.metrics.yaml')?.model.artifacts[0]?.model;
    assert.ok(model);
    const metrics = metricsOf(model as Parameters<typeof metricsOf>[0]).map(metric =>
      Object.defineProperty({ ...metric }, 'name', {
        get() {
          looks++;
          return metric.name;
        },
      }),
    );
    return { metrics, looks: () => looks };
  }

  it('by name look at each metric a few times, however many are asked for', () => {
    const { metrics, looks } = watched();
    for (let index = 0; index < count; index++) {
      assert.equal(metricIndex(metrics).find(`metric ${index}`), metrics[index + 1]);
      metricIndex(metrics).findBegun(`metric ${index}x`);
    }
    assert.ok(looks() <= 4 * metrics.length, `${looks()} looks`);
  });

  it('about paths up to the top follow each arrow once', () => {
    const { metrics } = watched();
    let looks = 0;
    const drives = resolveDrives(metrics).map(drive =>
      Object.defineProperty({ ...drive }, 'from', {
        get() {
          looks++;
          return drive.from;
        },
      }),
    );
    assert.equal(metrics.filter(metric => isVanity(metric, drives)).length, count - 1);
    assert.ok(looks <= 3 * drives.length, `${looks} looks`);
  });
});
