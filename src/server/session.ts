import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { localDay } from '../core/model/values/local-day.ts';
import { createJudge } from '../core/service.ts';
import { createAnnouncer } from './announcer.ts';
import { createBoard } from './board.ts';
import { completionAbilities, warmCompletion } from './completion.ts';
import { createDiagnose, createPublisher } from './diagnostics.ts';
import { followDocuments } from './document-events.ts';
import { createDocuments } from './documents.ts';
import type { LoadPng } from './export-picture.ts';
import type { FileSource } from './file-source.ts';
import { createGuard } from './guard.ts';
import { createIntake } from './intake.ts';
import { createJudging, type Judging } from './judging.ts';
import { changedNotification } from './protocol.ts';
import { startReadingProgress } from './reading-progress.ts';
import { answerRequests } from './requests.ts';
import { reportedElsewhere } from './reported-elsewhere.ts';
import { followSettings } from './settings-events.ts';
import { createWorkspaceFiles } from './workspace-files.ts';
import { followWorkspace } from './workspace-events.ts';

/** Puts the parts of the server together for one client. */
export function startSession(
  connection: Connection,
  params: InitializeParams,
  sourceOf: (folder: string) => FileSource,
  loadPng: LoadPng | undefined,
): void {
  const { capabilities } = params;
  const log = (line: string): void => {
    connection.console.warn(line);
  };
  const guard = createGuard(log);
  const judge = createJudge({ today: localDay(new Date()), mode: 'scaling', severities: {}, folders: [] });
  const documents = createDocuments();
  const intake = createIntake(judge, guard);
  const diagnose = createDiagnose(intake, rulePagesIn(params.initializationOptions));
  const publisher = createPublisher(
    judge,
    intake,
    diagnose,
    () => judging.isComplete,
    uri => reportedElsewhere(settings.othersCheckSchemas() ? documents.get(uri) : undefined),
    diagnostics => void connection.sendDiagnostics(diagnostics).catch(ignore),
  );
  const announcer = createAnnouncer(
    changed => void connection.sendNotification(changedNotification, changed).catch(ignore),
  );

  const judging: Judging = createJudging(judge, documents, intake, guard, {
    publish(uri) {
      publisher.publish(uri);
    },
    onEdited(uris) {
      board.forget(uris);
      announcer.announce(uris, false);
      files.catchUp();
    },
    onSettled(shown, edited) {
      board.forget(shown);
      board.forget(edited);
      announcer.announce([...shown, ...edited], true);
      warmUp();
      // Of an edited document the client asks for lenses and hints by itself.
      if (!shown.some(uri => documents.get(uri))) return;
      const { codeLens, inlayHint } = capabilities.workspace ?? {};
      if (codeLens?.refreshSupport === true) void connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
      if (inlayHint?.refreshSupport === true) void connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
    },
  });

  const board = createBoard(judge, intake, () => judging.isComplete);
  const stopping = new AbortController();
  let isWarm = false;
  /** Once the workspace has been read and nothing waits. */
  function warmUp(): void {
    if (isWarm) return;
    isWarm = true;
    void warmCompletion(judge, () => stopping.signal.aborted).catch(ignore);
  }

  const files = createWorkspaceFiles({
    sourceOf,
    isOpen: uri => documents.get(uri) !== undefined,
    take(uri, text) {
      intake.take(uri, text);
    },
    onTaken() {
      judging.touched();
    },
    onFolders(folders) {
      judge.configure({ ...judge.settings, folders });
      judging.touched();
    },
    takeRereads: () => judge.takeRereads(),
    wantedTables: () => judge.wantedTables(),
    openUris: () => documents.uris(),
    retake(uri) {
      judging.edited(uri);
    },
    log,
    startProgress: () => startReadingProgress(connection, capabilities.window?.workDoneProgress === true),
  });

  const settings = followSettings(connection, params, judge, judging, files, log);
  const workspace = followWorkspace(connection, params, files, guard, judging.complete);
  followDocuments(connection, documents, judging, files, workspace.isEdited, settings.lookAtClock);
  answerRequests(connection, guard, {
    judge,
    documents,
    intake,
    judging,
    files,
    diagnose,
    lenses: settings.lenses,
    hints: settings.hints,
    edits: {
      versions: capabilities.workspace?.workspaceEdit?.documentChanges === true,
      files: ['create', 'delete'].every(operation =>
        capabilities.workspace?.workspaceEdit?.resourceOperations?.some(known => known === operation),
      ),
      later: capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    },
    completion: completionAbilities(capabilities.textDocument?.completion),
    board: board.answer,
    loadPng,
    definitionLinks: capabilities.textDocument?.definition?.linkSupport === true,
  });

  connection.onShutdown(() => {
    stopping.abort();
    settings.dispose();
    files.dispose();
    judging.dispose();
    announcer.dispose();
  });
}

/** What is sent to a client that has gone is lost, and nobody is there to be told. */
function ignore(): void {
  // Nothing to do.
}

function rulePagesIn(options: unknown): string | undefined {
  if (typeof options !== 'object' || options === null || !('rulePages' in options)) return undefined;
  return typeof options.rulePages === 'string' ? options.rulePages.replace(/\/$/, '') : undefined;
}
