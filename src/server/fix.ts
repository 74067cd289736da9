import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Judge } from '../core/service.ts';
import { positionAt } from '../core/text/lines.ts';
import type { Documents } from './documents.ts';
import { editMending, type EditAbilities } from './edits.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import type { FixQuestion } from './protocol.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Answers the command behind a lens. The document need not be open: its text is then read once more. */
export function createFix(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
  files: Pick<WorkspaceFiles, 'read'>,
  abilities: EditAbilities,
): (question: FixQuestion) => Promise<WorkspaceEdit | null> {
  return async ({ uri, rule, position }) => {
    const text = documents.get(uri) === undefined ? await files.read(uri) : undefined;
    // It may have been opened while it was read.
    const document = documents.get(uri) ?? (text === undefined ? undefined : { uri, text });
    if (document === undefined) return null;
    if ('version' in document) judging.settle(uri);
    else {
      intake.take(uri, document.text);
      judging.judgeNow(uri);
    }
    const lines = intake.lines(uri);
    if (lines === undefined) return null;
    const finding = judge.findings(uri).find(candidate => {
      const start = positionAt(lines, candidate.span.start);
      return candidate.rule === rule && start.line === position.line && start.character === position.character;
    });
    return (finding && editMending(finding, document, abilities)) ?? null;
  };
}
