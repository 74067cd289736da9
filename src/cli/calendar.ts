import { calendarEvents } from '../core/features/calendar.ts';
import { foldWord } from '../core/schema/words.ts';
import { eventKinds, type CalendarEvent } from '../core/views/calendar/event.ts';
import { icsCalendar } from '../core/views/calendar/ics.ts';
import { chosenWords } from './chosen-words.ts';
import type { Command } from './command-line.ts';
import type { Console } from './console.ts';
import { nothingFound } from './check.ts';
import { exitCodes } from './exit-codes.ts';
import { load } from './load.ts';
import { scopeOf } from './scope.ts';
import { tellBroken } from './tell-broken.ts';
import { writeOut } from './write-out.ts';

/** Writes the days on which something is due as a calendar file. */
export async function calendar(command: Command & { readonly name: 'calendar' }, console: Console): Promise<number> {
  const kinds = chosenWords('kind', command.kinds, eventKinds);
  if (kinds.wrong !== undefined) {
    console.warn(kinds.wrong);
    return exitCodes.wrongUse;
  }
  const { judge, files, unreadable } = await load(scopeOf(command.paths, process.cwd()), command.common);
  if (files.length === 0 && unreadable.length === 0 && !command.allowEmpty) {
    console.warn(nothingFound);
    return exitCodes.wrongUse;
  }
  const events = calendarEvents(judge, files).filter(
    event => kinds.includes(event.kind) && concerns(event, command.owners),
  );
  const code = writeOut(icsCalendar(events, 'Betwright', judge.settings.today), command.out, console);
  tellBroken(judge, files, console);
  for (const { name, reason } of unreadable) console.warn(`Can't read ${name}: ${reason}.`);
  return unreadable.length > 0 ? exitCodes.wrongUse : code;
}

/** Nobody named is everybody. */
function concerns({ people }: CalendarEvent, owners: readonly string[]): boolean {
  return owners.length === 0 || people.some(person => owners.some(owner => foldWord(owner) === foldWord(person)));
}
