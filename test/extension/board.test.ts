import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEverything } from './examples.ts';

describe('the board and the learning repository', () => {
  afterEach(closeEverything);

  for (const [command, viewType] of [
    ['betwright.openBoard', 'betwright.board'],
    ['betwright.openLearnings', 'betwright.learnings'],
  ] as const) {
    it(`${command} opens one page, and shows it again`, async () => {
      await vscode.commands.executeCommand(command);
      await vscode.commands.executeCommand(command);
      await eventually('it is there', () => pages(viewType).length === 1);
      assert.equal(pages(viewType)[0]?.isActive, true);
    });

    it(`${command} opens it anew after it was closed`, async () => {
      for (let round = 0; round < 3; round++) {
        await vscode.commands.executeCommand(command);
        await eventually('it is there', () => pages(viewType).length === 1);
        await vscode.window.tabGroups.close(pages(viewType));
        await eventually('it is gone', () => pages(viewType).length === 0);
      }
    });
  }
});

function pages(viewType: string): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}
