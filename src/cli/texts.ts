import { lineStartsOf, type LineStarts } from '../core/text/lines.ts';
import type { FilePath } from './discover.ts';
import type { ReadText } from './read-text.ts';

/** The texts of files as they are now. They are not kept while thousands of files are judged: the few that are quoted are read again. */
export interface Texts {
  readonly textOf: (file: string) => string | undefined;
  readonly linesOf: (file: string) => LineStarts;
}

export function createTexts(readText: ReadText, pathOf: (file: string) => FilePath | undefined): Texts {
  const lines = new Map<string, LineStarts>();

  function textOf(file: string): string | undefined {
    const path = pathOf(file);
    try {
      return path === undefined ? undefined : readText(path);
    } catch {
      // It was there a moment ago.
      return undefined;
    }
  }

  return {
    textOf,
    linesOf(file) {
      const known = lines.get(file);
      if (known) return known;
      const read = lineStartsOf(textOf(file) ?? '');
      lines.set(file, read);
      return read;
    },
  };
}
