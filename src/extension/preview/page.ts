import * as vscode from 'vscode';

/**
 * The page of the preview, without anything from a file in it: that comes by message. It may load our own script and style sheets and
 * nothing else; no connection, no image, no frame, no script or style in its markup.
 */
export function previewPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomNonce();
  const address = (...path: string[]): string =>
    escapeMarkup(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src 'none'`;
  const words = {
    picture: vscode.l10n.t('Metrics hierarchy'),
    zoom: vscode.l10n.t('Zoom'),
    zoomOut: vscode.l10n.t('Zoom out'),
    zoomIn: vscode.l10n.t('Zoom in'),
    actualSize: vscode.l10n.t('Actual size'),
    fit: vscode.l10n.t('Fit'),
    fitWidth: vscode.l10n.t('Fit to the width'),
    table: vscode.l10n.t('The same as a table'),
    loading: vscode.l10n.t('Drawing …'),
  };
  const said = Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, escapeMarkup(text)]),
  ) as typeof words;
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.picture}</title>
<link rel="stylesheet" href="${address('media', 'hierarchy.css')}">
<link rel="stylesheet" href="${address('media', 'preview.css')}">
</head>
<body>
<header>
<span id="file"></span>
<div role="toolbar" aria-label="${said.zoom}">
<button id="zoom-out" type="button" title="${said.zoomOut}" aria-label="${said.zoomOut}">−</button>
<button id="actual-size" type="button" title="${said.actualSize}">100%</button>
<button id="zoom-in" type="button" title="${said.zoomIn}" aria-label="${said.zoomIn}">+</button>
<button id="fit" type="button" title="${said.fitWidth}">${said.fit}</button>
</div>
</header>
<p id="notice" role="status">${said.loading}</p>
<main id="view" aria-label="${said.picture}">
<section id="read" hidden></section>
<div id="picture"></div>
<details id="as-table" hidden><summary>${said.table}</summary><div id="table"></div></details>
</main>
<script nonce="${nonce}" src="${address('dist', 'webview.js')}"></script>
</body>
</html>`;
}

/** 128 random bits, fresh for each page. */
function randomNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function escapeMarkup(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, character => entities[character] ?? '');
}
