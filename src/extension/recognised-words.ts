import * as vscode from 'vscode';
import type { RecognisedProgress } from '../server/protocol.ts';

/** `12 of 31 done`; nothing where there is nothing to be done. */
export function progressWords({ done, total }: RecognisedProgress): string | undefined {
  return total === 0 ? undefined : vscode.l10n.t('{0} of {1} done', done, total);
}
