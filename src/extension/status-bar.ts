import * as vscode from 'vscode';
import type { Attention, AttentionItem } from '../server/protocol.ts';
import { asRange, asUri } from './arguments.ts';
import { coalesce } from './coalesce.ts';
import type { LanguageServer } from './language-server.ts';
import { pickPlace } from './places.ts';

export interface StatusBar {
  /** Lists what the number counts. */
  showAttention(): Promise<void>;
  dispose(): void;
}

/** How much in the workspace is overdue or breached; nothing is shown while nothing is. */
export function registerStatusBar(server: LanguageServer): StatusBar {
  const item = vscode.window.createStatusBarItem('betwright.attention', vscode.StatusBarAlignment.Left, 40);
  item.name = 'Betwright';
  item.command = 'betwright.showAttention';
  let attention: Attention | undefined;
  const refresh = coalesce(async () => {
    attention = (await server.attention()) ?? attention;
    show();
  });

  function show(): void {
    const { overdue, breached } = attention ?? { overdue: 0, breached: 0 };
    const isWanted = vscode.workspace.getConfiguration('betwright').get('statusBar.enabled') !== false;
    if (!isWanted || overdue + breached === 0) {
      item.hide();
      return;
    }
    const words = wordsOf(overdue, breached);
    item.text = `$(target) ${words}`;
    item.tooltip = vscode.l10n.t('Bets: {0}. Click to see where.', words);
    item.accessibilityInformation = { label: vscode.l10n.t('Bets: {0}', words), role: 'button' };
    item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    item.show();
  }

  const parts = vscode.Disposable.from(
    item,
    server.onDidChange(what => {
      if (what.tree) void refresh();
    }),
    server.onDidChangeState(state => {
      if (state === 'running') void refresh();
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('betwright.statusBar')) show();
    }),
  );
  return {
    async showAttention() {
      await refresh();
      const items = attention?.items ?? [];
      if (items.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is overdue, and no guardrail is breached.'));
        return;
      }
      await pickPlace(vscode.l10n.t('Overdue and breached'), items.flatMap(asPlace));
    },
    dispose() {
      parts.dispose();
    },
  };
}

function wordsOf(overdue: number, breached: number): string {
  return [
    ...(overdue === 0 ? [] : [vscode.l10n.t('{0} overdue', overdue)]),
    ...(breached === 0 ? [] : [vscode.l10n.t('{0} breached', breached)]),
  ].join(', ');
}

function asPlace({ artifact, message, uri: address, range: place }: AttentionItem) {
  const uri = asUri(address);
  const range = asRange(place);
  return uri && range ? [{ text: message, description: artifact, uri, range }] : [];
}
