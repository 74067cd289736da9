import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { symbolsOf, type OutlineSymbol } from '../../../../src/core/features/symbols.ts';
import { judged } from '../../../support/workspace.ts';

function symbolsIn(text: string, file = 'a.bet.yaml'): readonly OutlineSymbol[] {
  const entry = judged({ [file]: text }).workspace.get(file);
  return entry === undefined ? [] : symbolsOf(entry.model);
}

/** Names and details, indented by depth. */
function outline(symbols: readonly OutlineSymbol[], depth = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${depth}${name}${detail === '' ? '' : ` (${detail})`}`,
    ...outline(children, `${depth}  `),
  ]);
}

function assertNested(symbols: readonly OutlineSymbol[], text: string, from = 0, to = text.length): void {
  for (const { name, span, selection, children } of symbols) {
    assert.ok(from <= span.start && span.start <= span.end && span.end <= to, `${name} lies in its parent`);
    assert.ok(span.start <= selection.start && selection.end <= span.end, `${name} is marked inside itself`);
    assertNested(children, text, span.start, span.end);
  }
}

const whole = `kind: bet
id: BET-1
title: Guided onboarding
owner: { name: Maria }
rollout:
  stages:
    - stage: internal
      started: 2026-10-01
      ended: 2026-10-05
    - audience: 10%
metrics:
  core:
    - name: Activation rate
      baseline: 38%
      target: 45%
      current: 46%
  guardrails:
    - { id: errors, threshold: < 2%, current: 5% }
    - name: Tickets
---
kind: metrics
lagging:
  - Revenue
`;

describe('symbols', () => {
  it('are artifacts, their sections, and metrics and stages in these, in the order of the file', () => {
    assert.deepEqual(outline(symbolsIn(whole)), [
      'Guided onboarding (bet BET-1)',
      '  rollout',
      '    stages',
      '      internal (2026-10-01 – 2026-10-05)',
      '      stage 2',
      '  metrics',
      '    core',
      '      Activation rate (core, hit)',
      '    guardrails',
      '      errors (guardrail, breached)',
      '      Tickets (guardrail)',
      'a (metrics)',
      '  lagging',
      '    Revenue (lagging)',
    ]);
  });

  it('select what they are called by', () => {
    const [bet] = symbolsIn(whole);
    const selected = (symbol: OutlineSymbol | undefined): string =>
      symbol === undefined ? '' : whole.slice(symbol.selection.start, symbol.selection.end);
    assert.equal(selected(bet), 'Guided onboarding');
    assert.equal(selected(bet?.children[1]), 'metrics');
    assert.equal(selected(bet?.children[1]?.children[0]?.children[0]), 'Activation rate');
    assert.equal(selected(bet?.children[1]?.children[1]?.children[0]), 'errors');
  });

  it('stand in the front matter of Markdown, at their places in the file', () => {
    const text = `---\nid: BET-1\nmetrics:\n  core: [{ name: Activation }]\n---\n# Text\n`;
    const symbols = symbolsIn(text, 'a.bet.md');
    assert.deepEqual(outline(symbols), ['Text (bet BET-1)', '  metrics', '    core', '      Activation (core)']);
    assert.equal(symbols[0]?.span.start, 4);
    assertNested(symbols, text);
  });

  it('are nested also where aliases bring in what stands elsewhere', () => {
    const text = `kind: bet
x-all: &all [{ name: One }, { name: Two }]
x-base: &base { title: Elsewhere, id: BET-9 }
<<: *base
metrics:
  core: *all
  guardrails: *all
`;
    const symbols = symbolsIn(text);
    assert.deepEqual(outline(symbols).length, 8);
    assertNested(symbols, text);
  });

  it('are nested in every prefix of a file, and in the examples', () => {
    for (let end = 0; end <= whole.length; end += 3) assertNested(symbolsIn(whole.slice(0, end)), whole.slice(0, end));
    const folder = join(import.meta.dirname, '../../../../examples/bets');
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      const symbols = symbolsIn(text, name);
      assert.ok(symbols.length > 0, name);
      assertNested(symbols, text);
    }
  });

  it('of a document that is broken are its id alone, and the others stay', () => {
    const text = 'id: BET-1\ntitle: [\n---\nid: BET-2\n';
    assert.deepEqual(
      symbolsIn(text).map(({ detail }) => detail.split(' ')[0]),
      ['bet', 'bet'],
    );
    assertNested(symbolsIn(text), text);
  });
});
