import assert from 'node:assert/strict';
import { describeArtifact } from '../../../../src/core/features/hover/artifact.ts';
import { fieldInBody } from '../../../../src/core/features/hover/field.ts';
import { whyAt } from '../../../../src/core/features/hover/finding.ts';
import { asText } from '../../../../src/core/features/hover/markdown.ts';
import { describeMetric, spark } from '../../../../src/core/features/hover/metric.ts';
import { judged } from '../../../support/workspace.ts';

const bet = `id: BET-7
title: Pick-up *slots*
owner: Ines
status: rollingOut
hypothesis: We believe that slots will shorten queues.
timebox: { start: 2026-10-26, end: 2026-12-30 }
metrics:
  lagging: [{ name: Retention }]
  core:
    - name: Waiting time
      drives: [Retention]
      baseline: 9 min
      target: 5 min
      history: [{ date: 2026-11-01, value: 9 min }, { date: 2026-11-08, value: 7 min }, { date: 2026-11-15, value: 5 min }]
  leading: [{ name: Slots booked, drives: [Waiting time] }]
rollout:
  stages:
    - { stage: internal, started: 2026-10-26 }
    - { stage: beta, started: 2026-12-01 }
retro: { scheduled: 2026-12-02 }
`;

describe('what is said of an id', () => {
  const [part] = partsOf('BET-7', { 'a.bet.yaml': bet });

  it('is title, owner, status, readiness, gate and what comes next', () => {
    const words = part ?? '';
    assert.match(words, /^\*\*Pick\\-up \\\*slots\\\*\*\* \(bet `BET-7`\)$/m, 'nothing of a title is markup');
    for (const said of ['**Owner:** Ines', '**Status:** rolling out', '**Ready:** 2 of 7', 'Gate after internal: hold'])
      assert.ok(words.includes(said), said);
    assert.match(words, /\*\*Next:\*\* beta starts on 2026-12-01 \(in 9 days\)/);
  });

  it('is of a part the bet that it belongs to', () => {
    const rollout = 'id: RO-1\nbet: BET-7\nowner: Tim\nstages: [{ stage: alpha }]\n';
    const [words] = partsOf('RO-1', { 'a.bet.yaml': 'id: BET-7\ntitle: Slots\n', 'b.rollout.yaml': rollout });
    assert.match(words ?? '', /^\*\*RO\\-1\*\* \(rollout `RO-1`\)\n\n\*\*Owner:\*\* Tim · \*\*Bet:\*\* Slots$/);
  });

  function partsOf(id: string, files: Readonly<Record<string, string>>): readonly string[] {
    const judge = judged(files);
    return judge.workspace.lookup
      .withId(id)
      .flatMap(target => (target.type === 'part' ? [describeArtifact(target.part, judge)] : []));
  }
});

describe('what is said of a metric', () => {
  it('is its place in the hierarchy, its verdict and the course of its values', () => {
    const judge = judged({ 'a.bet.yaml': bet });
    const [place] = judge.workspace.lookup.metricsCalled('waiting-time');
    assert.ok(place);
    const words = describeMetric(place, judge);
    assert.match(words, /^\*\*Waiting time\*\* \(primary core metric\)/);
    assert.ok(words.includes('**Current:** 5 min'), 'the last reading is the value of now');
    assert.ok(words.includes('✓ Hit: '));
    assert.ok(
      words.includes('History: █▅▁') || words.includes('History: █▄▁') || words.includes('History: █▅▁'),
      words,
    );
    assert.ok(words.includes('**Drives:** Retention · **Driven by:** Slots booked'));
  });

  it('draws values as blocks, and nothing of a single one or of none that is finite', () => {
    assert.equal(spark([1, 8]), '▁█');
    assert.equal(spark([3, 3, 3]), '▄▄▄');
    assert.equal(spark([5]), '');
    assert.equal(spark([Infinity, NaN, 1]), '');
    assert.equal(spark(Array.from({ length: 1000 }, (_, index) => index)).length, 24);
    assert.equal(spark([-Number.MAX_VALUE, Number.MAX_VALUE]), '▁█');
  });
});

describe('what is said of a finding', () => {
  it('is why its rule matters, once for each rule, at its place alone', () => {
    const text = 'id: BET-1\nhypothesis: x\n';
    const judge = judged({ 'a.bet.yaml': text });
    assert.deepEqual(
      whyAt(judge, 'a.bet.yaml', 1).map(words => words.slice(0, words.indexOf(':'))),
      ['`bet/owner-missing`'],
    );
    assert.deepEqual(whyAt(judge, 'a.bet.yaml', text.length), []);
  });
});

describe('a field in the body of Markdown', () => {
  const text =
    '# BET-8: Loyalty card\n\n**Owner:** Ines\n\n### Guardrails\n\n| Metric | Threshold |\n|---|---|\n| Refunds | < 2% |\n';
  const [artifact] = judged({ 'a.bet.md': text }).workspace.get('a.bet.md')?.model.artifacts ?? [];
  const at = (word: string): string | undefined => {
    const place = artifact && fieldInBody(artifact, text.indexOf(word) + 1);
    return place && `${place.object}.${place.field} ${text.slice(place.span.start, place.span.end)}`;
  };

  it('is found at its value', () => {
    assert.equal(at('Ines'), 'Owner.name Ines');
    assert.equal(at('< 2%'), 'Metric.threshold < 2%');
    assert.equal(at('Refunds'), 'Metric.name Refunds');
    assert.equal(at('|---'), undefined);
  });
});

describe('text of a file in Markdown of ours', () => {
  it('is no markup, no link and no line of its own', () => {
    for (const hostile of [
      '[x](command:evil)',
      '![x](https://x/y.png)',
      '<img src=x>',
      '`a`',
      'a\n# b',
      '$(trash)',
      'www.x.y',
    ])
      assert.doesNotMatch(asText(hostile), /(?<!\\)[[\]()<>`#$!]|\n|www\./);
  });
});
