import * as vscode from 'vscode';
import type { RevealArguments, TreeRecognised } from '../../server/protocol.ts';
import { kindIcons, kindWords } from '../kinds.ts';
import { plainText } from '../plain-text.ts';
import { progressWords } from '../recognised-words.ts';

export interface RecognisedGroupNode {
  readonly type: 'recognisedGroup';
  readonly recognised: readonly TreeRecognised[];
  /** Whether nothing else stands in the tree. */
  readonly isAlone: boolean;
}

export interface RecognisedNode {
  readonly type: 'recognised';
  readonly recognised: TreeRecognised;
}

/** What reads like one of ours and is none: at the end, and folded where there are bets to look at. */
export function recognisedGroupItem({ recognised, isAlone }: RecognisedGroupNode): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const words = vscode.l10n.t('Recognised, not adopted');
  const item = new vscode.TreeItem(words, isAlone ? Expanded : Collapsed);
  item.id = 'recognised';
  item.description = String(recognised.length);
  item.iconPath = new vscode.ThemeIcon('search');
  item.contextValue = 'recognisedGroup';
  item.tooltip = vscode.l10n.t(
    'Markdown that reads like a plan of yours. Betwright shows what it can read of it, and checks nothing until you adopt it.',
  );
  item.accessibilityInformation = {
    label:
      recognised.length === 1
        ? vscode.l10n.t('{0}, 1 document', words)
        : vscode.l10n.t('{0}, {1} documents', words, recognised.length),
  };
  return item;
}

export function recognisedItem({ recognised }: RecognisedNode): vscode.TreeItem {
  const { kind, uri, range } = recognised;
  const title = plainText(recognised.title) || kindWords(kind);
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  const facts = factsOf(recognised);
  const target: RevealArguments = { uri, range };
  item.id = `recognised:${uri}`;
  item.description = facts.join(' · ');
  item.tooltip = tooltipOf(title, [vscode.l10n.t('reads like: {0}', kindWords(kind)), ...facts]);
  item.iconPath = new vscode.ThemeIcon(kindIcons[kind]);
  item.contextValue = 'recognised';
  item.command = { command: 'betwright.reveal', title: vscode.l10n.t('Go to Document'), arguments: [target] };
  item.accessibilityInformation = { label: [title, kindWords(kind), ...facts].join(', ') };
  return item;
}

function factsOf({ stages, metrics, progress }: TreeRecognised): readonly string[] {
  const counted = [
    stages === 0 ? undefined : stages === 1 ? vscode.l10n.t('1 stage') : vscode.l10n.t('{0} stages', stages),
    metrics === 0 ? undefined : metrics === 1 ? vscode.l10n.t('1 metric') : vscode.l10n.t('{0} metrics', metrics),
    progressWords(progress),
  ];
  return counted.filter(fact => fact !== undefined);
}

/** Text from the file is appended as text: nothing in it is markup, link, icon or command. */
function tooltipOf(title: string, facts: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('', false);
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  tooltip.appendMarkdown('**').appendText(title).appendMarkdown('**');
  for (const fact of facts) tooltip.appendMarkdown('  \n').appendText(fact);
  return tooltip;
}
