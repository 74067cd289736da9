import type { CancellationToken, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../core/features/edits.ts';
import { lineStartsOf } from '../core/text/lines.ts';
import { rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/**
 * The texts of files as they are now, in the editor or on the disk, taken in so that the places of the index fit them.
 * An edit of several files is made of nothing else.
 */
export interface FreshTexts {
  readonly textOf: (file: string) => string | undefined;
  /** Reads what has not been read yet, and takes it in. */
  read(files: readonly string[], token: CancellationToken): Promise<void>;
  /** The same for texts whose places nobody takes from the index: nothing is taken in, so nothing is judged again. */
  look(files: readonly string[], token: CancellationToken): Promise<void>;
}

/** So many files are read at once. */
const together = 16;

/** What was read is good for one answer only: for the next one it is read again. */
export function createFreshTexts(
  documents: Documents,
  intake: Intake,
  judging: Judging,
  files: Pick<WorkspaceFiles, 'read'>,
): FreshTexts {
  const texts = new Map<string, string>();
  async function readAll(
    wanted: readonly string[],
    token: CancellationToken,
    onRead: (file: string, text: string) => void,
  ): Promise<void> {
    for (const uri of documents.uris()) judging.settle(uri);
    const unread = wanted.filter(file => documents.get(file) === undefined && !texts.has(file));
    for (let from = 0; from < unread.length && !token.isCancellationRequested; from += together) {
      const batch = unread.slice(from, from + together);
      const read = await Promise.all(batch.map(file => files.read(file)));
      for (const [index, file] of batch.entries()) {
        const text = read[index];
        // It may have been opened while it was read.
        if (text === undefined || documents.get(file) !== undefined) continue;
        texts.set(file, text);
        onRead(file, text);
      }
    }
  }

  return {
    textOf: file => documents.get(file)?.text ?? texts.get(file),
    async read(wanted, token) {
      await readAll(wanted, token, (file, text) => {
        intake.take(file, text);
      });
      judging.touched();
    },
    look: (wanted, token) => readAll(wanted, token, () => undefined),
  };
}

/** One edit of several files, which is undone as one; each document that is open is named with its version. */
export function workspaceEdit(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  texts: Pick<FreshTexts, 'textOf'>,
  documents: Documents,
  abilities: EditAbilities,
): WorkspaceEdit {
  const changes = [...edits].map(([uri, own]): TextDocumentEdit => {
    const lines = documents.get(uri)?.lines ?? lineStartsOf(texts.textOf(uri) ?? '');
    return {
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: own.map(({ span, newText }) => ({ range: rangeIn(lines, span), newText })),
    };
  });
  if (abilities.versions) return { documentChanges: changes };
  return {
    changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits: own }) => [uri, own])),
  } as WorkspaceEdit;
}
