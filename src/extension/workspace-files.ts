// Files for a language server that can't read them itself: in the browser, and in folders that lie on no disk.
import * as vscode from 'vscode';
import type { ListFilesQuestion, ReadFileQuestion } from '../server/protocol.ts';

/** Folders in which nobody writes bets. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'out', '.vscode-test']);

/** In bytes; what is larger is not read. */
const largest = 8_000_000;

/**
 * The files below a folder of the workspace whose ending may be ours. Walks the folders itself: a search would leave out what the user's
 * settings hide, and not every file system that VS Code can show can be searched.
 */
export async function listFiles({ folder }: ListFilesQuestion): Promise<string[]> {
  const root = vscode.Uri.parse(folder);
  const found: string[] = [];
  let level = vscode.workspace.getWorkspaceFolder(root) ? [root] : [];
  while (level.length > 0) {
    const entries = await Promise.all(level.map(entriesOf));
    found.push(...entries.flat().flatMap(({ uri, type }) => (type === 'file' ? [uri.toString()] : [])));
    level = entries.flat().flatMap(({ uri, type }) => (type === 'folder' ? [uri] : []));
  }
  return found;
}

/** The text of a file inside a workspace folder; null where there is none to be had. */
export async function readFile({ uri: address }: ReadFileQuestion): Promise<string | null> {
  const uri = vscode.Uri.parse(address);
  if (!vscode.workspace.getWorkspaceFolder(uri)) return null;
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.File || size > largest) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

interface Entry {
  readonly uri: vscode.Uri;
  readonly type: 'file' | 'folder';
}

/** Nothing for a folder that is gone or closed to us: the others are still read. Links are no folders and no files here. */
async function entriesOf(folder: vscode.Uri): Promise<readonly Entry[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]): Entry[] => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return skipped.has(name) ? [] : [{ uri, type: 'folder' }];
      return type === vscode.FileType.File && /\.(ya?ml|md)$/i.test(name) ? [{ uri, type: 'file' }] : [];
    });
  } catch {
    return [];
  }
}
