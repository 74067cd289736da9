import { teamConfigFolder } from '../core/workspace/team-config.ts';
import { configurationsAbove, discover, type SourceFile, type Unreadable } from './discover.ts';
import type { Scope } from './scope.ts';

/** What a command is to read, before anything is read. */
export interface Survey {
  /** By name, and configurations before all others: they decide how those are read. */
  readonly sources: readonly SourceFile[];
  /** What was asked for and can't be looked at. */
  readonly unreadable: readonly Unreadable[];
}

export function surveyOf(scope: Scope): Survey {
  const found = scope.folders.map(discover);
  return {
    sources: inOrder([
      ...found.flatMap(({ files }) => files),
      ...scope.files,
      ...scope.folders.flatMap(configurationsAbove),
    ]),
    unreadable: [
      ...scope.unreadable,
      ...found.flatMap(discovery => discovery.unreadable).filter(({ name }) => scope.isAskedFor(name)),
    ],
  };
}

function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  const sorted = [...new Map(files.map(file => [file.name, file])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const isConfiguration = ({ name }: SourceFile): boolean => teamConfigFolder(name) !== undefined;
  return [...sorted.filter(isConfiguration), ...sorted.filter(file => !isConfiguration(file))];
}
