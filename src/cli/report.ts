import { siteFiles } from '../core/features/site.ts';
import type { Command } from './command-line.ts';
import type { Console } from './console.ts';
import { nothingFound } from './check.ts';
import { exitCodes } from './exit-codes.ts';
import { load } from './load.ts';
import { scopeOf } from './scope.ts';
import { siteAssets } from './site-assets.ts';
import { writeSite } from './site-folder.ts';
import { tellBroken } from './tell-broken.ts';

/** Writes the workspace as a site. */
export async function report(command: Command & { readonly name: 'report' }, console: Console): Promise<number> {
  const { out, title, force, allowEmpty } = command;
  const { judge, files, unreadable, linesOf } = await load(scopeOf(command.paths, process.cwd()), command.common);
  if (files.length === 0 && unreadable.length === 0 && !allowEmpty) {
    console.warn(nothingFound);
    return exitCodes.wrongUse;
  }
  const site = siteFiles(judge, { title: title ?? 'Product bets', assets: siteAssets(), linesOf });
  const problem = writeSite(out, site, force, message => {
    console.warn(message);
  });
  if (problem !== undefined) {
    console.warn(problem);
    return exitCodes.wrongUse;
  }
  tellBroken(judge, files, console);
  for (const { name, reason } of unreadable) console.warn(`Can't read ${name}: ${reason}.`);
  return unreadable.length > 0 ? exitCodes.wrongUse : exitCodes.fine;
}
