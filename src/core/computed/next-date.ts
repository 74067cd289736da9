import { isHeld } from '../model/retro-state.ts';
import { stageTitle } from '../model/stages.ts';
import type { Day } from '../model/values/date.ts';
import type { BetCase } from '../workspace/bet-case.ts';

/** Something that a bet has a day for. */
export interface NextDate {
  readonly what: string;
  readonly day: Day;
}

/** The next day, from today on, on which something of the bet is due; else the retro that is late. Nothing once it was decided. */
export function nextDate(bet: BetCase, today: Day): NextDate | undefined {
  if (bet.status === 'concluded' || bet.decision !== undefined) return undefined;
  const dates: NextDate[] = [];
  const add = (what: string, day: Day | undefined): void => {
    if (day !== undefined) dates.push({ what, day });
  };
  const retroDay = isHeld(bet.retro?.model, today) ? undefined : bet.retro?.model.scheduled?.day;
  add('retro', retroDay);
  add('launch', bet.launch?.model.date?.day);
  add('timebox ends', bet.timebox.end);
  add('flag clean-up', bet.rollout?.model.flag?.cleanupBy?.day);
  for (const [index, stage] of (bet.rollout?.model.stages?.items ?? []).entries())
    add(`${stageTitle(stage, index)} starts`, stage.started?.day);
  const ahead = dates.filter(({ day }) => day >= today).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return ahead[0] ?? (retroDay === undefined ? undefined : { what: 'retro', day: retroDay });
}
