import { isHeld } from '../../model/retro-state.ts';
import type { Retro } from '../../model/types.gen.ts';
import { daysBetween, type Day } from '../../model/values/date.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import type { Part } from '../../workspace/part.ts';
import { counted, short } from '../reason.ts';
import { fieldPlace, met, notMet, partMissing, type PointCheck, type PointState } from './point.ts';

/** Days after the timebox's end up to which a retro still counts as being at its end (SPEC 8). */
const graceDays = 14;

/** The retro is scheduled or held, not more than 14 days after the timebox's end. */
export const retro: PointCheck = (bet, today) => {
  const part = bet.retro;
  if (part === undefined) return partMissing(bet, 'retro', 'No retro is scheduled.');
  const { scheduled } = part.model;
  const days = [heldDay(part.model, today), scheduled?.day].filter(day => day !== undefined);
  if (days.length === 0) return withoutDay(part, today);
  const { end } = bet.timebox;
  if (end === undefined) return withoutEnd(bet, part);
  const first = days.reduce((a, b) => (a < b ? a : b));
  const late = daysBetween(end, first);
  const span = (first === scheduled?.day ? scheduled : (part.model.held ?? part.model)).span;
  if (late > graceDays) {
    return notMet({ text: `The retro is on ${first}, ${late} days after the timebox’s end.`, file: part.file, span });
  }
  const when =
    late === 0
      ? 'the day on which the timebox ends'
      : late > 0
        ? `${counted(late, 'day')} after the timebox’s end`
        : 'before the timebox ends';
  return met({ text: `The retro is on ${first}, ${when}.`, file: part.file, span });
};

/** A day in `held` that is still to come is not one on which it was held. */
function heldDay(model: Retro, today: Day): Day | undefined {
  return isHeld(model, today) ? model.held?.day : undefined;
}

function withoutDay(part: Part<'retro'>, today: Day): PointState {
  const { scheduled, held, decision } = part.model;
  if (isHeld(part.model, today)) {
    return met({
      text: 'The retro was held: its decision is written.',
      file: part.file,
      span: (decision?.outcome ?? decision ?? part.model).span,
    });
  }
  const written = scheduled ?? held;
  if (written === undefined) return notMet({ text: 'The retro has no date.', file: part.file, span: part.anchor });
  const text =
    written.day === undefined
      ? `The date of the retro can't be read: ${short(written.text)}.`
      : 'The retro is not scheduled, and its day is still to come.';
  return notMet({ text, file: part.file, span: written.span });
}

/** Without a timebox any day will do; one that can't be read is not taken for one that fits. */
function withoutEnd(bet: BetCase, part: Part<'retro'>): PointState {
  const { scheduled, held, timebox } = part.model;
  const box = bet.bet.timebox ?? timebox;
  const file = bet.bet.timebox ? bet.artifact.file : part.file;
  const unreadable = [box?.end, box?.start].find(date => date !== undefined && date.day === undefined);
  const fault = unreadable ?? (box?.duration && !box.duration.duration ? box.duration : undefined);
  if (fault)
    return notMet({ text: `When the timebox ends can't be read: ${short(fault.text)}.`, file, span: fault.span });
  return met({ text: `The retro has a date.`, ...fieldPlace(part, held ?? scheduled) });
}
