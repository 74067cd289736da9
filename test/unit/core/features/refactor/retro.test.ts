import assert from 'node:assert/strict';
import { recordDecision } from '../../../../../src/core/features/refactor/record-decision.ts';
import { startRetro } from '../../../../../src/core/features/refactor/start-retro.ts';
import { addedLines, after, caretLine, contextOf, foreign, newRules, refusedFor } from './support.ts';
import { measuredMarkdown, measuredYaml } from './texts.ts';

const yaml = { 'cup.bet.yaml': measuredYaml };
const markdown = { 'cup.bet.md': measuredMarkdown };

/** What a retro that has just begun is told to write. */
const toWrite = new Set([
  'retro/decision-missing',
  'retro/hypothesis-unresolved',
  'retro/learnings-missing',
  'retro/next-steps-unowned',
]);

describe('features/refactor: start the retro', function () {
  this.timeout(20_000);

  it('fills in what was promised and what it is now, in YAML', () => {
    const answer = startRetro(contextOf(yaml), { file: 'cup.bet.yaml' });
    const now = after(yaml, answer);
    assert.deepEqual(addedLines(measuredYaml, now['cup.bet.yaml'] ?? ''), [
      '  held: 2026-11-22',
      '  timebox: { start: 2026-09-07, end: 2026-11-02 }',
      '  shipped: 2026-10-01',
      '  metrics:',
      '    - { metric: returns, role: primary, baseline: 6%, target: 9%, actual: 8% }',
      '    - { metric: revenue, role: secondary, baseline: $4.2M, target: $5M, actual: $4.4M }',
      '    - { metric: Coupons kept, role: secondary, baseline: 31%, target: 50%, actual: 52% }',
      '    - { metric: queue, role: guardrail, threshold: < 6 min, actual: 4 min }',
      '  hypothesis:',
      '    result: ',
    ]);
    assert.equal(caretLine(yaml, answer), '    result: |');
    assert.deepEqual(
      newRules(yaml, now).filter(rule => !toWrite.has(rule)),
      [],
    );
  });

  it('writes under the heading of the retro, in Markdown', () => {
    const answer = startRetro(contextOf(markdown), { file: 'cup.bet.md' });
    const now = after(markdown, answer);
    const text = now['cup.bet.md'] ?? '';
    const retro = text.slice(text.indexOf('## Retro'), text.indexOf('## Notes'));
    assert.ok(retro.includes('**Scheduled:** 2026-11-20') && retro.includes('**Held:** 2026-11-22'), retro);
    assert.ok(retro.includes('| Afternoon returns | primary | 6% | 9% | | 8% |'), retro);
    assert.ok(retro.includes('<!-- bring cake -->'), retro);
    addedLines(measuredMarkdown, text);
    assert.equal(caretLine(markdown, answer), '**Hypothesis status:** |');
    assert.deepEqual(
      newRules(markdown, now).filter(rule => !toWrite.has(rule)),
      [],
    );
  });

  it('keeps CRLF and the byte order mark in both notations', () => {
    for (const [file, text] of Object.entries({ ...yaml, ...markdown })) {
      const files = { [file]: foreign(text) };
      const now = after(files, startRetro(contextOf(files), { file }))[file] ?? '';
      const plain = after({ [file]: text }, startRetro(contextOf({ [file]: text }), { file }))[file] ?? '';
      assert.equal(now, foreign(plain));
    }
  });

  it('adds rows only for metrics that have none', () => {
    const files = {
      'a.bet.yaml':
        'id: BET-1\nmetrics: { core: [{ name: A, target: 2 }, { name: B, target: 3 }] }\nretro:\n  metrics:\n    - { metric: a, actual: 1 } # counted\n',
    };
    const now = after(files, startRetro(contextOf(files), { file: 'a.bet.yaml' }));
    assert.ok(
      (now['a.bet.yaml'] ?? '').includes(
        '    - { metric: a, actual: 1 } # counted\n    - { metric: B, role: secondary, target: 3 }\n  held:',
      ),
      now['a.bet.yaml'],
    );
  });

  it('is a file of its own where the other parts are', () => {
    const files = {
      'a.bet.yaml': 'id: BET-1\ntitle: One\nrollout: RO-1\nmetrics: { core: [{ name: A, target: 2 }] }\n',
      'a.rollout.yaml': 'id: RO-1\nstages: [internal]\n',
    };
    const now = after(files, startRetro(contextOf(files), { file: 'a.bet.yaml' }));
    assert.equal(now['a.bet.yaml'], files['a.bet.yaml']);
    const made = now['RETRO-001-one.retro.yaml'] ?? '';
    assert.ok(made.startsWith('kind: retro\nid: RETRO-001\ntitle: One\nbet: BET-1\nheld: 2026-11-22\n'), made);
  });

  it('is refused where one was held, where there is no bet, and behind an anchor', () => {
    const cases: Readonly<Record<string, readonly [Readonly<Record<string, string>>, number]>> = {
      held: [{ 'a.bet.yaml': 'id: B\nretro: { held: 2026-11-01 }\n' }, 1],
      'no bet': [{ 'a.bet.yaml': 'kind: tracks\nid: T\n' }, 0],
      'a retro that is nowhere': [{ 'a.bet.yaml': 'id: B\nretro: RETRO-9\n' }, 0],
      'an alias': [{ 'a.bet.yaml': 'id: B\nx-r: &r { facilitator: Mo }\nretro: *r\n' }, 0],
      'a row': [{ 'a.bet.md': '# Bet Backlog\n\n| Bet ID | Name |\n|---|---|\n| BET-1 | One |\n' }, 0],
    };
    for (const [name, [files, places]] of Object.entries(cases)) {
      const file = Object.keys(files)[0] ?? '';
      assert.equal(refusedFor(startRetro(contextOf(files), { file })).places, places, name);
    }
    const once = after(yaml, startRetro(contextOf(yaml), { file: 'cup.bet.yaml' }));
    assert.equal(startRetro(contextOf(once), { file: 'cup.bet.yaml' }).type, 'refused');
  });
});

