import type { Connection } from 'vscode-languageserver';
import type { Day } from '../core/model/values/date.ts';
import type { HintSort } from '../core/features/inlay-hints/inlay-hint.ts';
import type { LensSort } from '../core/features/lenses/lens.ts';
import type { Judge } from '../core/service.ts';
import { createAdopt } from './adopt.ts';
import { createAttention } from './attention.ts';
import type { Board } from './board.ts';
import { createCodeActions } from './code-actions.ts';
import { createCodeLenses } from './code-lens.ts';
import { createCompletion, type CompletionAbilities } from './completion.ts';
import type { Diagnose } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import { createExport, type LoadPng } from './export-picture.ts';
import { createFix } from './fix.ts';
import { createFreshTexts, type FreshTexts } from './fresh-texts.ts';
import type { Guard } from './guard.ts';
import { createHover } from './hover.ts';
import { createIgnoreResolve } from './ignore-actions.ts';
import { createInlayHints } from './inlay-hints.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import { createLearnings } from './learnings.ts';
import { createMoveBet } from './move-bet.ts';
import { answerNavigation } from './navigation.ts';
import { createNewDocument } from './new-document.ts';
import { createPage } from './page.ts';
import { createPicture } from './picture.ts';
import {
  adoptRequest,
  attentionRequest,
  boardRequest,
  exportRequest,
  fixRequest,
  learningsRequest,
  moveBetRequest,
  newDocumentRequest,
  pageRequest,
  pictureRequest,
  refactorRequest,
  treeRequest,
  type AdoptAnswer,
  type BoardAnswer,
  type BoardQuestion,
  type ExportAnswer,
  type LearningsAnswer,
  type MoveBetAnswer,
  type PictureAnswer,
  type PreviewPage,
} from './protocol.ts';
import { createRefactor } from './refactor.ts';
import { createDocumentSymbols } from './symbols.ts';
import { createTree } from './tree.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** What answers are made of. Only this list of requests sees all of it: each answer gets what it needs. */
interface Sources {
  readonly judge: Judge;
  readonly documents: Documents;
  readonly intake: Intake;
  readonly judging: Judging;
  readonly files: WorkspaceFiles;
  readonly diagnose: Diagnose;
  readonly lenses: () => ReadonlySet<LensSort>;
  readonly hints: () => ReadonlySet<HintSort>;
  readonly edits: EditAbilities;
  readonly completion: CompletionAbilities;
  readonly definitionLinks: boolean;
  readonly board: Board['answer'];
  readonly loadPng: LoadPng | undefined;
}

/** Every request of the client, and the file that answers it. */
export function answerRequests(connection: Connection, guard: Guard, sources: Sources): void {
  const { judge, documents, intake, judging, files, diagnose, lenses, hints, edits, completion, board, loadPng } =
    sources;
  const freshTexts = (): FreshTexts => createFreshTexts(documents, intake, judging, files);

  answerNavigation(connection, guard, sources);
  connection.onHover(guard.handle('hover', null, createHover(judge, documents, judging)));
  connection.onCompletion(guard.handle('completion', null, createCompletion(judge, documents, judging, completion)));
  connection.onDocumentSymbol(guard.handle('documentSymbol', [], createDocumentSymbols(judge, intake, judging)));
  connection.onCodeLens(guard.handle('codeLens', [], createCodeLenses(judge, intake, judging, lenses)));
  connection.languages.inlayHint.on(guard.handle('inlayHint', [], createInlayHints(judge, documents, judging, hints)));
  connection.onCodeActionResolve((action, token) =>
    guard.handle('codeAction/resolve', action, createIgnoreResolve(judge, documents, edits))(action, token),
  );
  connection.onCodeAction(
    guard.handle('codeAction', [], createCodeActions(judge, documents, intake, judging, diagnose, freshTexts, edits)),
  );

  connection.onRequest(
    fixRequest,
    guard.handle('fix', null, createFix(judge, documents, intake, judging, freshTexts, edits)),
  );
  connection.onRequest(
    adoptRequest,
    guard.handle('adopt', noAdoption, createAdopt(judge, documents, intake, judging, files, edits)),
  );
  connection.onRequest(attentionRequest, guard.handle('attention', noAttention, createAttention(judge, intake)));
  connection.onRequest(
    boardRequest,
    guard.handle('board', noBoard, (question: BoardQuestion, token) => board(question, token)),
  );
  connection.onRequest(
    moveBetRequest,
    guard.handle('moveBet', noMove, createMoveBet(judge, documents, freshTexts, edits)),
  );
  connection.onRequest(
    learningsRequest,
    guard.handle('learnings', noLearnings, createLearnings(judge, intake, judging)),
  );
  connection.onRequest(treeRequest, guard.handle('tree', emptyTree, createTree(judge, intake)));
  connection.onRequest(pageRequest, guard.handle('page', noPage, createPage(judge, documents, intake, judging)));
  connection.onRequest(
    refactorRequest,
    guard.handle('refactor', null, createRefactor(judge, documents, freshTexts, edits)),
  );
  connection.onRequest(pictureRequest, guard.handle('picture', noPicture, createPicture(judge, documents, judging)));
  connection.onRequest(
    exportRequest,
    guard.handle('export', noExport, createExport(judge, documents, judging, loadPng)),
  );
  connection.onRequest(newDocumentRequest, guard.handle('newDocument', null, createNewDocument(judge)));
}

const noAttention = { overdue: 0, breached: 0, items: [] };

const noBoard: BoardAnswer = {
  revision: 0,
  isComplete: false,
  isWhole: true,
  today: '' as Day,
  mostP0: 0,
  files: [],
  gone: [],
};

const noMove: MoveBetAnswer = { refused: 'reason', reason: 'The bet can’t be moved.' };

const noLearnings: LearningsAnswer = { isComplete: false, entries: [] };

const emptyTree = { groups: [], recognised: [], errors: 0, warnings: 0 };

const noAdoption: AdoptAnswer = { refused: 'notRecognised' };

const noPicture: PictureAnswer = { state: 'none', reason: 'nothing', isComplete: false };

const noExport: ExportAnswer = { refused: 'broken' };

const noPage: PreviewPage = {
  state: 'none',
  reason: 'notOurs',
  title: '',
  sections: [],
  opensAt: 'head',
  files: [],
  areas: [],
  uri: '',
};
