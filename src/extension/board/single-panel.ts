import * as vscode from 'vscode';
import { asFromBoard, type FromBoard, type ToBoard } from '../../webview/board/messages.ts';
import type { BoardWords, LearningsWords } from '../../webview/board/words.ts';
import { coalesce } from '../coalesce.ts';
import type { LanguageServer } from '../language-server.ts';
import { boardPage } from './page.ts';

/** A page of which there is one: opened by a command, and there again after a restart. */
export interface SinglePanel {
  open(): Promise<void>;
  dispose(): void;
}

/** What makes one such page another than the next. */
interface PanelKind {
  readonly viewType: string;
  readonly root: 'betwright-board' | 'betwright-learnings';
  readonly icon: string;
  readonly title: () => string;
  readonly words: () => BoardWords | LearningsWords;
  /** Asks the server for what the page shows: all of it where the page is new. Undefined where the server can't be asked. */
  readonly load: (isNew: boolean) => Promise<LoadedMessage | undefined>;
  readonly onMessage: (message: FromBoard, panel: vscode.WebviewPanel, tell: (message: ToBoard) => void) => void;
}

type LoadedMessage = Extract<ToBoard, { readonly answer: unknown }>;

interface Surroundings {
  readonly extensionUri: vscode.Uri;
  readonly server: LanguageServer;
}

/** Milliseconds until the server is asked again while it reads the workspace. */
const patience = 400;

export function registerSinglePanel(kind: PanelKind, { extensionUri, server }: Surroundings): SinglePanel {
  let current: vscode.WebviewPanel | undefined;

  function fill(panel: vscode.WebviewPanel): void {
    current = panel;
    let isNew = true;
    let closed = false;
    let reading: ReturnType<typeof setTimeout> | undefined;
    const tell = (message: ToBoard): void => {
      if (!closed) void panel.webview.postMessage(message);
    };
    const update = coalesce(async () => {
      // A page that is hidden is gone; the next one says when it is ready.
      if (closed || !panel.visible) return;
      clearTimeout(reading);
      const wasNew = isNew;
      isNew = false;
      const loaded = await kind.load(wasNew);
      if (loaded === undefined) {
        isNew = true;
        tell({ type: 'stopped', stopped: true });
        return;
      }
      tell(loaded);
      if (!loaded.answer.isComplete) reading = setTimeout(() => void update(), patience);
    });
    panel.iconPath = new vscode.ThemeIcon(kind.icon);
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: ['media', 'dist'].map(folder => vscode.Uri.joinPath(extensionUri, folder)),
    };
    const listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = asFromBoard(value);
        if (message === undefined) return;
        if (message.type !== 'ready') {
          kind.onMessage(message, panel, tell);
          return;
        }
        isNew = true;
        tell({ type: 'start', locale: vscode.env.language, words: kind.words() });
        if (server.state() === 'stopped') tell({ type: 'stopped', stopped: true });
        void update();
      }),
      server.onDidChange(({ tree }) => {
        if (tree) void update();
      }),
      server.onDidChangeState(state => {
        if (state === 'starting') return;
        tell({ type: 'stopped', stopped: state === 'stopped' });
        // Another server counts its answers anew.
        isNew = true;
        if (state === 'running') void update();
      }),
    );
    panel.onDidDispose(() => {
      closed = true;
      clearTimeout(reading);
      listeners.dispose();
      if (current === panel) current = undefined;
    });
    // Last: the page speaks as soon as it is there.
    panel.webview.html = boardPage(panel.webview, extensionUri, { root: kind.root, title: kind.title() });
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(kind.viewType, {
    deserializeWebviewPanel(panel) {
      if (current) panel.dispose();
      else fill(panel);
      return Promise.resolve();
    },
  });

  return {
    async open() {
      if (current) {
        current.reveal();
        return;
      }
      const asleep = sleepingTab(kind.viewType);
      if (asleep && (await wake(asleep))) return;
      if (asleep) await vscode.window.tabGroups.close(asleep);
      fill(vscode.window.createWebviewPanel(kind.viewType, kind.title(), vscode.ViewColumn.Active));
    },
    dispose() {
      serializer.dispose();
      current?.dispose();
    },
  };
}

/** After a restart a page behind others is a tab and nothing more, until somebody looks at it. */
function sleepingTab(viewType: string): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

/** Shows a tab, so that its page comes back with what it remembers; VS Code can do that in the active group alone. */
async function wake(tab: vscode.Tab): Promise<boolean> {
  if (!tab.group.isActive) return false;
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', tab.group.tabs.indexOf(tab));
  return tab.group.activeTab?.label === tab.label;
}
