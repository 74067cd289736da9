import { localDay } from '../../src/core/model/values/local-day.ts';
import { untilNextLook } from '../../src/server/today.ts';
import { judged } from '../support/workspace.ts';

/** What is asked of the program in a time zone, which a process has for good: see today.test.ts. */
export interface Question {
  /** In milliseconds since 1970. */
  readonly instant: number;
  readonly due: readonly string[];
}

export interface Answer {
  readonly day: string;
  /** Whether a retro that is due on each of the days is overdue. */
  readonly overdue: readonly boolean[];
  /** When the watch first looks at a clock that shows another day. */
  readonly nextDaySeen: number;
  readonly looks: number;
}

const questions = JSON.parse(process.argv[2] ?? '[]') as readonly Question[];
process.stdout.write(JSON.stringify(questions.map(answer)));

function answer({ instant, due }: Question): Answer {
  const today = localDay(new Date(instant));
  const overdue = due.map(day => {
    const text = `id: A\nstatus: building\ntimebox: { start: 2026-01-01, end: 2029-12-31 }\nretro: { scheduled: ${day} }\n`;
    return judged({ 'a.bet.yaml': text }, { today })
      .findings('a.bet.yaml')
      .some(({ rule }) => rule === 'retro/overdue');
  });
  let [now, looks] = [instant, 0];
  while (localDay(new Date(now)) === today && looks < 100) {
    now += untilNextLook(new Date(now));
    looks++;
  }
  return { day: today, overdue, nextDaySeen: now, looks };
}
