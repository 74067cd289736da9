import { isDone } from '../../computed/checklist.ts';
import { componentNames, componentStatus, isSettled } from '../../computed/launch-state.ts';
import { counted } from '../../computed/reason.ts';
import { isCleanedUp } from '../../model/flag.ts';
import type { DateValue, ListValue } from '../../model/located.ts';
import { isHeld } from '../../model/retro-state.ts';
import { stageEnd } from '../../model/stages.ts';
import type { ChecklistItem, Launch, Retro, Rollout, Stage, Timebox } from '../../model/types.gen.ts';
import { dayOfWeek, daysBetween, type Day } from '../../model/values/date.ts';
import { endOf } from '../../model/values/duration.ts';
import type { InlayHint } from './inlay-hint.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** When a timebox ends where only its length is written, and how long that is from today. */
export function timeboxHints(timebox: Timebox | undefined, isOpen: boolean, today: Day): readonly InlayHint[] {
  const { start, end, duration } = timebox ?? {};
  if (end) return isOpen ? daysLeft(end, today) : [];
  const day = start?.day && duration?.duration && endOf(start.day, duration.duration, 'longest');
  if (duration === undefined || day === undefined) return [];
  const left = isOpen ? `, ${distance(day, today)}` : '';
  return [dateHint(duration.span.end, `ends ${weekday(day)} ${day}${left}`)];
}

/** When each stage that has started will have run its time; of planned and ended ones nothing. */
export function rolloutHints(rollout: Rollout, today: Day): readonly InlayHint[] {
  const stages = rollout.stages?.items ?? [];
  const { flag } = rollout;
  return [
    ...stages.flatMap((stage, index) => [
      ...(stageEnd(rollout, index) === undefined ? stageHint(stage, today) : []),
      ...itemHints(stage.entry, today),
      ...itemHints(stage.exit, today),
    ]),
    ...(flag && !isCleanedUp(flag, today) ? daysLeft(flag.cleanupBy, today) : []),
  ];
}

function stageHint({ started, duration }: Stage, today: Day): readonly InlayHint[] {
  const end = started?.day && duration?.duration && endOf(started.day, duration.duration, 'longest');
  if (duration === undefined || end === undefined) return [];
  return [dateHint(duration.span.end, `until ${weekday(end)} ${end}, ${distance(end, today)}`)];
}

export function retroHints(retro: Retro, today: Day): readonly InlayHint[] {
  const steps = itemHints(retro.nextSteps, today);
  return isHeld(retro, today) ? steps : [...daysLeft(retro.scheduled, today), ...steps];
}

export function launchHints(launch: Launch, today: Day): readonly InlayHint[] {
  const due = componentNames.flatMap(name =>
    isSettled(componentStatus(launch, name)) ? [] : daysLeft(launch.components?.[name]?.due, today),
  );
  const lists = [launch.preLaunch, launch.launchDay, launch.postLaunch];
  return [...daysLeft(launch.date, today), ...due, ...lists.flatMap(list => itemHints(list, today))];
}

function itemHints(items: ListValue<ChecklistItem> | undefined, today: Day): readonly InlayHint[] {
  return (items?.items ?? []).flatMap(item => (isDone(item, undefined) ? [] : daysLeft(item.due, today)));
}

function daysLeft(date: DateValue | undefined, today: Day): readonly InlayHint[] {
  return date?.day === undefined ? [] : [dateHint(date.span.end, distance(date.day, today))];
}

/** "today", "in 5 days", "2 days ago". */
function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}

function weekday(day: Day): string {
  return weekdays[dayOfWeek(day) - 1] ?? '';
}

function dateHint(offset: number, label: string): InlayHint {
  return { sort: 'dates', offset, label };
}
