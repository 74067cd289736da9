import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import type { Judge } from '../core/service.ts';
import { positionAt } from '../core/text/lines.ts';
import type { Finding } from '../core/rules/finding.ts';
import { readyFix } from '../core/rules/fix.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import type { FreshTexts } from './fresh-texts.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import { createMending } from './mending.ts';
import type { FixQuestion } from './protocol.ts';

/** Answers the command behind a lens, with the likeliest fix. The document need not be open: its text is then read once more. */
export function createFix(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
  freshTexts: () => FreshTexts,
  abilities: EditAbilities,
): (question: FixQuestion, token: CancellationToken) => Promise<WorkspaceEdit | null> {
  return async ({ uri, rule, position }, token) => {
    const texts = freshTexts();
    await texts.read([uri], token);
    if (texts.textOf(uri) === undefined) return null;
    const mending = createMending(judge, documents, judging, texts, abilities);
    mending.judge(uri);
    const isMeant = (finding: Finding): boolean => {
      const lines = intake.lines(uri);
      if (lines === undefined || finding.rule !== rule) return false;
      const start = positionAt(lines, finding.span.start);
      return start.line === position.line && start.character === position.character;
    };
    const before = documents.get(uri);
    const findings = await mending.findings(uri, isMeant, token);
    // It may have been changed, opened or closed while other files were read.
    if (documents.get(uri) !== before) return null;
    for (const finding of findings.filter(isMeant)) {
      const fix = readyFix(finding.fixes);
      const edit = fix && mending.edit(finding, fix);
      if (edit) return edit;
    }
    return null;
  };
}
