import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { filesOf, mend } from '../core/features/mending/mend.ts';
import type { FileEdits, RefactorContext } from '../core/features/refactor/plan.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Fix } from '../core/rules/fix.ts';
import type { Judge } from '../core/service.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import { workspaceEdit, type FreshTexts } from './fresh-texts.ts';
import type { Judging } from './judging.ts';
import { refactorContext } from './refactor-context.ts';

/** Works out edits that mend findings, against the texts as they are now; good for one answer. */
export interface Mending {
  readonly context: RefactorContext;
  readonly abilities: EditAbilities;
  /** Judges a file anew whose text was taken in, and what was found in it from elsewhere. */
  judge(uri: string): void;
  /** The findings of a file, once the other files are taken in anew that the fixes of those that are wanted write into. */
  findings(uri: string, wanted: (finding: Finding) => boolean, token: CancellationToken): Promise<readonly Finding[]>;
  edit(finding: Finding, fix: Fix): WorkspaceEdit | undefined;
  editOf(edits: readonly FileEdits[]): WorkspaceEdit;
}

export function createMending(
  judge: Judge,
  documents: Documents,
  judging: Judging,
  texts: FreshTexts,
  abilities: EditAbilities,
): Mending {
  const context = refactorContext(judge, documents, texts);
  function judgeAnew(uri: string): void {
    for (const file of new Set([uri, ...judge.finders(uri)])) judging.judgeNow(file);
  }
  const editOf = (edits: readonly FileEdits[]): WorkspaceEdit =>
    workspaceEdit(new Map(edits.map(({ file, edits: own }) => [file, own])), texts, documents, abilities);
  return {
    context,
    abilities,
    editOf,
    judge: judgeAnew,
    async findings(uri, wanted, token) {
      const fixes = judge
        .findings(uri)
        .filter(wanted)
        .flatMap(finding => (finding.fixes ?? []).flatMap(fix => filesOf(finding, fix)));
      const closed = [...new Set(fixes)].filter(file => documents.get(file) === undefined);
      if (closed.length === 0) return judge.findings(uri);
      await texts.read(closed, token);
      for (const file of [uri, ...closed]) judgeAnew(file);
      return judge.findings(uri);
    },
    edit(finding, fix) {
      const plan = mend(context, finding, fix);
      return plan.type === 'plan' && plan.edits.length > 0 ? editOf(plan.edits) : undefined;
    },
  };
}
