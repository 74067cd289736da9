import { nearestWord } from '../core/model/nearest.ts';
import { showJson } from '../core/report/entry-json.ts';
import { allEntries, entriesWithId } from '../core/report/entry.ts';
import { findingsText } from '../core/report/findings-text.ts';
import { showText } from '../core/report/show-text.ts';
import type { Judge } from '../core/service.ts';
import type { Command } from './command-line.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';
import { load } from './load.ts';
import { scopeOf } from './scope.ts';

/** Tells everything about one artifact. */
export async function show(command: Command & { readonly name: 'show' }, console: Console): Promise<number> {
  const loaded = await load(scopeOf([], process.cwd()), command.common);
  const { judge, linesOf } = loaded;
  const [entry, ...others] = entriesWithId(command.id, judge);
  if (entry === undefined) {
    console.warn(notFound(command.id, judge));
    for (const { name, reason } of loaded.unreadable) console.warn(`Can't read ${name}: ${reason}.`);
    return exitCodes.wrongUse;
  }
  if (others.length > 0)
    console.warn(
      `"${command.id}" is given twice: this is the one in ${entry.file}, another stands in ${others[0]?.file ?? ''}.`,
    );
  if (command.format === 'json') {
    console.print(`${JSON.stringify(showJson(entry, judge, linesOf), null, 2)}\n`);
    return exitCodes.fine;
  }
  const { palette, width } = console;
  const findings = judge.findings(entry.file).filter(({ artifact }) => artifact === entry.id);
  const told = findingsText({ findings, linesOf }, { palette, width, textOf: () => undefined });
  console.print(`${showText(entry, judge, palette)}${told === '' ? '' : `\n${told}`}`);
  return exitCodes.fine;
}

/** Why there is nothing to show for an id. */
export function notFound(id: string, judge: Judge): string {
  const broken = judge.workspace.lookup.withId(id).find(target => target.type === 'broken');
  if (broken?.type === 'broken')
    return `"${id}" can't be shown: ${broken.file} can't be parsed. "betwright check" says where.`;
  const known = allEntries(judge).map(entry => entry.id);
  const nearest = nearestWord(id, known);
  if (nearest !== undefined) return `Nothing has the id "${id}". Did you mean "${nearest}"?`;
  return `Nothing has the id "${id}". "betwright list" tells what there is.`;
}
