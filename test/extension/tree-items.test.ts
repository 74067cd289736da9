import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeBet } from '../../src/server/protocol.ts';
import { betItem, groupItem, type BetNode } from '../../src/extension/tree/items.ts';

const today = '2026-11-22';
const start = { line: 3, character: 0 };
const calm: TreeBet = {
  id: 'BET-001',
  title: 'Guided onboarding',
  owner: 'Ines Okafor',
  uri: 'file:///w/bets/BET-001.bet.yaml',
  range: { start, end: { line: 3, character: 11 } },
  stale: false,
  retro: { state: 'scheduled', date: '2026-11-30' },
  readiness: { met: 5, of: 7, open: ['retro', 'gtm'] },
  errors: 0,
  warnings: 0,
  mode: 'scaling',
};

describe('an item of the tree', () => {
  it('tells owner, retro and readiness, and leads to its line', () => {
    const item = itemOf({});
    assert.equal(labelOf(item), 'Guided onboarding');
    assert.deepEqual(descriptionOf(item), ['Ines Okafor', 'retro Nov 30', '5/7 ready']);
    assert.deepEqual(item.command?.arguments, [{ uri: calm.uri, range: calm.range }]);
    assert.equal(item.command.command, 'betwright.reveal');
  });

  it('says first what is late, and for how long', () => {
    const item = itemOf({ retro: { state: 'overdue', date: '2026-11-10' } });
    assert.deepEqual(descriptionOf(item), ['retro overdue 12 days', 'Ines Okafor', '5/7 ready']);
  });

  it('asks for no retro before work begins', () => {
    assert.ok(!descriptionOf(itemOf({ retro: { state: 'none' } }, 'proposed')).some(fact => fact.includes('retro')));
    assert.ok(descriptionOf(itemOf({ retro: { state: 'none' } })).some(fact => fact.includes('retro')));
  });

  it('shows what is wrong by the shape of its icon, the last good state too', () => {
    const icons = [{}, { warnings: 1 }, { warnings: 1, errors: 1 }, { errors: 1, stale: true }].map(iconOf);
    assert.equal(new Set(icons).size, 4);
  });

  it('tells all of it to those who do not see it', () => {
    const { label = '' } = itemOf({ errors: 2, stale: true }).accessibilityInformation ?? {};
    for (const part of ['Guided onboarding', 'BET-001', 'Building', '2 errors', 'last good state'])
      assert.ok(label.includes(part), part);
  });

  it('shows text from a file as text alone', () => {
    const hostile = '$(trash) [x](command:workbench.action.quit) <img src=x> \u202egnp.exe\u200b\n\u001b[31mred **b**';
    const item = itemOf({ title: hostile, owner: hostile, id: hostile });
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    assert.doesNotMatch(labelOf(item), /[\u0000-\u001f\u007f-\u009f\u200b\u202e]/);
    const tooltip = item.tooltip;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(tooltip.isTrusted !== true && tooltip.supportHtml !== true && tooltip.supportThemeIcons !== true);
    assert.ok(!tooltip.value.includes('](command:'), 'the brackets of a link are escaped');
    assert.ok(!tooltip.value.includes('**b**'));
  });

  it('is short, and never empty', () => {
    assert.equal([...labelOf(itemOf({ title: '🥐'.repeat(500) }))].length, 200);
    assert.equal(itemOf({ title: ' \u200b ' }).label, 'BET-001');
    assert.notEqual(itemOf({ title: '', id: '\u202e' }).label, '');
  });

  it('keeps its identity when its title changes, and two of one id are two', () => {
    assert.equal(itemOf({}).id, itemOf({ title: 'Another' }).id);
    assert.notEqual(betItem(node({}, 'building', 0), today).id, betItem(node({}, 'building', 1), today).id);
  });
});

describe('a group of the tree', () => {
  it('is open unless its bets are over', () => {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const group = (status: 'building' | 'concluded') =>
      groupItem({ type: 'group', group: { status, bets: [calm] } }).collapsibleState;
    assert.deepEqual([group('building'), group('concluded')], [Expanded, Collapsed]);
  });
});

function node(facts: Partial<TreeBet>, status: BetNode['status'] = 'building', index = 0): BetNode {
  return { type: 'bet', bet: { ...calm, ...facts }, status, index };
}

function itemOf(facts: Partial<TreeBet>, status?: BetNode['status']): vscode.TreeItem {
  return betItem(node(facts, status), today);
}

function labelOf({ label }: vscode.TreeItem): string {
  assert.ok(typeof label === 'string');
  return label;
}

function descriptionOf({ description }: vscode.TreeItem): string[] {
  return String(description).split(' · ');
}

function iconOf(facts: Partial<TreeBet>): string {
  const { iconPath } = itemOf(facts);
  assert.ok(iconPath instanceof vscode.ThemeIcon);
  return iconPath.id;
}
