import { betCase, betsOf, type BetCase } from '../../workspace/bet-case.ts';
import { partKinds, standalonePart } from '../../workspace/part.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The files that a refactoring in this one may change: its own, those of its bets, and of their parts. */
export function concernedFiles(workspace: Workspace, settings: Settings, file: string): readonly string[] {
  const files = new Set([file]);
  const addBet = (bet: BetCase): void => {
    files.add(bet.artifact.file);
    for (const kind of partKinds) {
      const part = bet[kind];
      if (part) files.add(part.file);
    }
  };
  for (const artifact of workspace.get(file)?.model.artifacts ?? []) {
    if (artifact.kind === 'tracks') continue;
    if (artifact.kind === 'bet') addBet(betCase(artifact, workspace.lookup, settings));
    else for (const bet of betsOf(standalonePart(artifact), workspace.lookup, settings)) addBet(bet);
  }
  return [...files];
}
