import { addDays, type Day } from '../model/values/date.ts';
import type { BetCase } from '../workspace/bet-case.ts';
import { write, writeIn, type Fix } from './fix.ts';

/** Weeks after which a retro is held where nothing says when the bet ends. */
const usualWeeks = 6;

/** Puts a retro into the calendar: at the timebox's end while that is ahead. */
export function scheduleAtEnd(bet: BetCase, today: Day): Fix {
  const { end } = bet.timebox;
  const isAhead = end !== undefined && end >= today;
  const day = isAhead ? end : addDays(today, usualWeeks * 7);
  const title = isAhead
    ? `Schedule the retro at the timebox’s end (${day})`
    : `Schedule the retro in ${usualWeeks} weeks (${day})`;
  return schedule(bet, day, title);
}

/** A retro that should have been held is held soon. */
export function scheduleInAWeek(bet: BetCase, today: Day): Fix {
  const day = addDays(today, 7);
  // Another date holds no retro: it is not done in passing.
  return { ...schedule(bet, day, `Hold the retro in a week (${day})`), isAnswer: true };
}

function schedule({ artifact, retro }: BetCase, day: Day, title: string): Fix {
  const fields = { scheduled: day };
  return { title, changes: [retro ? writeIn(retro, [], fields) : write(artifact, ['retro'], fields)] };
}
