import assert from 'node:assert/strict';
import { hintSorts } from '../../../../src/core/features/inlay-hints/inlay-hint.ts';
import { inlayHintsOf } from '../../../../src/core/features/inlay-hints/inlay-hints.ts';
import { spanOf } from '../../../../src/core/text/span.ts';
import { judged } from '../../../support/workspace.ts';

/** The text with its hints in it, between ⟨ and ⟩. Today is Sunday, 2026-11-22. */
function hinted(text: string, file = 'a.bet.yaml', wanted: readonly ('dates' | 'values')[] = hintSorts): string {
  const hints = inlayHintsOf(judged({ [file]: text }), file, spanOf(0, text.length), new Set(wanted));
  let shown = '';
  let at = 0;
  for (const { offset, label } of hints) {
    shown += `${text.slice(at, offset)}⟨${label}⟩`;
    at = offset;
  }
  return shown + text.slice(at);
}

/** Takes the hints out of the expected text, and expects them to be found again. */
function expectHints(expected: string, file?: string): void {
  assert.equal(hinted(expected.replace(/⟨[^⟩]*⟩/g, ''), file), expected);
}

describe('inlay hints', () => {
  it('say when a timebox ends, and how long that is', () => {
    expectHints('id: B\ntimebox: { start: 2026-10-26, duration: 6w⟨ends Mon 2026-12-07, in 15 days⟩ }\n');
    expectHints('id: B\ntimebox: { start: 2026-10-26, end: 2026-11-22⟨today⟩ }\n');
    expectHints('id: B\ntimebox: { start: 2026-10-26, end: 2026-11-21⟨1 day ago⟩ }\n');
    expectHints('id: B\ntimebox: { start: 2026-01-31, duration: 1mo⟨ends Sat 2026-02-28, 267 days ago⟩ }\n');
  });

  it('count no days once all is decided', () => {
    expectHints(
      'id: B\nstatus: concluded\ntimebox: { start: 2026-10-26, duration: 2w⟨ends Mon 2026-11-09⟩ }\nretro: { scheduled: 2026-11-20 }\n',
    );
  });

  it('say until when the running stages run, and leave planned and ended ones alone', () => {
    expectHints(
      `bet: B
stages:
  - { stage: internal, started: 2026-11-02, ended: 2026-11-09, duration: 1w }
  - stage: beta
    started: 2026-11-16
    duration: 1-2 weeks⟨until Mon 2026-11-30, in 8 days⟩
    exit:
      - { text: Support agrees, due: 2026-11-24⟨in 2 days⟩ }
      - { text: No crash, due: 2026-11-20, done: true }
  - { stage: ga, duration: 2w }
flag: { name: slots, cleanupBy: 2026-12-22⟨in 30 days⟩ }
`,
      'a.rollout.yaml',
    );
  });

  it('count the days to a retro that was not held, and to what a launch still needs', () => {
    expectHints('bet: B\nscheduled: 2026-12-01⟨in 9 days⟩\n', 'a.retro.yaml');
    expectHints('bet: B\nscheduled: 2026-11-01\nheld: 2026-11-02\n', 'a.retro.yaml');
    expectHints(
      'tier: 2\ndate: 2026-11-29⟨in 7 days⟩\ncomponents:\n  documentation: { status: doing, due: 2026-11-20⟨2 days ago⟩ }\n  positioning: { status: done, due: 2026-11-20 }\n',
      'a.launch.yaml',
    );
  });

  it('say what counts from the baseline comes to', () => {
    expectHints(
      `core:
  - { name: Conversion, baseline: 38%, target: +5pp⟨= 43%⟩ }
guardrails:
  - { name: Refunds, baseline: 4%, threshold: <= baseline + 1pp⟨<= 5%⟩ }
  - { name: Basket, baseline: $40, threshold: within 5% of baseline⟨$38 to $42⟩ }
  - { name: Nothing known, threshold: <= baseline + 1pp }
`,
      'a.metrics.yaml',
    );
  });

  it('put times into the unit of the goal', () => {
    expectHints(
      'guardrails:\n  - { name: Start, baseline: 900 ms⟨= 0.9 s⟩, threshold: < 1.2 s, current: 1 s }\n',
      'a.metrics.yaml',
    );
  });

  it('stand in Markdown too', () => {
    expectHints(
      '# BET-8: Loyalty\n\n## Metrics\n\n### Core\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Visits | 20% | +10%⟨= 22%⟩ |\n',
      'a.bet.md',
    );
  });

  it('come for the part of the file that is asked for, and of the sort that is wanted', () => {
    const text =
      'id: B\ntimebox: { start: 2026-10-26, end: 2026-11-25 }\nmetrics: { core: [{ name: C, baseline: 1%, target: +1pp }] }\n';
    assert.equal(hinted(text, 'a.bet.yaml', []), text);
    assert.match(hinted(text, 'a.bet.yaml', ['dates']), /25⟨in 3 days⟩.*\n.*1pp }/);
    assert.match(hinted(text, 'a.bet.yaml', ['values']), /25 }\n.*⟨= 2%⟩/);
    const judge = judged({ 'a.bet.yaml': text });
    const end = text.indexOf('metrics');
    assert.deepEqual(
      inlayHintsOf(judge, 'a.bet.yaml', spanOf(0, end), new Set(hintSorts)).map(({ sort }) => sort),
      ['dates'],
    );
  });
});
