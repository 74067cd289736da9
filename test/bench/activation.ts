import * as vscode from 'vscode';

/** Runs inside VS Code, in a folder without anything of ours, so that the extension is not active yet. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('betwright.betwright');
  if (extension === undefined) throw new Error('Betwright is not installed in this window');
  if (extension.isActive) throw new Error('it is active already, though nothing of ours is open');
  const start = performance.now();
  await extension.activate();
  console.log(`activation ${(performance.now() - start).toFixed(1)} ms`);
}
