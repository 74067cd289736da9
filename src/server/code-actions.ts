import type { CancellationToken, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { adopt, adoptionOffer } from '../core/features/adoption.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Judge } from '../core/service.ts';
import type { Range } from '../core/text/lines.ts';
import { rangeIn } from './convert.ts';
import type { Diagnose } from './diagnostics.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { workspaceEdit, type EditAbilities } from './edits.ts';
import type { FreshTexts } from './fresh-texts.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import { createMending } from './mending.ts';
import { fixAllKind, fixEverythingSafe, quickFixes } from './quick-fixes.ts';
import { refactorActions, refactorKinds } from './refactor-actions.ts';

export const quickFix = 'quickfix';
const rewrite = 'refactor.rewrite';

/**
 * Quick fixes of the findings in a range, worked out anew from the present text: nothing is remembered in diagnostics. Of
 * a document that is merely recognised, the offer to adopt it.
 */
export function createCodeActions(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  judging: Judging,
  diagnose: Diagnose,
  freshTexts: () => FreshTexts,
  abilities: EditAbilities,
): (params: CodeActionParams, token: CancellationToken) => Promise<CodeAction[]> {
  function adoptionIn(range: Range, document: OpenDocument): CodeAction[] {
    const { uri, text, lines } = document;
    const offer = adoptionOffer(judge.workspace, uri);
    const adoption = adopt(judge.workspace, uri, text);
    if (!offer || adoption.state === 'refused' || !meet(rangeIn(lines, offer.span), range)) return [];
    const { span, newText } = adoption.edit;
    const edit = workspaceEdit(document, [{ range: rangeIn(lines, span), newText }], abilities);
    return [{ title: offer.title, kind: rewrite, edit }];
  }

  return async ({ textDocument: { uri }, range, context }, token) => {
    const asked = [quickFix, ...refactorKinds].filter(kind => isAsked(context.only, kind));
    // Only who asks for it: it is made without being shown.
    const isForSaving = context.only !== undefined && isAsked(context.only, fixAllKind);
    if (asked.length === 0 && !isForSaving) return [];
    judging.settle(uri);
    const document = documents.get(uri);
    const lines = intake.lines(uri);
    if (document === undefined || lines === undefined) return [];
    if (judge.workspace.recognised(uri)) return isAsked(context.only, rewrite) ? adoptionIn(range, document) : [];
    const refactorings = refactorActions(judge, document, range).filter(({ kind = '' }) => asked.includes(kind));
    const mending = createMending(judge, documents, judging, freshTexts(), abilities);
    const safe = isForSaving ? await fixEverythingSafe(mending, document, token) : [];
    if (!asked.includes(quickFix)) return documents.get(uri) === document ? [...safe, ...refactorings] : [];
    const isIn = (finding: Finding): boolean => meet(diagnose(finding, lines).range, range);
    const fixes = await quickFixes(mending, diagnose, document, isIn, token);
    // It may have been changed while other files were read.
    return documents.get(uri) === document ? [...fixes, ...safe, ...refactorings] : [];
  };
}

/** A client that asks for `refactor` wants what is below it, too. */
function isAsked(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** Touching counts: a caret behind the last character is still at the finding. */
function meet(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
