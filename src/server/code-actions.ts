import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { Judge } from '../core/service.ts';
import type { Range } from '../core/text/lines.ts';
import type { Diagnose } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { editMending, type EditAbilities } from './edits.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';

export const quickFix = 'quickfix';

/** Quick fixes of the findings in a range, worked out anew from the present text: nothing is remembered in diagnostics. */
export function createCodeActions(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
  diagnose: Diagnose,
  abilities: EditAbilities,
): (params: CodeActionParams) => CodeAction[] {
  return ({ textDocument: { uri }, range, context }) => {
    if (context.only && !context.only.some(kind => kind === quickFix || kind === '')) return [];
    judging.settle(uri);
    const document = documents.get(uri);
    const lines = intake.lines(uri);
    if (document === undefined || lines === undefined) return [];
    return judge.findings(uri).flatMap((finding): CodeAction[] => {
      if (finding.fix === undefined) return [];
      const diagnostic = diagnose(finding, lines);
      if (!meet(diagnostic.range, range)) return [];
      const edit = editMending(finding, document, abilities);
      if (edit === undefined) return [];
      return [{ title: finding.fix.title, kind: quickFix, diagnostics: [diagnostic], isPreferred: true, edit }];
    });
  };
}

/** Touching counts: a caret behind the last character is still at the finding. */
function meet(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
