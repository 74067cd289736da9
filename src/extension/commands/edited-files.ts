import * as vscode from 'vscode';
import { asUri, isRecord } from '../arguments.ts';
import { isKnownDocument } from '../documents.ts';

/** What an edit of the protocol makes, changes and removes. */
export interface EditedFiles {
  readonly created: readonly vscode.Uri[];
  /** With the version that it is good for; none of a file that was not open. */
  readonly changed: readonly { readonly uri: vscode.Uri; readonly version?: number }[];
  readonly removed: readonly vscode.Uri[];
  readonly isSeveral: boolean;
  /** Every file is one that this window may write: of its folders, open, or beside one that is. */
  readonly areOurs: boolean;
}

/** @param edit a `WorkspaceEdit` of the protocol */
export function filesIn(edit: object): EditedFiles {
  const created: vscode.Uri[] = [];
  const removed: vscode.Uri[] = [];
  const changed: EditedFiles['changed'][number][] = [];
  let unreadable = 0;
  for (const change of changesIn(edit)) {
    const { kind, textDocument } = change;
    const holder = isRecord(textDocument) ? textDocument : change;
    const uri = asUri(holder['uri']);
    const { version } = holder;
    if (uri === undefined) unreadable++;
    else if (kind === 'create') created.push(uri);
    else if (kind === 'delete') removed.push(uri);
    else if (created.every(made => made.toString() !== uri.toString()))
      changed.push({ uri, ...(typeof version === 'number' && { version }) });
  }
  const there = [...changed.map(({ uri }) => uri), ...removed];
  const isBeside = (made: vscode.Uri): boolean =>
    made.scheme !== 'untitled' && there.some(uri => folderOf(uri) === folderOf(made));
  return {
    created,
    changed,
    removed,
    isSeveral: created.length + changed.length + removed.length > 1,
    areOurs:
      unreadable === 0 &&
      there.every(isKnownDocument) &&
      created.every(made => vscode.workspace.getWorkspaceFolder(made) !== undefined || isBeside(made)),
  };
}

function changesIn(edit: object): readonly Readonly<Record<string, unknown>>[] {
  const changes: unknown = isRecord(edit) ? edit['documentChanges'] : undefined;
  return Array.isArray(changes) ? changes.filter(isRecord) : [];
}

function folderOf(uri: vscode.Uri): string {
  return vscode.Uri.joinPath(uri, '..').toString();
}
