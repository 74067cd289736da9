import type * as vscode from 'vscode';
import { registerEverything, type Api } from './activate.ts';

/** Where VS Code runs extensions in a web worker: one file, no Node, no process. */
export function activate(context: vscode.ExtensionContext): Api {
  return registerEverything(context, () => import('./client.web.ts'));
}
