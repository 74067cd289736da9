import assert from 'node:assert/strict';
import { definitionsOf } from '../../../../../src/core/features/navigation/definition.ts';
import { mentionsInFile, referencesTo } from '../../../../../src/core/features/navigation/references.ts';
import { spotAt } from '../../../../../src/core/features/navigation/spot.ts';
import { caretIn, type Caret } from './support.ts';

function definitions(files: Readonly<Record<string, string>>): readonly string[] | undefined {
  const caret = caretIn(files);
  const spot = spotIn(caret);
  const found = spot && definitionsOf(spot.subject, caret.judge, spot.mention.text);
  return found?.map(({ file, selection }) => caret.show({ file, span: selection }));
}

function references(files: Readonly<Record<string, string>>): readonly string[] | undefined {
  const caret = caretIn(files);
  const spot = spotIn(caret);
  return spot && referencesTo(spot.subject, caret.judge).map(caret.show);
}

function highlights(files: Readonly<Record<string, string>>): readonly string[] | undefined {
  const caret = caretIn(files);
  const spot = spotIn(caret);
  const found = spot && mentionsInFile(spot.subject, caret.file, caret.judge);
  return found?.map(each => `${each.mention.role} ${caret.show(each)}`);
}

function spotIn({ judge, file, offset, texts }: Caret): ReturnType<typeof spotAt> {
  return spotAt(judge, file, texts[file] ?? '', offset);
}

const yamlBet = `id: BET-001
title: Guided onboarding
metrics: MX-1
rollout: RO-1
`;

const markdownBet = `# BET-001: Guided onboarding

**Owner:** Maria
`;

const hierarchy = `id: MX-1
lagging:
  - name: Revenue
core:
  - id: activation
    name: Activation rate
    drives: [Revenue]
leading:
  - name: First value action
    drives: [activation]
guardrails:
  - name: Error rate
    threshold: < 2%
`;

const markdownHierarchy = `# Metrics: Shop

**ID:** MX-1

## Lagging metrics

| Metric | Target |
|---|---|
| Revenue | 4 |

## Core metrics

| Metric | Target | Drives |
|---|---|---|
| Activation rate | 45% | Revenue |
`;

