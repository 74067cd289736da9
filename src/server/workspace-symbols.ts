import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { workspaceSymbols } from '../core/features/navigation/workspace-symbols.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/hierarchy/text.ts';
import type { Spots } from './spots.ts';

/** Bets and all other artifacts by id, title and owner, and metrics by name. */
export function createWorkspaceSymbols(
  judge: Judge,
  spots: Pick<Spots, 'location'>,
): (params: WorkspaceSymbolParams) => WorkspaceSymbol[] {
  return ({ query }) =>
    workspaceSymbols(judge.workspace, query).flatMap(({ type, name, container, file, span }) => {
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
}
