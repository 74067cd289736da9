import * as vscode from 'vscode';
import { adopt } from './commands/adopt.ts';
import { applyFix } from './commands/apply-fix.ts';
import { newBet } from './commands/new-bet.ts';
import { openDocumentation } from './commands/open-documentation.ts';
import { openWalkthrough } from './commands/open-walkthrough.ts';
import { registerCommands } from './commands/register.ts';
import { reveal } from './commands/reveal.ts';
import { showReasons } from './commands/show-reasons.ts';
import { startLanguageServer, type LoadClient } from './language-server.ts';
import { registerPreview } from './preview/preview.ts';
import { registerStatusBar } from './status-bar.ts';
import { registerTree } from './tree/tree.ts';

/** All of the extension, one feature a line. Nothing here waits: the language server starts when VS Code has got on with its own work. */
export function registerEverything({ extensionUri, subscriptions }: vscode.ExtensionContext, load: LoadClient): void {
  const output = vscode.window.createOutputChannel('Betwright', { log: true });
  const server = startLanguageServer({ extensionUri, output, load });
  const tree = registerTree(server);
  const statusBar = registerStatusBar(server);
  const preview = registerPreview(extensionUri, server);
  const commands = registerCommands({
    'betwright.newBet': argument => newBet(server, argument),
    'betwright.openPreview': argument => preview.open(argument),
    'betwright.refresh': () => tree.refresh(),
    'betwright.showOutput': () => output.show(),
    'betwright.openWalkthrough': openWalkthrough,
    'betwright.openDocumentation': () => openDocumentation(extensionUri),
    'betwright.reveal': reveal,
    'betwright.showReasons': showReasons,
    'betwright.showAttention': () => statusBar.showAttention(),
    'betwright.applyFix': argument => applyFix(server, argument),
    'betwright.adopt': argument => adopt(server, argument),
  });
  subscriptions.push(output, server, tree, statusBar, preview, commands);
}
