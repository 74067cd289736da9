import {
  SymbolKind,
  type CancellationToken,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { searchSymbols } from '../core/features/navigation/workspace-symbols.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import type { Spots } from './spots.ts';
import { inTurns } from './turns.ts';

/** Bets and all other artifacts by id, title and owner, and metrics by name. */
export function createWorkspaceSymbols(
  judge: Judge,
  spots: Pick<Spots, 'location'>,
): (params: WorkspaceSymbolParams, token: CancellationToken) => Promise<WorkspaceSymbol[]> {
  return async ({ query }, token) => {
    const search = searchSymbols(judge.workspace, query);
    const isWhole = await inTurns(judge.workspace.files(), files => search.look(files), token);
    if (!isWhole) return [];
    return search.found().flatMap(({ type, name, container, file, span }) => {
      const location = spots.location(file, span);
      if (location === undefined) return [];
      return [
        {
          name: plainText(name) || type,
          containerName: plainText(container),
          // As in the outline.
          kind: type === 'metric' ? SymbolKind.Number : SymbolKind.Module,
          location,
        },
      ];
    });
  };
}
