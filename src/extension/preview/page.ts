import * as vscode from 'vscode';
import type { HierarchyWords } from '../../webview/hierarchy/words.ts';
import { escapeMarkup } from '../escape-markup.ts';

/**
 * The page of the preview, without anything from a file in it: that comes by message. It may load our own script and style sheets and
 * nothing else; no connection, no image, no frame, no script or style in its markup.
 */
export function previewPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomNonce();
  const address = (...path: string[]): string =>
    escapeMarkup(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src 'none'`;
  const preview = escapeMarkup(vscode.l10n.t('Preview'));
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${preview}</title>
<link rel="stylesheet" href="${address('media', 'hierarchy.css')}">
<link rel="stylesheet" href="${address('media', 'hierarchy-view.css')}">
<link rel="stylesheet" href="${address('media', 'page.css')}">
<link rel="stylesheet" href="${address('media', 'preview.css')}">
</head>
<body data-words="${escapeMarkup(JSON.stringify(hierarchyWords()))}">
<header>
<span id="file"></span>
</header>
<p id="notice" role="status"><span id="notice-text">${escapeMarkup(vscode.l10n.t('Drawing …'))}</span> <button id="notice-link" type="button" hidden></button></p>
<main id="view" aria-label="${preview}" tabindex="-1">
<section id="read" hidden></section>
<article id="page" class="betwright-page" lang="en" hidden></article>
</main>
<script nonce="${nonce}" src="${address('dist', 'webview.js')}"></script>
</body>
</html>`;
}

/** What the tools of the picture are called. */
function hierarchyWords(): HierarchyWords {
  return {
    tools: vscode.l10n.t('Tools of the picture'),
    zoomOut: vscode.l10n.t('Zoom out'),
    zoomIn: vscode.l10n.t('Zoom in'),
    actualSize: vscode.l10n.t('Actual size'),
    fitWidth: vscode.l10n.t('Fit to the width'),
    fitWhole: vscode.l10n.t('Fit the whole picture'),
    collapseAll: vscode.l10n.t('Fold everything below the core metrics'),
    expandAll: vscode.l10n.t('Unfold everything'),
    search: vscode.l10n.t('Find a metric'),
    found: vscode.l10n.t('{0} of {1}', '{0}', '{1}'),
    foundNone: vscode.l10n.t('None'),
    picture: vscode.l10n.t('Metrics hierarchy'),
    keys: vscode.l10n.t(
      'Arrow keys go from metric to metric, Enter goes to its line, Space folds what drives it, / searches, + and - zoom.',
    ),
  };
}

/** 128 random bits, fresh for each page. */
function randomNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
