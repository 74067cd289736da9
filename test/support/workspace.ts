import { createJudge, type Judge } from '../../src/core/service.ts';
import { readDate, type Day } from '../../src/core/model/values/date.ts';
import type { Settings } from '../../src/core/workspace/settings.ts';

/** The day on which tests are judged unless they say otherwise. */
export const testDay = day('2026-11-22');

export function day(text: string): Day {
  const read = readDate(text);
  if (read === undefined) throw new Error(`not a day: ${text}`);
  return read;
}

export function testSettings(changes: Partial<Settings> = {}): Settings {
  return { today: testDay, mode: 'scaling', severities: {}, ...changes };
}

/** A workspace in memory with everything judged. */
export function judged(files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Judge {
  const judge = createJudge(testSettings(settings));
  for (const [file, text] of Object.entries(files)) judge.set(file, text);
  settle(judge, new Map(Object.entries(files)));
  return judge;
}

/** Does what a host has to do when something has changed: hands in again what is read otherwise now, and what is wanted. */
export function settle(judge: Judge, texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  for (const prefix of judge.takeRereads())
    for (const [file, text] of texts) if (file.startsWith(prefix) && file.endsWith('.md')) judge.set(file, text);
  for (const table of judge.wantedTables()) judge.set(table, texts.get(table));
  return judge.update();
}
