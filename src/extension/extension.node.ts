import type * as vscode from 'vscode';
import { registerEverything, type Api } from './activate.ts';

/** Where VS Code runs extensions under Node. Tiny: all that is not needed at once is loaded later. */
export function activate(context: vscode.ExtensionContext): Api {
  return registerEverything(context, () => import('./client.node.ts'));
}
