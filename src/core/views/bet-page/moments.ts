import type { Place } from '../../computed/reason.ts';
import { isHeld } from '../../model/retro-state.ts';
import { currentStage, stageEnd } from '../../model/stages.ts';
import type { DateValue } from '../../model/located.ts';
import type { Day } from '../../model/values/date.ts';
import { endOf } from '../../model/values/duration.ts';
import type { Part } from '../../workspace/part.ts';
import type { PageSource } from './source.ts';
import { stageWords } from './words.ts';

/** Something that has a day or more on the line of time. */
export interface Moment {
  readonly name: string;
  readonly sort: 'timebox' | 'stage' | 'milestone';
  readonly start: Day;
  /** Absent for what is one day, and for what has no end. */
  readonly end?: Day;
  /** The day until which it was to last, where that is written. */
  readonly planned?: Day;
  /** Whether it lasts until today and on. */
  readonly runs?: true;
  /** Whether what is planned for the day has come to pass. */
  readonly done?: true;
  readonly place: Place;
}

/** What of an artifact has a day, in the order in which it stands on the line of time. */
export function momentsOf({ bet, rollout, retro, launch, today }: PageSource): readonly Moment[] {
  return [
    ...timeboxOf(bet),
    ...(rollout ? stagesOf(rollout.part, today) : []),
    ...(bet ? dayOf('Shipped', bet.artifact.file, bet.bet.shipped, today) : []),
    ...(launch ? dayOf('Launch', launch.file, launch.model.date, today) : []),
    ...(retro ? retroOf(retro, today) : []),
    ...(rollout ? flagOf(rollout.part) : []),
  ];
}

function timeboxOf(bet: PageSource['bet']): readonly Moment[] {
  const { start, end } = bet?.timebox ?? {};
  const day = start ?? end;
  if (bet === undefined || day === undefined) return [];
  const own = bet.bet.timebox;
  const place = own
    ? { file: bet.artifact.file, span: own.span }
    : { file: bet.retro?.file ?? bet.artifact.file, span: bet.retro?.model.timebox?.span ?? bet.artifact.anchor };
  const isSpan = start !== undefined && end !== undefined && end > start;
  return [{ name: 'Timebox', sort: 'timebox', start: day, ...(isSpan && { end }), place }];
}

function stagesOf(rollout: Part<'rollout'>, today: Day): readonly Moment[] {
  const stages = rollout.model.stages?.items ?? [];
  const current = currentStage(rollout.model, today);
  return stages.flatMap((stage, index): readonly Moment[] => {
    const start = stage.started?.day;
    if (start === undefined) return [];
    const written = stageEnd(rollout.model, index);
    const runs = written === undefined && current?.index === index;
    const end = written ?? (runs ? today : undefined);
    const duration = stage.duration?.duration;
    const planned = duration && endOf(start, duration, 'longest');
    const place = { file: rollout.file, span: stage.started?.span ?? stage.span };
    return [
      {
        name: stageWords(stage, index),
        sort: 'stage',
        start,
        ...(end !== undefined && end > start && { end }),
        ...(planned !== undefined && planned > start && { planned }),
        ...(runs && { runs }),
        place,
      },
    ];
  });
}

function retroOf(retro: Part<'retro'>, today: Day): readonly Moment[] {
  const { held, scheduled } = retro.model;
  if (isHeld(retro.model, today)) return dayOf('Retro', retro.file, held ?? scheduled, today);
  // The day of a retro may have passed without one.
  return dayOf('Retro', retro.file, scheduled ?? held, undefined);
}

function flagOf(rollout: Part<'rollout'>): readonly Moment[] {
  const { flag } = rollout.model;
  const [value, done] = flag?.cleanedUp?.day ? [flag.cleanedUp, true] : [flag?.cleanupBy, false];
  if (value?.day === undefined) return [];
  return [
    {
      name: 'Flag gone',
      sort: 'milestone',
      start: value.day,
      ...(done && { done: true }),
      place: { file: rollout.file, span: value.span },
    },
  ];
}

/** Without `today` it is not known to have come to pass, whatever the day. */
function dayOf(name: string, file: string, value: DateValue | undefined, today: Day | undefined): readonly Moment[] {
  if (value?.day === undefined) return [];
  const done = today !== undefined && value.day <= today;
  return [{ name, sort: 'milestone', start: value.day, ...(done && { done }), place: { file, span: value.span } }];
}
