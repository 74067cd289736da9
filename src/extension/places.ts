import * as vscode from 'vscode';
import { isKnownDocument } from './documents.ts';
import { showPlace } from './commands/reveal.ts';

/** Something to be read in a list, with the place it speaks of. */
export interface PlaceItem {
  readonly text: string;
  readonly description?: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

interface Pick extends vscode.QuickPickItem {
  readonly place: PlaceItem;
}

/** A list that leads to places. What is chosen is opened; nothing happens where nothing is. */
export async function pickPlace(title: string, items: readonly PlaceItem[]): Promise<void> {
  const picks = items.filter(({ uri }) => isKnownDocument(uri)).map(placePick);
  const chosen = await vscode.window.showQuickPick<Pick>(picks, {
    title,
    placeHolder: vscode.l10n.t('Choose one to go to its place'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await showPlace(chosen.place.uri, chosen.place.range, {});
}

/** A place as an entry of a list: what is to be read, and below it where it stands. */
export function placePick(place: PlaceItem): Pick {
  const { text, description, uri, range } = place;
  const where = `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`;
  // What a file says draws no icon.
  return {
    label: text.replaceAll('$(', '$ ('),
    description: (description ?? '').replaceAll('$(', '$ ('),
    detail: where.replaceAll('$(', '$ ('),
    place,
  };
}
