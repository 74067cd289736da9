import type { Judge } from '../core/service.ts';
import type { Documents } from './documents.ts';
import type { Guard } from './guard.ts';
import type { Intake } from './intake.ts';
import { yieldToEvents } from './turns.ts';

/**
 * Decides what is judged when. A document that is being edited comes first and at once; whatever else its change
 * touches follows after a pause in typing, in turns short enough that the next keystroke does not wait.
 */
export interface Judging {
  /** A document was opened or changed. */
  edited(uri: string): void;
  /** Texts were taken in otherwise, or everything is to be judged again. */
  touched(): void;
  /** Takes in what was typed since, so that an answer about this document fits its text. */
  settle(uri: string): void;
  /** Judges one file whose text was taken in otherwise, for an answer that can't wait. */
  judgeNow(uri: string): void;
  /** The whole workspace has been read: from now on everything is judged and shown. */
  readonly complete: () => void;
  readonly isComplete: boolean;
  dispose(): void;
}

/** What is to be done when files have been judged. */
export interface Judged {
  publish(uri: string): void;
  /** The text of these documents changed, and their findings were judged along with it. */
  onEdited(uris: readonly string[]): void;
  /** Nothing waits any more. These files were shown anew because of others, and these documents were edited since. */
  onSettled(shown: readonly string[], edited: readonly string[]): void;
}

/** From so many lines on an edit waits for a pause in typing. */
const manyLines = 2_000;
/** Milliseconds; the first is long enough to gather what comes in one burst. */
const pauses = { burst: 1, large: 150, others: 150 } as const;
/** So many files that depend on an edited one are judged along with it: their findings may stand in its text. */
const alongside = 32;
/** Milliseconds of work until the editor gets its turn. */
const turn = 10;

export function createJudging(
  judge: Judge,
  documents: Documents,
  intake: Intake,
  guard: Guard,
  judged: Judged,
): Judging {
  /** Open documents whose present text has not been taken in. */
  const unread = new Set<string>();
  /** Files with findings that have not been shown yet. */
  const unshown = new Set<string>();
  /** Documents that were edited since everything was last settled. */
  const unsettled = new Set<string>();
  let editTimer: ReturnType<typeof setTimeout> | undefined;
  let othersTimer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isComplete = false;
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;

  function judgeOne(file: string): void {
    guard.run('judging a file', () => {
      for (const changed of judge.update([file])) unshown.add(changed);
    });
  }

  function show(uri: string): void {
    unshown.delete(uri);
    // What was typed since is about to be judged: what was found before it is not shown any more.
    if (unread.has(uri)) return;
    guard.run('showing findings', () => {
      judged.publish(uri);
    });
  }

  /** Whether the document is, or was until now, ours. */
  function readOne(uri: string): boolean {
    const wasOurs = intake.lines(uri) !== undefined;
    unread.delete(uri);
    const document = documents.get(uri);
    if (document) intake.take(uri, document.text, document.version);
    return wasOurs || intake.lines(uri) !== undefined;
  }

  function readEdited(uris: readonly string[]): void {
    const ours = uris.filter(readOne);
    if (ours.length === 0) {
      // A table is nothing of ours, and what names it is judged by it.
      if (judge.pending().length > 0) workAfterPause();
      return;
    }
    for (const uri of ours) {
      unsettled.add(uri);
      judgeOne(uri);
    }
    for (const file of judge.pending().slice(0, isComplete ? alongside : 0)) judgeOne(file);
    for (const uri of ours) show(uri);
    guard.run('telling of an edit', () => {
      judged.onEdited(ours);
    });
    workAfterPause();
  }

  function workAfterPause(): void {
    if (!isComplete || isStopped()) return;
    clearTimeout(othersTimer);
    othersTimer = setTimeout(() => void work(), pauses.others);
  }

  async function work(): Promise<void> {
    othersTimer = undefined;
    if (isWorking) return;
    isWorking = true;
    try {
      await inTurns(() => judge.pending(), judgeOne);
      const files: string[] = [];
      await inTurns(
        () => [...unshown],
        uri => {
          files.push(uri);
          show(uri);
        },
      );
      const edited = [...unsettled];
      unsettled.clear();
      if (files.length + edited.length > 0 && !isStopped())
        guard.run('telling of findings', () => {
          judged.onSettled(files, edited);
        });
    } finally {
      isWorking = false;
    }
    if (judge.pending().length > 0 || unshown.size > 0) workAfterPause();
  }

  /** Until nothing is left, with a break for others whenever a turn is over. */
  async function inTurns(left: () => readonly string[], doOne: (file: string) => void): Promise<void> {
    let began = Date.now();
    for (let files = left(); files.length > 0 && !isStopped(); files = left()) {
      for (const file of files) {
        if (isStopped()) return;
        doOne(file);
        if (Date.now() - began < turn) continue;
        await yieldToEvents();
        began = Date.now();
      }
    }
  }

  return {
    edited(uri) {
      unread.add(uri);
      const isLarge = (documents.get(uri)?.lines.length ?? 0) > manyLines;
      if (editTimer !== undefined && !isLarge) return;
      clearTimeout(editTimer);
      editTimer = setTimeout(
        () => {
          editTimer = undefined;
          readEdited([...unread]);
        },
        isLarge ? pauses.large : pauses.burst,
      );
    },
    touched() {
      if (!isComplete || isStopped()) return;
      othersTimer ??= setTimeout(() => void work(), pauses.others);
    },
    settle(uri) {
      if (unread.has(uri)) readEdited([uri]);
    },
    judgeNow(uri) {
      judgeOne(uri);
      workAfterPause();
    },
    complete() {
      isComplete = true;
      for (const uri of documents.uris()) unshown.add(uri);
      void work();
    },
    get isComplete() {
      return isComplete;
    },
    dispose() {
      stopping.abort();
      clearTimeout(editTimer);
      clearTimeout(othersTimer);
    },
  };
}
