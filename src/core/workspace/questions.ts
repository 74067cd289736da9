import { ownText } from '../text/own-text.ts';

/** Which files have asked what (see `recordLookup`): a later change to an answer makes those stale that asked. */
export interface Questions {
  /** What this file asked, in place of what it asked before. */
  set(file: string, asked: Iterable<string>): void;
  /** The file has asked nothing. */
  forget(file: string): void;
  /** Those that have asked this; they are not told again until they have asked again, so that many changes cost no more than one. */
  takeAskers(question: string): readonly string[];
}

/** Kept small: most questions are asked by one file, and there are dozens for each. */
interface Slot {
  readonly question: string;
  files: string | Set<string>;
}

export function createQuestions(): Questions {
  const slots = new Map<string, Slot>();
  const askedBy = new Map<string, readonly Slot[]>();

  function slotFor(question: string, file: string): Slot {
    const known = slots.get(question);
    if (known === undefined) {
      const slot: Slot = { question: ownText(question), files: file };
      slots.set(slot.question, slot);
      return slot;
    }
    if (typeof known.files !== 'string') known.files.add(file);
    else if (known.files !== file) known.files = new Set([known.files, file]);
    return known;
  }

  function forget(file: string): void {
    for (const slot of askedBy.get(file) ?? []) {
      if (typeof slot.files !== 'string') slot.files.delete(file);
      if (slot.files === file || (typeof slot.files !== 'string' && slot.files.size === 0)) slots.delete(slot.question);
    }
    askedBy.delete(file);
  }

  return {
    set(file, asked) {
      forget(file);
      askedBy.set(
        file,
        Array.from(asked, question => slotFor(question, file)),
      );
    },
    forget,
    takeAskers(question) {
      const files = slots.get(question)?.files;
      if (files === undefined) return [];
      const askers = typeof files === 'string' ? [files] : [...files];
      for (const file of askers) forget(file);
      return askers;
    },
  };
}
