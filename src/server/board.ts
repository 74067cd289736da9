import type { CancellationToken } from 'vscode-languageserver';
import { mostP0 } from '../core/rules/bet/too-many-p0.ts';
import { boardPart, type BoardPart } from '../core/features/board.ts';
import type { Judge } from '../core/service.ts';
import type { Intake } from './intake.ts';
import type { BoardAnswer, BoardQuestion } from './protocol.ts';
import { inTurns } from './turns.ts';

/** Keeps the cards of all bets, so that a change costs what the changed files cost, and tells what has changed since. */
export interface Board {
  /** These files, or what is found in them, may be different now. */
  forget(uris: Iterable<string>): void;
  readonly answer: (question: BoardQuestion, token: CancellationToken) => Promise<BoardAnswer>;
}

interface Kept {
  /** Undefined of a file without bets. */
  readonly part: BoardPart | undefined;
  readonly written: string;
  readonly revision: number;
}

export function createBoard(judge: Judge, intake: Intake, isComplete: () => boolean): Board {
  const kept = new Map<string, Kept>();
  const gone = new Map<string, number>();
  const stale = new Set<string>();
  /** Files whose cards are made of this one too. */
  const users = new Map<string, Set<string>>();
  let revision = 0;

  function look(file: string): void {
    stale.delete(file);
    const before = kept.get(file);
    const part = boardPart(judge, uri => intake.lines(uri), file);
    const written = part ? JSON.stringify(part.file) : '';
    for (const source of before?.part?.sources ?? []) users.get(source)?.delete(file);
    for (const source of part?.sources ?? []) {
      const known = users.get(source);
      if (known) known.add(file);
      else users.set(source, new Set([file]));
    }
    const isSame = before?.written === written;
    kept.set(file, { part, written, revision: isSame ? before.revision : ++revision });
    if (part) gone.delete(file);
    else if (before?.part) gone.set(file, revision);
  }

  function drop(file: string): void {
    const before = kept.get(file);
    kept.delete(file);
    stale.delete(file);
    for (const source of before?.part?.sources ?? []) users.get(source)?.delete(file);
    if (before?.part) gone.set(file, ++revision);
  }

  return {
    forget(uris) {
      for (const uri of uris) {
        stale.add(uri);
        for (const user of users.get(uri) ?? []) stale.add(user);
      }
    },
    async answer({ since }, token) {
      const present = new Set(judge.workspace.files());
      for (const file of [...kept.keys()]) if (!present.has(file)) drop(file);
      const wanted = [...present].filter(file => stale.has(file) || !kept.has(file));
      await inTurns(
        wanted,
        files => {
          files.forEach(look);
          return true;
        },
        token,
      );
      const isWhole = typeof since !== 'number' || since > revision;
      const files = [...kept.values()].flatMap(({ part, revision: own }) =>
        part && (isWhole || own > since) ? [part.file] : [],
      );
      return {
        revision,
        isComplete: isComplete(),
        isWhole,
        today: judge.settings.today,
        mostP0,
        files: files.sort((a, b) => (a.uri < b.uri ? -1 : 1)),
        gone: isWhole ? [] : [...gone].flatMap(([file, own]) => (own > since ? [file] : [])),
      };
    },
  };
}
