import type {
  CancellationToken,
  FileOperationRegistrationOptions,
  RenameFilesParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { editsForMoves, linkingFiles, referringFiles } from '../core/features/navigation/moves.ts';
import type { Judge } from '../core/service.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import { workspaceEdit, type FreshTexts } from './fresh-texts.ts';

/** What may be an artifact, or a table of one, and any folder that may hold some. */
export const renamedFiles: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.{yaml,yml,md,csv}', matches: 'file', options: { ignoreCase: true } } },
    { pattern: { glob: '**/*', matches: 'folder' } },
  ],
};

/** What changes in texts before files or folders are called otherwise: ids that are file names, and paths. */
export function createFileRenames(
  judge: Judge,
  documents: Documents,
  freshTexts: () => FreshTexts,
  abilities: EditAbilities,
): (params: RenameFilesParams, token: CancellationToken) => Promise<WorkspaceEdit | null> {
  return async ({ files }, token) => {
    const moves = files.map(({ oldUri, newUri }) => ({ from: withoutSlash(oldUri), to: withoutSlash(newUri) }));
    const texts = freshTexts();
    await texts.read(referringFiles(moves, judge), token);
    await texts.look(linkingFiles(judge), token);
    if (token.isCancellationRequested) return null;
    const edits = editsForMoves(moves, judge, texts.textOf);
    return edits.size === 0 ? null : workspaceEdit(edits, texts, documents, abilities);
  };
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}
