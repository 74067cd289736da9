import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameAt, type Refusal, type RenameStart } from '../core/features/navigation/rename-subject.ts';
import { filesOfRename, rename } from '../core/features/navigation/rename.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { offsetIn, rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import { workspaceEdit, type FreshTexts } from './fresh-texts.ts';
import type { Judging } from './judging.ts';
import type { PlaceQuestion } from './spots.ts';

type Refused = ResponseError;

export interface Rename {
  /** What would be renamed, or an error that says why nothing can be; null in a file that is not ours. */
  readonly prepare: (params: PrepareRenameParams) => { range: Range; placeholder: string } | Refused | null;
  readonly rename: (params: RenameParams, token: CancellationToken) => Promise<WorkspaceEdit | Refused | null>;
}

export function createRename(
  judge: Judge,
  documents: Documents,
  judging: Judging,
  freshTexts: () => FreshTexts,
  abilities: EditAbilities,
): Rename {
  function startAt({ textDocument: { uri }, position }: PlaceQuestion): RenameStart | Refusal | undefined {
    for (const open of documents.uris()) judging.settle(open);
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    return renameAt(judge, uri, document.text, offsetIn(document.text, document.lines, position));
  }

  return {
    prepare(params) {
      const start = startAt(params);
      const lines = documents.get(params.textDocument.uri)?.lines;
      if (start === undefined || lines === undefined) return null;
      if (start.type === 'refused') return refusal(start);
      return { range: rangeIn(lines, start.span), placeholder: start.placeholder };
    },
    async rename(params, token) {
      const texts = freshTexts();
      // What is read may name further files; each round reads those only.
      let start = startAt(params);
      for (let known = -1; start?.type === 'start';) {
        const files = filesOfRename(start.subject, judge);
        if (files.length === known) break;
        known = files.length;
        await texts.read(files, token);
        if (token.isCancellationRequested) return null;
        start = startAt(params);
      }
      if (start === undefined) return null;
      if (start.type === 'refused') return refusal(start);
      const answer = rename(start.subject, params.newName, judge, texts.textOf);
      if (answer.type === 'refused') return refusal(answer);
      return workspaceEdit(answer.edits, texts, documents, abilities);
    },
  };
}

function refusal({ reason }: Refusal): Refused {
  return new ResponseError(LSPErrorCodes.RequestFailed, plainText(reason));
}
