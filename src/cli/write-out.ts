import { writeFileSync } from 'node:fs';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { reasonOf } from './reason.ts';

/** Prints what a command made, or writes it to the file that was named; the exit code says whether that could be done. */
export function writeOut(made: string | Uint8Array, out: string | undefined, console: Console): number {
  if (out === undefined) {
    console.print(made);
    return exitCodes.fine;
  }
  try {
    writeFileSync(out, made);
    return exitCodes.fine;
  } catch (error) {
    console.warn(`Can't write ${out}: ${reasonOf(error)}.`);
    return exitCodes.wrongUse;
  }
}