describe('go to definition', () => {
  const cases: Record<string, readonly [files: Record<string, string>, wanted: readonly string[] | undefined]> = {
    'from the bet of a rollout': [
      { 'a.bet.yaml': yamlBet, 'r.rollout.yaml': 'id: RO-1\nbet: BET-0‸01\n' },
      ['a.bet.yaml:1 BET-001'],
    ],
    'from a retro in Markdown to a bet in YAML': [
      { 'a.bet.yaml': yamlBet, 'r.retro.md': '# Retro: Guided\n\n**Bet ID:** BET-001‸\n' },
      ['a.bet.yaml:1 BET-001'],
    ],
    'from a launch in YAML to a bet in Markdown': [
      { 'a.bet.md': markdownBet, 'l.launch.yaml': 'id: LA-1\nbet: ‸BET-001\n' },
      ['a.bet.md:1 BET-001'],
    ],
    'from the rollout of a bet': [
      { 'a.bet.yaml': yamlBet.replace('RO-1', 'RO-‸1'), 'r.rollout.yaml': 'id: RO-1\n' },
      ['r.rollout.yaml:1 RO-1'],
    ],
    'from the metrics of a bet to Markdown': [
      { 'a.bet.yaml': yamlBet.replace('MX-1', 'MX-‸1'), 'm.metrics.md': markdownHierarchy },
      ['m.metrics.md:3 MX-1'],
    ],
    'from the bet before': [
      { 'a.bet.yaml': yamlBet, 'b.bet.yaml': 'id: BET-002\niteration: { number: 2, of: BET-‸001 }\n' },
      ['a.bet.yaml:1 BET-001'],
    ],
    'from a track': [
      { 'a.bet.yaml': yamlBet, 't.tracks.yaml': 'id: T\ndiscovery:\n  - bet: ‸BET-001\n    weeks: 1-2\n' },
      ['a.bet.yaml:1 BET-001'],
    ],
    'from a track in Markdown': [
      {
        'a.bet.yaml': yamlBet,
        't.tracks.md':
          '# Tracks: Autumn\n\n| Week | Discovery | Delivery |\n|---|---|---|\n| 1-2 | BET-‸001: Interviews | |\n',
      },
      ['a.bet.yaml:1 BET-001'],
    ],
    'from drives, by id': [
      { 'm.metrics.yaml': hierarchy.replace('[activation]', '[activ‸ation]') },
      ['m.metrics.yaml:5 activation'],
    ],
    'from drives, by name, in any case': [
      { 'm.metrics.yaml': hierarchy.replace('[activation]', '["ACTIVATION ‸rate"]') },
      ['m.metrics.yaml:6 Activation rate'],
    ],
    'from drives in Markdown': [
      { 'm.metrics.md': markdownHierarchy.replace('45% | Revenue', '45% | Rev‸enue') },
      ['m.metrics.md:9 Revenue'],
    ],
    'from a trigger to the metric of its bet, though another bet has one of that name': [
      {
        'a.bet.yaml': yamlBet,
        'm.metrics.yaml': hierarchy,
        'n.metrics.yaml': 'id: MX-2\nguardrails:\n  - name: Error rate\n',
        'r.rollout.yaml': 'id: RO-1\nrollback:\n  triggers:\n    - metric: Error ‸rate\n',
      },
      ['m.metrics.yaml:12 Error rate'],
    ],
    'from the beginning of a trigger’s sentence': [
      {
        'a.bet.yaml': yamlBet,
        'm.metrics.yaml': hierarchy,
        'r.rollout.yaml': 'id: RO-1\nrollback:\n  triggers:\n    - when: error ‸rate above 3% for an hour\n',
      },
      ['m.metrics.yaml:12 Error rate'],
    ],
    'from a trigger in Markdown': [
      {
        'a.bet.yaml': yamlBet,
        'm.metrics.yaml': hierarchy,
        'r.rollout.md': '# Rollout: Guided\n\n**ID:** RO-1\n\n## Rollback triggers\n\n- [ ] Err‸or rate > 3% → pause\n',
      },
      ['m.metrics.yaml:12 Error rate'],
    ],
    'from the row of a retro, by a unique beginning in Markdown': [
      {
        'a.bet.yaml': yamlBet,
        'm.metrics.yaml': hierarchy,
        'r.retro.md':
          '# Retro: Guided\n\n**Bet ID:** BET-001\n\n## Results\n\n| Metric | Target | Actual |\n|---|---|---|\n| Guardrail: Err‸or | 2% | 1% |\n',
      },
      ['m.metrics.yaml:12 Error rate'],
    ],
    'from a name that several hierarchies have and none is nearer': [
      {
        'm.metrics.yaml': hierarchy,
        'n.metrics.yaml': 'id: MX-2\nguardrails:\n  - name: Error rate\n',
        'r.rollout.yaml': 'id: RO-1\nrollback:\n  triggers:\n    - metric: Error ‸rate\n',
      },
      ['m.metrics.yaml:12 Error rate', 'n.metrics.yaml:3 Error rate'],
    ],
    'from the definition itself': [{ 'a.bet.yaml': yamlBet.replace('BET-001', 'BET‸-001') }, ['a.bet.yaml:1 BET-001']],
    'to a file that bears the id as its name': [
      { 'checkout.bet.yaml': 'title: Checkout\n', 'r.rollout.yaml': 'bet: check‸out\n' },
      ['checkout.bet.yaml:1 title'],
    ],
    'to an artifact that is embedded': [
      { 'a.bet.yaml': 'id: BET-1\nmetrics:\n  id: MX-9\n', 'b.bet.yaml': 'id: BET-2\nmetrics: MX-‸9\n' },
      ['a.bet.yaml:3 MX-9'],
    ],
    'to a document that can’t be parsed at the moment': [
      { 'a.bet.yaml': 'id: BET-001\ntitle: "open\n', 'r.rollout.yaml': 'bet: BET-0‸01\n' },
      ['a.bet.yaml:1 '],
    ],
    'from nothing': [{ 'a.bet.yaml': yamlBet.replace('Guided', 'Gui‸ded') }, undefined],
    'from an id that nothing has': [{ 'r.rollout.yaml': 'bet: BET-0‸09\n' }, []],
  };
  for (const [name, [files, wanted]] of Object.entries(cases))
    it(name, () => {
      assert.deepEqual(definitions(files), wanted);
    });

  it('in a text that broke since, where the words still stand unchanged', () => {
    const caret = caretIn({ 'a.bet.yaml': yamlBet, 'r.rollout.yaml': 'id: RO-1\nbet: BET-0‸01\nowner: Maria\n' });
    const broken = 'id: RO-1\nbet: BET-001\nowner: "Maria\n';
    caret.judge.set('r.rollout.yaml', broken);
    const spot = spotAt(caret.judge, 'r.rollout.yaml', broken, caret.offset);
    assert.equal(spot?.mention.text, 'BET-001');
    const moved = `# a comment\n${broken}`;
    caret.judge.set('r.rollout.yaml', moved);
    assert.equal(spotAt(caret.judge, 'r.rollout.yaml', moved, caret.offset), undefined);
  });
});

