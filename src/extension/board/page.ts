import * as vscode from 'vscode';
import { escapeMarkup } from '../escape-markup.ts';

interface BoardPage {
  /** Of the element that the script fills. */
  readonly root: 'betwright-board' | 'betwright-learnings';
  readonly title: string;
}

/**
 * The page of the board or of the learning repository, without anything from a file in it: that comes by message. It may load our own
 * script and style sheet and nothing else.
 */
export function boardPage(webview: vscode.Webview, extensionUri: vscode.Uri, { root, title }: BoardPage): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  const address = (...path: string[]): string =>
    escapeMarkup(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(vscode.env.language)}" class="bw-page">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" href="${address('media', 'board.css')}">
</head>
<body>
<main id="${root}"></main>
<script nonce="${nonce}" src="${address('dist', 'board.js')}"></script>
</body>
</html>`;
}
