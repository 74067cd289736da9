import { readFileName } from '../core/parse/file-name.ts';

/** Where the files of a workspace folder come from: the disk, or the client where there is none. */
export interface FileSource {
  /**
   * The URIs of all files that may be ours, spelled as the client spells them: those below `start`, which is the
   * workspace folder or lies in it. Nothing where `start` is no folder.
   */
  list(start: string, folder: string, signal: AbortSignal): Promise<readonly string[]>;
  /** What a file below the folder holds. Never rejects. */
  read(uri: string, folder: string): Promise<FileText>;
}

export type FileText =
  | { readonly type: 'text'; readonly text: string }
  /** Not there, no regular file, or outside the folder by way of a link. */
  | { readonly type: 'gone' }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'unreadable' };

/** In bytes; what is larger is not even opened. */
export const maxFileSize = 8_000_000;

const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'out', '.vscode-test']);

/** Folders in which nobody writes bets: what is fetched, built or kept by tools. */
export function isSkippedFolder(name: string): boolean {
  return skippedFolders.has(name);
}

/** Whether the file is looked at: it lies below the folder, in none of the skipped ones, and its ending is one of ours. */
export function isWanted(uri: string, folder: string): boolean {
  if (readFileName(uri) === undefined) return false;
  return isBelow(uri, folder) && !uri.slice(folder.length).split('/').slice(0, -1).some(isSkippedFolder);
}

/** Whether a file lies below a folder. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
