import type { Judge } from '../core/service.ts';
import type { Console } from './console.ts';

/** Says which documents are left out of what was made, because they can't be parsed. */
export function tellBroken(judge: Judge, files: readonly string[], console: Console): void {
  for (const file of files) {
    if ((judge.workspace.get(file)?.model.broken.length ?? 0) === 0) continue;
    console.warn(`${file} can't be parsed, so what stands in it is missing. "betwright check" says where.`);
  }
}
