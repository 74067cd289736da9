import * as vscode from 'vscode';
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
  type AdoptQuestion,
  type Attention,
  type BoardAnswer,
  type BoardQuestion,
  type Changed,
  type ExportAnswer,
  type ExportQuestion,
  type FixQuestion,
  type LearningsAnswer,
  type MoveBetAnswer,
  type MoveBetQuestion,
  type NewDocument,
  type NewDocumentQuestion,
  type PageQuestion,
  type PictureAnswer,
  type PictureQuestion,
  type PreviewPage,
  type RefactorAnswer,
  type RefactorQuestion,
  type Tree,
} from '../server/protocol.ts';
import type { Connection, Surroundings } from './connection.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** What the features of the extension know of the language server. An answer is undefined where the server can't be asked. */
export interface LanguageServer {
  /** There is something of ours: it will be asked soon. */
  start(): void;
  readonly state: () => ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  readonly onDidChange: vscode.Event<Changed>;
  tree(): Promise<Tree | undefined>;
  attention(): Promise<Attention | undefined>;
  board(question: BoardQuestion): Promise<BoardAnswer | undefined>;
  /** What would be written, or why nothing is; nothing is written by it. */
  moveBet(question: MoveBetQuestion): Promise<MoveBetAnswer | undefined>;
  learnings(): Promise<LearningsAnswer | undefined>;
  page(question: PageQuestion): Promise<PreviewPage | undefined>;
  picture(question: PictureQuestion): Promise<PictureAnswer | undefined>;
  exportPicture(question: ExportQuestion): Promise<ExportAnswer | undefined>;
  /** Null where there is no template. */
  newDocument(question: NewDocumentQuestion): Promise<NewDocument | null | undefined>;
  /** Null where the finding is gone or can't be mended. */
  fix(question: FixQuestion): Promise<vscode.WorkspaceEdit | null | undefined>;
  /** What adopts a document, or why it can't be adopted. */
  adopt(question: AdoptQuestion): Promise<Adoption | undefined>;
  /** What would be written, or why nothing is; nothing is written by it. Null where it can't be said. */
  refactor(question: RefactorQuestion): Promise<RefactorAnswer | null | undefined>;
  /** An edit of the protocol as one of this editor. Versions are lost on the way: who applies it has looked at them. */
  asWorkspaceEdit(edit: object): Promise<vscode.WorkspaceEdit | undefined>;
  dispose(): void;
}

/** `AdoptAnswer` of the protocol, with an edit of this editor. */
export type Adoption = Extract<AdoptAnswer, { readonly refused: unknown }> | { readonly edit: vscode.WorkspaceEdit };

/** Loads the part that talks to the server: it is large, and nobody needs it to activate. */
export type LoadClient = () => Promise<{ readonly openConnection: (surroundings: Surroundings) => Connection }>;

interface Options {
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  readonly load: LoadClient;
}

/** A language server that starts when it is told to, or at the first question. Questions wait for it; none of them ever rejects. */
export function createLanguageServer({ extensionUri, output, load }: Options): LanguageServer {
  const stateChanged = new vscode.EventEmitter<ServerState>();
  const changed = new vscode.EventEmitter<Changed>();
  let state: ServerState = 'starting';
  let disposed = false;

  const setState = (next: ServerState): void => {
    if (disposed || next === state) return;
    state = next;
    stateChanged.fire(next);
  };

  let start: () => void = () => undefined;
  const started = new Promise<void>(resolve => {
    start = resolve;
  });
  const connection = started.then(afterActivation).then(async () => {
    if (disposed) return undefined;
    const { openConnection } = await load();
    const opened = openConnection({ extensionUri, output });
    opened.onState(setState);
    opened.onChanged(what => {
      changed.fire(what);
    });
    void opened.start();
    return opened;
  });
  connection.catch((error: unknown) => {
    output.error(error instanceof Error ? error : String(error));
    setState('stopped');
  });

  async function ask<Answer>(method: string, question?: object): Promise<Answer | undefined> {
    start();
    try {
      return await (await connection)?.ask<Answer>(method, question);
    } catch (error) {
      if (!disposed) output.warn(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  return {
    start,
    state: () => state,
    onDidChangeState: stateChanged.event,
    onDidChange: changed.event,
    tree: () => ask(treeRequest),
    attention: () => ask(attentionRequest),
    board: question => ask(boardRequest, question),
    moveBet: question => ask(moveBetRequest, question),
    learnings: () => ask(learningsRequest),
    page: question => ask(pageRequest, question),
    picture: question => ask(pictureRequest, question),
    exportPicture: question => ask(exportRequest, question),
    newDocument: question => ask(newDocumentRequest, question),
    async fix(question) {
      const answer = await ask<object | null>(fixRequest, question);
      return answer ? (await connection)?.asWorkspaceEdit(answer) : answer;
    },
    async adopt(question) {
      const answer = await ask<AdoptAnswer>(adoptRequest, question);
      if (answer === undefined || 'refused' in answer) return answer;
      const edit = await (await connection)?.asWorkspaceEdit(answer.edit);
      return edit && { edit };
    },
    refactor: question => ask(refactorRequest, question),
    asWorkspaceEdit: async edit => (await connection)?.asWorkspaceEdit(edit),
    dispose() {
      disposed = true;
      stateChanged.dispose();
      changed.dispose();
      start();
      void connection.then(opened => opened?.dispose()).catch(() => undefined);
    },
  };
}

/** A promise alone would be settled before VS Code counts the activation as done. */
function afterActivation(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
