import { lineStartsOf, type LineStarts } from '../core/text/lines.ts';
import type { Judge } from '../core/service.ts';
import type { Guard } from './guard.ts';

/** Where the texts go in, from the editor and from the disk, and what is kept of them: where their lines begin. */
export interface Intake {
  /** Takes in what a file holds, or that it is gone. `version` is that of the open document it comes from. */
  take(uri: string, text: string | undefined, version?: number): void;
  /** The lines of the text that was taken in last; undefined for a file of which nothing is shown. */
  lines(uri: string): LineStarts | undefined;
  /** The version of the text that was taken in last, if it came from an open document. */
  version(uri: string): number | undefined;
}

const mostRecent = 64;

export function createIntake(judge: Judge, guard: Guard): Intake {
  /** Of open documents, and of what the workspace does not keep. */
  const lines = new Map<string, LineStarts>();
  /** Of the others those that were asked for last. */
  const recent = new Map<string, LineStarts>();
  const versions = new Map<string, number>();
  return {
    take(uri, text, version) {
      const isRead = guard.run('reading a file', () => {
        judge.set(uri, text);
      });
      if (!isRead) judge.set(uri, undefined);
      const isShown = judge.isOurs(uri) || judge.workspace.recognised(uri) !== undefined;
      recent.delete(uri);
      if (text === undefined || !isShown || (version === undefined && judge.workspace.get(uri))) lines.delete(uri);
      else lines.set(uri, lineStartsOf(text));
      if (version === undefined) versions.delete(uri);
      else versions.set(uri, version);
    },
    lines(uri) {
      const known = lines.get(uri) ?? recent.get(uri);
      if (known) return known;
      const read = judge.workspace.lines(uri);
      if (read === undefined) return undefined;
      if (recent.size >= mostRecent) recent.clear();
      recent.set(uri, read);
      return read;
    },
    version: uri => versions.get(uri),
  };
}