describe('features/refactor: record the decision', function () {
  this.timeout(20_000);

  it('concludes the bet and writes the reason, in YAML', () => {
    const answer = recordDecision(
      contextOf(yaml),
      { file: 'cup.bet.yaml' },
      { outcome: 'kill', why: 'Too dear', by: 'Ines' },
    );
    const now = after(yaml, answer)['cup.bet.yaml'] ?? '';
    assert.ok(now.includes('status: concluded # since October\n'), now);
    assert.ok(now.endsWith('  held: 2026-11-22\n  decision: { outcome: kill, why: Too dear, by: Ines }\n'), now);
    // The results speak for another round.
    assert.equal(answer.type === 'plan' && answer.warnings.length, 1);
  });

  it('concludes the bet and writes the reason, in Markdown', () => {
    const answer = recordDecision(
      contextOf(markdown),
      { file: 'cup.bet.md' },
      { outcome: 'iterate', newHypothesis: 'Rain: cups' },
    );
    const now = after(markdown, answer);
    const text = now['cup.bet.md'] ?? '';
    assert.ok(text.includes('**Status:** concluded  \n') && text.includes('> Rain: cups'), text);
    assert.equal(caretLine(markdown, answer), '**Rationale:** |');
    const next = now['BET-032-second-cup-free.bet.md'] ?? '';
    assert.ok(
      next.includes('iteration: { number: 2, of: BET-031 }') && next.includes("hypothesis: 'Rain: cups'"),
      next,
    );
    assert.ok(!newRules(markdown, now).some(rule => /^(?:reference|document|bet\/iteration)/.test(rule)));
  });

  it('makes the next round with its hypothesis left to be written, and without the values of this one', () => {
    const now = after(
      yaml,
      recordDecision(contextOf(yaml), { file: 'cup.bet.yaml' }, { outcome: 'iterate', why: 'Nearly' }),
    );
    const next = now['BET-032-second-cup-free.bet.yaml'] ?? '';
    assert.ok(next.includes('iteration: { number: 2, of: BET-031 }\n') && next.includes('\nhypothesis: \n'), next);
    assert.ok(next.includes('target: 9%') && !next.includes('current'), next);
    const rules = newRules(yaml, now);
    assert.ok(rules.includes('bet/hypothesis-missing'));
    assert.ok(!rules.some(rule => /^(?:reference|document|value|metrics)\//.test(rule)), rules.join());
  });

  it('takes over a hierarchy by its id', () => {
    const files = {
      'a.bet.yaml': 'id: BET-1\ntitle: One\nstatus: measuring\nmetrics: MET-1\n',
      'a.metrics.yaml': 'id: MET-1\ncore: [A]\n',
    };
    const now = after(files, recordDecision(contextOf(files), { file: 'a.bet.yaml' }, { outcome: 'iterate' }));
    assert.ok(now['BET-2-one.bet.yaml']?.includes('metrics: MET-1\n'), Object.keys(now).join());
  });

  it('refuses a fourth round, unless there is a reason for it', () => {
    const files = { 'a.bet.yaml': 'id: BET-1\nstatus: measuring\niteration: 3\n' };
    const refusal = refusedFor(recordDecision(contextOf(files), { file: 'a.bet.yaml' }, { outcome: 'iterate' }));
    assert.deepEqual([refusal.places, refusal.overridable], [1, true]);
    const now = after(
      files,
      recordDecision(contextOf(files), { file: 'a.bet.yaml' }, { outcome: 'iterate', override: 'One more' }),
    );
    assert.ok(now['a.bet.yaml']?.includes('why: One more'));
    assert.ok(Object.values(now).some(text => text.includes('number: 4')));
  });

  it('refuses a second decision', () => {
    const now = after(yaml, recordDecision(contextOf(yaml), { file: 'cup.bet.yaml' }, { outcome: 'scale', why: 'x' }));
    assert.equal(refusedFor(recordDecision(contextOf(now), { file: 'cup.bet.yaml' }, { outcome: 'kill' })).places, 1);
  });
});
