import * as vscode from 'vscode';

const ours = /\.(bet|metrics|rollout|retro|launch|tracks)\.(yaml|yml|md)$/i;

/** Where text that people edit may stand. Not `git:` (the other side of a comparison), not output or settings. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

interface Filter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/**
 * What the server is told of: YAML and Markdown, whose `kind` may make them ours, our names under whatever language, and the tables in
 * which the histories of metrics stand.
 */
export function documentSelector(): Filter[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...schemes, ...folders])].flatMap(scheme => [
    { scheme, language: 'yaml' },
    { scheme, language: 'markdown' },
    { scheme, pattern: '**/*.{bet,metrics,rollout,retro,launch,tracks}.{yaml,yml,md}' },
    { scheme, pattern: '**/*.csv' },
  ]);
}

/** Whether the name alone says that a document is an artifact. */
export function isNamedAsOurs(uri: vscode.Uri): boolean {
  return ours.test(uri.path) && uri.scheme !== 'git';
}

/** Whether a URI that came in a message names what this window may show: a file of its folders, or one that is open already. */
export function isKnownDocument(uri: vscode.Uri): boolean {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return true;
  return openDocument(uri) !== undefined;
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === wanted);
}
