import type { CancellationToken, CreateFile, DeleteFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Reason } from '../core/computed/reason.ts';
import { concernedFiles } from '../core/features/refactor/concerned.ts';
import { refactor } from '../core/features/refactor/refactor.ts';
import { applyEdits, type Plan } from '../core/features/refactor/plan.ts';
import type { Judge } from '../core/service.ts';
import { lineStartsOf, positionAt } from '../core/text/lines.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { offsetIn, rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import type { FreshTexts } from './fresh-texts.ts';
import { refactorContext } from './refactor-context.ts';
import type { RefactorAnswer, RefactorQuestion, RefactorReason } from './protocol.ts';

/** Answers a refactoring with the edit that makes it, or with the reason why it is not made. Nothing is written here. */
export function createRefactor(
  judge: Judge,
  documents: Documents,
  freshTexts: () => FreshTexts,
  abilities: EditAbilities,
): (question: RefactorQuestion, token: CancellationToken) => Promise<RefactorAnswer | null> {
  return async (question, token) => {
    const texts = freshTexts();
    // What is read may name further files; each round reads those only.
    for (let known = -1; ;) {
      const files = concernedFiles(judge.workspace, judge.settings, question.uri);
      if (files.length === known) break;
      known = files.length;
      await texts.read(files, token);
      if (token.isCancellationRequested) return null;
    }
    const context = refactorContext(judge, documents, texts);
    const pointer = pointerOf(question, documents, texts);
    const { answer, recommended, gate } = refactor(context, pointer, question);
    const placed = (reasons: readonly Reason[]): RefactorReason[] => reasons.map(reason => reasonAt(reason, texts));
    const advice = {
      ...(recommended && { recommended: { value: recommended.value, reasons: placed(recommended.reasons) } }),
      ...(gate && { gate: { value: gate.value, stage: plainText(gate.stage), reasons: placed(gate.reasons) } }),
    };
    if (answer.type === 'refused')
      return {
        refused: {
          reason: plainText(answer.reason),
          reasons: placed(answer.reasons),
          overridable: answer.overridable,
        },
        warnings: [],
        ...advice,
      };
    if ((answer.created.length > 0 || answer.deleted.length > 0) && !(abilities.versions && abilities.files))
      return {
        refused: {
          reason: 'This editor can’t create and remove files in one edit.',
          reasons: [],
          overridable: false,
        },
        warnings: [],
        ...advice,
      };
    return {
      edit: editOf(answer, documents, texts, abilities),
      ...(answer.cursor && { cursor: cursorOf(answer, texts) }),
      warnings: answer.warnings.map(plainText),
      ...advice,
    };
  };
}

function pointerOf({ uri, id, position }: RefactorQuestion, documents: Documents, texts: FreshTexts) {
  const text = texts.textOf(uri) ?? '';
  const lines = documents.get(uri)?.lines ?? lineStartsOf(text);
  return {
    file: uri,
    ...(id !== undefined && { id }),
    ...(position !== undefined && { offset: offsetIn(text, lines, position) }),
  };
}

function reasonAt({ text, file, span }: Reason, texts: FreshTexts): RefactorReason {
  return { text: plainText(text), uri: file, range: rangeIn(lineStartsOf(texts.textOf(file) ?? ''), span) };
}

/** Files are made first, and removed last; all of it is one edit, and undone as one. */
function editOf(plan: Plan, documents: Documents, texts: FreshTexts, abilities: EditAbilities): WorkspaceEdit {
  const changes = plan.edits.map(({ file, edits }): TextDocumentEdit => {
    const lines = documents.get(file)?.lines ?? lineStartsOf(texts.textOf(file) ?? '');
    return {
      textDocument: { uri: file, version: documents.get(file)?.version ?? null },
      edits: edits.map(({ span, newText }) => ({ range: rangeIn(lines, span), newText })),
    };
  });
  if (!abilities.versions)
    return {
      changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits }) => [uri, edits])),
    } as WorkspaceEdit;
  const created = plan.created.flatMap(({ file, text }): (CreateFile | TextDocumentEdit)[] => [
    { kind: 'create', uri: file, options: { overwrite: false, ignoreIfExists: false } },
    {
      textDocument: { uri: file, version: null },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }],
    },
  ]);
  const deleted = plan.deleted.map((file): DeleteFile => ({
    kind: 'delete',
    uri: file,
    options: { recursive: false, ignoreIfNotExists: true },
  }));
  return { documentChanges: [...created, ...changes, ...deleted] };
}

function cursorOf({ cursor, edits, created }: Plan, texts: FreshTexts): NonNullable<RefactorAnswer['cursor']> {
  const file = cursor?.file ?? '';
  const made = created.find(each => each.file === file)?.text;
  const own = edits.find(each => each.file === file)?.edits ?? [];
  const text = made ?? applyEdits(texts.textOf(file) ?? '', own);
  return { uri: file, position: positionAt(lineStartsOf(text), cursor?.offset ?? 0) };
}
