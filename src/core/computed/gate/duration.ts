import type { StagePlace } from '../../model/stages.ts';
import { daysBetween, type Day } from '../../model/values/date.ts';
import { endOf } from '../../model/values/duration.ts';
import { counted, short, type Reason } from '../reason.ts';
import type { RolloutCase } from '../rollout-case.ts';

/** The stage has not yet run its shortest duration. One that can't be read is not taken for one that is over. */
export function durationHolds({ part }: RolloutCase, { stage }: StagePlace, today: Day): readonly Reason[] {
  const { duration, ended } = stage;
  const started = stage.started?.day;
  if (duration === undefined || started === undefined) return [];
  const { file } = part;
  if (duration.duration === undefined) {
    return [
      { text: `How long the stage has to run can't be read: ${short(duration.text)}.`, file, span: duration.span },
    ];
  }
  const enough = endOf(started, duration.duration, 'shortest');
  const ranUntil = ended?.day !== undefined && ended.day < today ? ended.day : today;
  if (enough === undefined || ranUntil >= enough) return [];
  const text = `The stage has run ${counted(daysBetween(started, ranUntil), 'day')} of at least ${daysBetween(started, enough)} (${short(duration.text)}).`;
  return [{ text, file, span: duration.span }];
}
