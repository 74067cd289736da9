import * as vscode from 'vscode';
import { registerBoard } from './board/board.ts';
import { registerLearnings } from './board/learnings.ts';
import { adopt } from './commands/adopt.ts';
import { applyFix } from './commands/apply-fix.ts';
import { openDocumentation } from './commands/open-documentation.ts';
import { openWalkthrough } from './commands/open-walkthrough.ts';
import { registerCommands } from './commands/register.ts';
import { reveal } from './commands/reveal.ts';
import { showReasons } from './commands/show-reasons.ts';
import { createLanguageServer, type LoadClient } from './language-server.ts';
import { registerMarkdownPreview, type MarkdownPreview } from './markdown-preview/markdown-preview.ts';
import { whenSomethingIsOurs } from './presence.ts';
import { registerPreview } from './preview/preview.ts';
import { registerStatusBar } from './status-bar.ts';
import { registerTree } from './tree/tree.ts';

/** What VS Code asks the extension for by name. */
export type Api = Pick<MarkdownPreview, 'extendMarkdownIt'>;

/** Commands that ask: large, and nobody needs them to activate. */
const later = () => import('./commands/later.ts');

/** All of the extension, one feature a line. Nothing here waits: the language server starts when there is something of ours, and VS Code has got on with its own work. */
export function registerEverything(context: vscode.ExtensionContext, load: LoadClient): Api {
  const { extension, extensionUri, globalState, subscriptions } = context;
  const output = vscode.window.createOutputChannel('Betwright', { log: true });
  const server = createLanguageServer({ extensionUri, output, load });
  const tree = registerTree(server);
  const statusBar = registerStatusBar(server);
  const preview = registerPreview(extensionUri, server);
  const board = registerBoard(extensionUri, server);
  const learnings = registerLearnings(extensionUri, server);
  const markdownPreview = registerMarkdownPreview(server);
  const commands = registerCommands({
    'betwright.newBet': async argument => (await later()).newBet(server, argument),
    'betwright.newMetrics': async argument => (await later()).newArtifact(server, 'metrics', argument),
    'betwright.newRollout': async argument => (await later()).newArtifact(server, 'rollout', argument),
    'betwright.newRetro': async argument => (await later()).newArtifact(server, 'retro', argument),
    'betwright.newLaunch': async argument => (await later()).newArtifact(server, 'launch', argument),
    'betwright.newTracks': async argument => (await later()).newArtifact(server, 'tracks', argument),
    'betwright.startRetro': async argument => (await later()).startRetro(server, argument),
    'betwright.advanceStage': async argument => (await later()).advanceStage(server, globalState, argument),
    'betwright.recordDecision': async argument => (await later()).recordDecision(server, argument),
    'betwright.planRollout': async argument => (await later()).planRollout(server, argument),
    'betwright.setLaunchTier': async argument => (await later()).setLaunchTier(server, argument),
    'betwright.extract': async argument => (await later()).extract(server, argument),
    'betwright.inline': async argument => (await later()).inline(server, argument),
    'betwright.convert': async argument => (await later()).convert(server, argument),
    'betwright.openPreview': argument => preview.open(argument),
    'betwright.openBoard': () => board.open(),
    'betwright.openLearnings': () => learnings.open(),
    'betwright.exportPicture': async argument => (await later()).exportPicture(server, preview.subject(), argument),
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
  const presence = whenSomethingIsOurs(extension, () => {
    server.start();
  });
  subscriptions.push(presence, output, server, tree, statusBar, preview, board, learnings, markdownPreview, commands);
  return { extendMarkdownIt: markdownPreview.extendMarkdownIt };
}
