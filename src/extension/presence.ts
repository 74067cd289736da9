import * as vscode from 'vscode';
import { isNamedAsOurs } from './documents.ts';

const prefix = 'workspaceContains:';
const kind = /(?:^|\n)["']?kind["']?[ \t]*:[ \t]*["']?(?:bet|metrics|rollout|retro|launch|tracks)\b/;

/**
 * Calls back once, as soon as there is something of ours: in the folders, in an open document, or later on. VS Code wakes every
 * extension that draws in its Markdown preview when any Markdown file is opened, so being awake does not mean that there is work.
 */
export function whenSomethingIsOurs(
  { packageJSON }: vscode.Extension<unknown>,
  begin: () => void,
): { dispose(): void } {
  const patterns = patternsOf(packageJSON);
  const listeners: vscode.Disposable[] = [];
  let isOver = false;

  const found = (): void => {
    if (isOver) return;
    stop();
    begin();
  };
  const look = (document: vscode.TextDocument): void => {
    if (isOurs(document)) found();
  };
  const search = (): void => {
    for (const pattern of patterns) void holdsOne(pattern).then(holds => holds && found());
  };
  function stop(): void {
    isOver = true;
    for (const listener of listeners) listener.dispose();
  }

  listeners.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      look(document);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(search),
    ...patterns.map(pattern => {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
      watcher.onDidCreate(found);
      return watcher;
    }),
  );
  if (isIncluding() || vscode.workspace.textDocuments.some(isOurs)) found();
  else search();
  return { dispose: stop };
}

/** What wakes the extension is what it is for: the manifest says it, and nobody else. */
function patternsOf(manifest: unknown): readonly string[] {
  const { activationEvents } = manifest as { readonly activationEvents?: readonly string[] };
  return (activationEvents ?? []).flatMap(event => (event.startsWith(prefix) ? [event.slice(prefix.length)] : []));
}

async function holdsOne(pattern: string): Promise<boolean> {
  try {
    return (await vscode.workspace.findFiles(pattern, null, 1)).length > 0;
  } catch {
    // Not every file system can be searched: there nothing is known, and the server looks for itself.
    return true;
  }
}

function isOurs(document: vscode.TextDocument): boolean {
  if (isNamedAsOurs(document.uri)) return true;
  return ['yaml', 'markdown'].includes(document.languageId) && kind.test(document.getText().slice(0, 2_000));
}

/** Folders whose Markdown is read whatever its name. */
function isIncluding(): boolean {
  return vscode.workspace.getConfiguration('betwright').get<readonly unknown[]>('include', []).length > 0;
}
