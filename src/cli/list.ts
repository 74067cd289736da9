import { statuses } from '../core/model/status.ts';
import { listJson } from '../core/report/entry-json.ts';
import { allEntries } from '../core/report/entry.ts';
import { listText } from '../core/report/list-text.ts';
import { kinds } from '../core/schema/kinds.ts';
import { chosenWords } from './chosen-words.ts';
import type { Command } from './command-line.ts';
import type { Console } from './console.ts';
import { nothingFound } from './check.ts';
import { exitCodes } from './exit-codes.ts';
import { load } from './load.ts';
import { scopeOf } from './scope.ts';

/** Lists artifacts. */
export async function list(command: Command & { readonly name: 'list' }, console: Console): Promise<number> {
  const chosenKinds = chosenWords('kind', command.kinds, kinds);
  const chosenStatuses = chosenWords('status', command.statuses, statuses);
  for (const wrong of [chosenKinds.wrong, chosenStatuses.wrong]) {
    if (wrong === undefined) continue;
    console.warn(wrong);
    return exitCodes.wrongUse;
  }
  const { judge, files, unreadable, linesOf } = await load(scopeOf(command.paths, process.cwd()), command.common);
  const asked = new Set(files);
  const all = allEntries(judge).filter(({ file }) => asked.has(file));
  const entries = all.filter(({ kind, status }) => chosenKinds.includes(kind) && chosenStatuses.includes(status));
  console.print(
    command.format === 'json'
      ? `${JSON.stringify(listJson(entries, judge, linesOf), null, 2)}\n`
      : listText(entries, console.palette),
  );
  for (const { name, reason } of unreadable) console.warn(`Can't read ${name}: ${reason}.`);
  if (unreadable.length > 0) return exitCodes.wrongUse;
  if (files.length > 0 || command.allowEmpty) return exitCodes.fine;
  console.warn(nothingFound);
  return exitCodes.wrongUse;
}
