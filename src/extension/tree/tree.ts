import * as vscode from 'vscode';
import type { Tree } from '../../server/protocol.ts';
import { coalesce } from '../coalesce.ts';
import type { LanguageServer } from '../language-server.ts';
import { today } from '../settings.ts';
import { betItem, groupItem, type TreeNode } from './items.ts';
import { recognisedGroupItem, recognisedItem } from './recognised-items.ts';

export interface BetTree {
  refresh(): Promise<void>;
  dispose(): void;
}

/** The bets of the workspace by status, in a container of their own, with the number of errors at its icon. */
export function registerTree(server: LanguageServer): BetTree {
  const changed = new vscode.EventEmitter<undefined>();
  let tree: Tree | undefined;
  const load = coalesce(async () => {
    tree = (await server.tree()) ?? tree;
    // Only now may the view say that there is nothing: before, nobody knew.
    if (tree !== undefined) await vscode.commands.executeCommand('setContext', 'betwright.loaded', true);
    await vscode.commands.executeCommand('setContext', 'betwright.hasBets', (tree?.groups.length ?? 0) > 0);
    view.badge = tree && badgeOf(tree);
    sayState();
  });
  let first: Promise<void> | undefined;
  const refresh = async (): Promise<void> => {
    await (first ??= load());
    await load();
    changed.fire(undefined);
  };

  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    async getChildren(node) {
      if (node) return childrenOf(node);
      await (first ??= load());
      return tree ? rootsOf(tree) : [];
    },
  };
  const view = vscode.window.createTreeView('betwright.bets', { treeDataProvider: provider, showCollapseAll: true });

  function sayState(): void {
    const stopped = server.state() === 'stopped';
    const words = tree
      ? vscode.l10n.t('The language server has stopped. This is what it saw last.')
      : vscode.l10n.t(
          'The language server does not run, so the bets can’t be shown. The output of Betwright says why.',
        );
    // An empty text takes the message away; `undefined` is not allowed here under exact optional types.
    view.message = stopped ? words : '';
  }

  const parts = vscode.Disposable.from(
    view,
    changed,
    server.onDidChange(what => {
      if (what.tree) void refresh();
    }),
    server.onDidChangeState(state => {
      sayState();
      // Not when the view is first shown: the number at its icon is there before.
      if (state === 'running') void refresh();
    }),
  );
  return {
    refresh,
    dispose() {
      parts.dispose();
    },
  };
}

function itemOf(node: TreeNode): vscode.TreeItem {
  switch (node.type) {
    case 'group':
      return groupItem(node);
    case 'bet':
      return betItem(node, today());
    case 'recognisedGroup':
      return recognisedGroupItem(node);
    case 'recognised':
      return recognisedItem(node);
  }
}

function rootsOf({ groups, recognised }: Tree): TreeNode[] {
  const roots: TreeNode[] = groups.map(group => ({ type: 'group', group }));
  if (recognised.length > 0) roots.push({ type: 'recognisedGroup', recognised, isAlone: roots.length === 0 });
  return roots;
}

function childrenOf(node: TreeNode): TreeNode[] {
  if (node.type === 'recognisedGroup') return node.recognised.map(recognised => ({ type: 'recognised', recognised }));
  if (node.type !== 'group') return [];
  const { bets, status } = node.group;
  return bets.map((bet, index) => ({ type: 'bet', bet, status, index }));
}

function badgeOf({ errors }: Tree): vscode.ViewBadge | undefined {
  if (errors === 0) return undefined;
  const tooltip =
    errors === 1
      ? vscode.l10n.t('1 error in bets and metrics')
      : vscode.l10n.t('{0} errors in bets and metrics', errors);
  return { value: errors, tooltip };
}