describe('find references', () => {
  it('of a bet, in both notations', () => {
    const files = {
      'a.bet.yaml': yamlBet.replace('BET-001', '‸BET-001'),
      'b.bet.yaml': 'id: BET-002\niteration: { of: "BET-001" }\n',
      'l.launch.md': '# Launch: Guided\n\n**Bet ID:** [BET-001](a.bet.yaml)\n',
      'r.rollout.yaml': 'id: RO-1\nbet: BET-001\n',
      't.tracks.yaml': 'delivery:\n  - { bet: BET-001, weeks: 1-2 }\n',
    };
    assert.deepEqual(references(files), [
      'b.bet.yaml:2 "BET-001"',
      'l.launch.md:3 BET-001',
      'r.rollout.yaml:2 BET-001',
      't.tracks.yaml:2 BET-001',
    ]);
  });

  it('of one of two kinds that share the name of their files', () => {
    const files = {
      'checkout.bet.yaml': 'title: Checkout\nrollout: checkout\n',
      'checkout.rollout.yaml': 'bet: check‸out\n',
    };
    assert.deepEqual(references(files), ['checkout.rollout.yaml:1 checkout']);
  });

  it('of a metric, by id and by name, and of no other metric of that name', () => {
    const files = {
      'a.bet.yaml': yamlBet,
      'm.metrics.yaml': hierarchy.replace('  - name: Error', '  - name: Er‸ror'),
      'n.metrics.yaml':
        'id: MX-2\nleading:\n  - name: Clicks\n    drives: Error rate\nguardrails:\n  - name: Error rate\n',
      'r.rollout.yaml':
        'id: RO-1\nrollback:\n  triggers:\n    - metric: error-rate\n    - when: Error rate over 3%\n    - when: Error rates\n',
      'x.retro.yaml': 'bet: BET-001\nmetrics:\n  - metric: Error rate\n',
      'y.retro.yaml': 'bet: BET-002\nmetrics:\n  - metric: Error rates\n',
    };
    assert.deepEqual(references(files), [
      'r.rollout.yaml:4 error-rate',
      'r.rollout.yaml:5 Error rate',
      'x.retro.yaml:3 Error rate',
    ]);
  });

  it('of a metric whose name is object-like text', () => {
    assert.deepEqual(
      references({
        'm.metrics.yaml': 'core:\n  - name: const‸ructor\nleading:\n  - name: toString\n    drives: constructor\n',
      }),
      ['m.metrics.yaml:5 constructor'],
    );
  });
});

describe('highlights', () => {
  it('tell where a metric is named and where it is used', () => {
    assert.deepEqual(highlights({ 'm.metrics.yaml': hierarchy.replace('[activation]', '[activ‸ation]') }), [
      'id m.metrics.yaml:5 activation',
      'name m.metrics.yaml:6 Activation rate',
      'reference m.metrics.yaml:10 activation',
    ]);
  });

  it('in Markdown', () => {
    assert.deepEqual(highlights({ 'm.metrics.md': markdownHierarchy.replace('| Revenue | 4', '| Rev‸enue | 4') }), [
      'name m.metrics.md:9 Revenue',
      'reference m.metrics.md:15 Revenue',
    ]);
  });

  it('of a bet in its backlog', () => {
    const backlog =
      '# Bet backlog\n\n### BET-0‸01: One\n\n**Status:** Proposed\n\n### BET-002: Two\n\n**Iteration of:** BET-001\n';
    assert.equal(highlights({ 'all.bet.md': backlog })?.[0], 'id all.bet.md:3 BET-001');
  });
});
