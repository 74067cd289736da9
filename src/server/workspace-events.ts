import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type Connection,
  type FileEvent,
  type InitializeParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { readFileName } from '../core/parse/file-name.ts';
import { isTable } from '../core/workspace/tables.ts';
import type { Guard } from './guard.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Where text that people edit may stand; also wherever a workspace folder lies. */
const editedSchemes: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/** Follows the folders of the workspace and what happens to the files in them. */
export function followWorkspace(
  connection: Connection,
  { capabilities, workspaceFolders, ...params }: InitializeParams,
  files: WorkspaceFiles,
  guard: Guard,
  onComplete: () => void,
): { readonly isEdited: (uri: string) => boolean } {
  const folderSchemes = new Set<string>();

  function asFolders(uris: readonly string[]): readonly string[] {
    return uris.flatMap(uri => {
      let folder: URI | undefined;
      guard.run('reading the address of a folder', () => {
        folder = URI.parse(uri);
      });
      if (folder === undefined) return [];
      folderSchemes.add(folder.scheme);
      // In the spelling of VS Code, so that it is the beginning of what VS Code calls the files in it.
      return [folder.toString().replace(/(?<=[^/])\/$/, '')];
    });
  }

  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what clients send that know no workspace folders
  const rootUri = params.rootUri;
  const first = asFolders(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]));

  connection.onInitialized(() => {
    void files.add(first).then(onComplete, onComplete);
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        files.remove(asFolders(removed.map(({ uri }) => uri)));
        void files.add(asFolders(added.map(({ uri }) => uri)));
      });
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/*.{yaml,yml,md,csv}' },
        // Of a folder that goes or comes with all that is in it, editors tell in one event that names the folder.
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    files.changed(changes.filter(isFileOfOurs).map(({ uri }) => uri));
    const folders = changes.filter(mayBeFolder).map(({ uri }) => uri);
    if (folders.length > 0) files.foldersChanged(folders);
  });

  return {
    isEdited(uri) {
      const scheme = uri.slice(0, uri.indexOf(':'));
      return isFileOfOurs({ uri }) && (editedSchemes.has(scheme) || folderSchemes.has(scheme));
    },
  };
}

function isFileOfOurs({ uri }: Pick<FileEvent, 'uri'>): boolean {
  return readFileName(uri) !== undefined || isTable(uri);
}

/** What comes and has an ending is a file, and hardly ever a folder; what went can't be asked any more. */
function mayBeFolder({ uri, type }: FileEvent): boolean {
  if (type === FileChangeType.Changed || isFileOfOurs({ uri })) return false;
  return type === FileChangeType.Deleted || !/\.[A-Za-z0-9]{1,5}$/.test(uri);
}
