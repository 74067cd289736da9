import * as vscode from 'vscode';

/** The five steps of the first bet, as VS Code's welcome page shows them. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'betwright.betwright#firstBet', false);
}
