import * as vscode from 'vscode';
import type { FromBoard } from '../../webview/board/messages.ts';
import { learningsWords } from '../../webview/board/words.ts';
import type { LanguageServer } from '../language-server.ts';
import { openPlace } from './places.ts';
import { registerSinglePanel, type SinglePanel } from './single-panel.ts';

/** What concluded bets taught, to be searched. */
export function registerLearnings(extensionUri: vscode.Uri, server: LanguageServer): SinglePanel {
  function onMessage(message: FromBoard, panel: vscode.WebviewPanel): void {
    if (message.type === 'open') void openPlace(message, panel);
    if (message.type === 'decideSome') void vscode.commands.executeCommand('betwright.recordDecision');
  }

  return registerSinglePanel(
    {
      viewType: 'betwright.learnings',
      root: 'betwright-learnings',
      icon: 'mortar-board',
      title: () => vscode.l10n.t('Learnings'),
      words: () => learningsWords(vscode.l10n),
      async load() {
        const answer = await server.learnings();
        return answer && { type: 'learnings', answer };
      },
      onMessage,
    },
    { extensionUri, server },
  );
}
