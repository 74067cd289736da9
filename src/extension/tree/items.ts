import * as vscode from 'vscode';
import type { RevealArguments, TreeBet, TreeGroup } from '../../server/protocol.ts';
import { plainText } from '../plain-text.ts';
import type { RecognisedGroupNode, RecognisedNode } from './recognised-items.ts';
import { dueWords, findingWords, readyWords, statusIcons, statusWords } from './words.ts';

export interface GroupNode {
  readonly type: 'group';
  readonly group: TreeGroup;
}

export interface BetNode {
  readonly type: 'bet';
  readonly bet: TreeBet;
  readonly status: TreeGroup['status'];
  readonly index: number;
}

export type TreeNode = GroupNode | BetNode | RecognisedGroupNode | RecognisedNode;

export function groupItem({ group: { status, bets } }: GroupNode): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const words = statusWords(status);
  const item = new vscode.TreeItem(words, status === 'concluded' ? Collapsed : Expanded);
  item.id = `status:${status}`;
  item.description = String(bets.length);
  item.iconPath = new vscode.ThemeIcon(statusIcons[status]);
  item.contextValue = 'status';
  item.accessibilityInformation = {
    label: bets.length === 1 ? vscode.l10n.t('{0}, 1 bet', words) : vscode.l10n.t('{0}, {1} bets', words, bets.length),
  };
  return item;
}

/** @param today as `2026-11-22` */
export function betItem({ bet, status, index }: BetNode, today: string): vscode.TreeItem {
  const title = plainText(bet.title) || plainText(bet.id) || vscode.l10n.t('Bet without a name');
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  const facts = factsOf(bet, status, today);
  const target: RevealArguments = { uri: bet.uri, range: bet.range };
  // The index keeps two bets of one id in one file apart: the same id twice would take the whole tree down.
  item.id = `bet:${bet.uri}#${bet.id}#${String(index)}`;
  item.description = facts.join(' · ');
  item.tooltip = tooltipOf(bet, status, title, facts);
  item.iconPath = iconOf(bet, status);
  item.contextValue = 'bet';
  item.command = { command: 'betwright.reveal', title: vscode.l10n.t('Go to Bet'), arguments: [target] };
  item.accessibilityInformation = {
    label: [title, plainText(bet.id), statusWords(status), ...facts, ...findingWords(bet)].join(', '),
  };
  return item;
}

function factsOf(bet: TreeBet, status: TreeGroup['status'], today: string): readonly string[] {
  const stale = bet.stale ? vscode.l10n.t('can’t be parsed: last good state') : undefined;
  const owner = plainText(bet.owner ?? '');
  const due = dueWords(bet, status, today);
  // A side bar is narrow: what is late comes first, so that it is not what is cut off.
  const facts = bet.retro.state === 'overdue' ? [stale, due, owner] : [stale, owner, due];
  return [...facts, readyWords(bet)].filter(fact => fact !== undefined && fact !== '') as string[];
}

/** What is wrong comes before where the bet stands; the group above says that anyway. */
function iconOf({ stale, errors, warnings }: TreeBet, status: TreeGroup['status']): vscode.ThemeIcon {
  if (stale) return new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('problemsErrorIcon.foreground'));
  if (errors > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
  if (warnings > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  return new vscode.ThemeIcon(statusIcons[status]);
}

/** All of it on lines of their own. Text from the file is appended as text: nothing in it is markup, link, icon or command. */
function tooltipOf(
  bet: TreeBet,
  status: TreeGroup['status'],
  title: string,
  facts: readonly string[],
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('', false);
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  const open = (bet.readiness?.open ?? []).map(point => plainText(point)).join(', ');
  const lines = [
    `${plainText(bet.id)} · ${statusWords(status)}`,
    ...facts,
    ...(open === '' ? [] : [vscode.l10n.t('still open: {0}', open)]),
    ...findingWords(bet),
  ];
  tooltip.appendMarkdown('**').appendText(title).appendMarkdown('**');
  for (const line of lines) tooltip.appendMarkdown('  \n').appendText(line);
  return tooltip;
}
