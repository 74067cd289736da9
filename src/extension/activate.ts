import * as vscode from 'vscode';
import { registerBoard } from './board/board.ts';
import { registerLearnings } from './board/learnings.ts';
import { adopt } from './commands/adopt.ts';
import { advanceStage } from './commands/advance-stage.ts';
import { applyFix } from './commands/apply-fix.ts';
import { convert } from './commands/convert.ts';
import { extract, inline } from './commands/move-part.ts';
import { newArtifact } from './commands/new-artifact.ts';
import { newBet } from './commands/new-bet.ts';
import { exportPicture } from './commands/export-picture.ts';
import { openDocumentation } from './commands/open-documentation.ts';
import { openWalkthrough } from './commands/open-walkthrough.ts';
import { planRollout } from './commands/plan-rollout.ts';
import { recordDecision } from './commands/record-decision.ts';
import { registerCommands } from './commands/register.ts';
import { reveal } from './commands/reveal.ts';
import { setLaunchTier } from './commands/set-launch-tier.ts';
import { showReasons } from './commands/show-reasons.ts';
import { startRetro } from './commands/start-retro.ts';
import { startLanguageServer, type LoadClient } from './language-server.ts';
import { registerMarkdownPreview, type MarkdownPreview } from './markdown-preview/markdown-preview.ts';
import { registerPreview } from './preview/preview.ts';
import { registerStatusBar } from './status-bar.ts';
import { registerTree } from './tree/tree.ts';

/** What VS Code asks the extension for by name. */
export type Api = Pick<MarkdownPreview, 'extendMarkdownIt'>;

/** All of the extension, one feature a line. Nothing here waits: the language server starts when VS Code has got on with its own work. */
export function registerEverything(context: vscode.ExtensionContext, load: LoadClient): Api {
  const { extensionUri, globalState, subscriptions } = context;
  const output = vscode.window.createOutputChannel('Betwright', { log: true });
  const server = startLanguageServer({ extensionUri, output, load });
  const tree = registerTree(server);
  const statusBar = registerStatusBar(server);
  const preview = registerPreview(extensionUri, server);
  const board = registerBoard(extensionUri, server);
  const learnings = registerLearnings(extensionUri, server);
  const markdownPreview = registerMarkdownPreview(server);
  const commands = registerCommands({
    'betwright.newBet': argument => newBet(server, argument),
    'betwright.newMetrics': argument => newArtifact(server, 'metrics', argument),
    'betwright.newRollout': argument => newArtifact(server, 'rollout', argument),
    'betwright.newRetro': argument => newArtifact(server, 'retro', argument),
    'betwright.newLaunch': argument => newArtifact(server, 'launch', argument),
    'betwright.newTracks': argument => newArtifact(server, 'tracks', argument),
    'betwright.startRetro': argument => startRetro(server, argument),
    'betwright.advanceStage': argument => advanceStage(server, globalState, argument),
    'betwright.recordDecision': argument => recordDecision(server, argument),
    'betwright.planRollout': argument => planRollout(server, argument),
    'betwright.setLaunchTier': argument => setLaunchTier(server, argument),
    'betwright.extract': argument => extract(server, argument),
    'betwright.inline': argument => inline(server, argument),
    'betwright.convert': argument => convert(server, argument),
    'betwright.openPreview': argument => preview.open(argument),
    'betwright.openBoard': () => {
      board.open();
    },
    'betwright.openLearnings': () => {
      learnings.open();
    },
    'betwright.exportPicture': argument => exportPicture(server, argument),
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
  subscriptions.push(output, server, tree, statusBar, preview, board, learnings, markdownPreview, commands);
  return { extendMarkdownIt: markdownPreview.extendMarkdownIt };
}
