import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Judge } from '../core/service.ts';
import { createDefinition } from './definition.ts';
import { createDocumentLinks } from './document-links.ts';
import type { Documents } from './documents.ts';
import type { EditAbilities } from './edits.ts';
import { createFileRenames, renamedFiles } from './file-renames.ts';
import { createFoldingRanges } from './folding.ts';
import { createFreshTexts } from './fresh-texts.ts';
import type { Guard } from './guard.ts';
import type { Intake } from './intake.ts';
import type { Judging } from './judging.ts';
import { createMetricCalls } from './metric-calls.ts';
import { createHighlights, createReferences } from './references.ts';
import { createRename } from './rename.ts';
import { createSelectionRanges } from './selection-ranges.ts';
import { createSpots } from './spots.ts';
import type { WorkspaceFiles } from './workspace-files.ts';
import { createWorkspaceSymbols } from './workspace-symbols.ts';

/** What the client is told of it. */
export const navigationCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: {},
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  callHierarchyProvider: true,
  renameProvider: { prepareProvider: true },
} satisfies ServerCapabilities;

export const fileOperations = { willRename: renamedFiles };

interface Sources {
  readonly judge: Judge;
  readonly documents: Documents;
  readonly intake: Intake;
  readonly judging: Judging;
  readonly files: WorkspaceFiles;
  readonly edits: EditAbilities;
  /** Whether a definition may be a link, which says how much of the text leads there. */
  readonly definitionLinks: boolean;
}

/** The requests that lead through a workspace, and those that rename in it. */
export function answerNavigation(connection: Connection, guard: Guard, sources: Sources): void {
  const { judge, documents, intake, judging, files, edits, definitionLinks } = sources;
  const spots = createSpots(judge, documents, intake, judging);
  const calls = createMetricCalls(judge, spots, intake);
  const freshTexts = (): ReturnType<typeof createFreshTexts> => createFreshTexts(documents, intake, judging, files);
  const renames = createRename(judge, documents, judging, freshTexts, edits);

  connection.onDefinition(guard.handle('definition', null, createDefinition(judge, spots, definitionLinks)));
  connection.onReferences(guard.handle('references', null, createReferences(judge, spots)));
  connection.onDocumentHighlight(guard.handle('documentHighlight', null, createHighlights(judge, spots)));
  connection.onDocumentLinks(guard.handle('documentLink', [], createDocumentLinks(judge, documents, judging)));
  connection.onWorkspaceSymbol(guard.handle('workspaceSymbol', [], createWorkspaceSymbols(judge, spots)));
  connection.onFoldingRanges(guard.handle('foldingRange', null, createFoldingRanges(judge, documents, judging)));
  connection.onSelectionRanges(guard.handle('selectionRange', null, createSelectionRanges(judge, documents, judging)));
  connection.languages.callHierarchy.onPrepare(guard.handle('prepareCallHierarchy', null, calls.prepare));
  connection.languages.callHierarchy.onIncomingCalls(guard.handle('incomingCalls', [], calls.incoming));
  connection.languages.callHierarchy.onOutgoingCalls(guard.handle('outgoingCalls', [], calls.outgoing));
  connection.onPrepareRename(guard.handle('prepareRename', null, renames.prepare));
  connection.onRenameRequest(guard.handle('rename', null, renames.rename));
  connection.workspace.onWillRenameFiles(
    guard.handle('willRenameFiles', null, createFileRenames(judge, documents, freshTexts, edits)),
  );
}
