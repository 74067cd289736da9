import * as vscode from 'vscode';
import type { FromBoard, ToBoard } from '../../webview/board/messages.ts';
import { boardWords } from '../../webview/board/words.ts';
import type { LanguageServer } from '../language-server.ts';
import { moveBet } from './move-bet.ts';
import { openPlace, openPreviewOf } from './places.ts';
import { registerSinglePanel, type SinglePanel } from './single-panel.ts';

/** All bets of the workspace as cards, which can be moved. */
export function registerBoard(extensionUri: vscode.Uri, server: LanguageServer): SinglePanel {
  let revision: number | undefined;

  function onMessage(message: FromBoard, panel: vscode.WebviewPanel, tell: (message: ToBoard) => void): void {
    switch (message.type) {
      case 'open':
        void openPlace(message, panel);
        return;
      case 'preview':
        void openPreviewOf(message, panel);
        return;
      case 'move':
        void moveBet(server, message).then(tell);
        return;
      case 'decide': {
        const { uri, id } = message;
        void vscode.commands.executeCommand('betwright.recordDecision', { uri, id });
        return;
      }
      case 'newBet':
        void vscode.commands.executeCommand('betwright.newBet');
        return;
      case 'decideSome':
      case 'ready':
    }
  }

  return registerSinglePanel(
    {
      viewType: 'betwright.board',
      root: 'betwright-board',
      icon: 'project',
      title: () => vscode.l10n.t('Board'),
      words: () => boardWords(vscode.l10n),
      async load(isNew) {
        const answer = await server.board(isNew || revision === undefined ? {} : { since: revision });
        revision = answer?.revision;
        return answer && { type: 'cards', answer };
      },
      onMessage,
    },
    { extensionUri, server },
  );
}
