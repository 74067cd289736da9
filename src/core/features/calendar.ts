import { isDone } from '../computed/checklist.ts';
import { readinessOf } from '../computed/readiness.ts';
import type { Place } from '../computed/reason.ts';
import { flagGraceDays, isCleanedUp } from '../model/flag.ts';
import { isHeld } from '../model/retro-state.ts';
import { stageDays } from '../model/stage-days.ts';
import { gaStage } from '../model/stages.ts';
import type { Rollout } from '../model/types.gen.ts';
import { addDays, compareDays, type Day } from '../model/values/date.ts';
import type { Judge } from '../service.ts';
import { safeName } from '../text/safe-name.ts';
import { foldWord } from '../schema/words.ts';
import type { CalendarEvent, EventKind } from '../views/calendar/event.ts';
import { plainText } from '../views/markup/plain-text.ts';
import { betCase, betsOf, type BetCase } from '../workspace/bet-case.ts';
import { embeddedParts, standalonePart, type Part } from '../workspace/part.ts';

/**
 * The days on which something is due, of all artifacts in these files, in order of day. What a bet that was decided no longer waits for is
 * left out; a flag outlives its bet. What several bets share stands once.
 */
export function calendarEvents(judge: Judge, files: readonly string[]): readonly CalendarEvent[] {
  const artifacts = files.flatMap(file => (judge.workspace.get(file)?.shown ?? []).map(({ artifact }) => artifact));
  const events = artifacts.flatMap(artifact => {
    if (artifact.kind !== 'bet') return partEvents(standalonePart(artifact), judge);
    const bet = betCase(artifact, judge.workspace.lookup, judge.settings);
    return [...timeboxEvents(bet, judge), ...embeddedParts(artifact).flatMap(part => partEvents(part, judge))];
  });
  return distinct(events).sort((a, b) => compareDays(a.day, b.day) || (a.uid < b.uid ? -1 : 1));
}

function partEvents(part: Part, judge: Judge): readonly CalendarEvent[] {
  switch (part.kind) {
    case 'retro':
      return retroEvents(part as Part<'retro'>, judge);
    case 'rollout':
      return rolloutEvents(part as Part<'rollout'>, judge);
    case 'launch':
      return launchEvents(part as Part<'launch'>, judge);
    case 'bet':
    case 'metrics':
    case 'tracks':
      return [];
  }
}

function timeboxEvents(bet: BetCase, { settings: { today } }: Judge): readonly CalendarEvent[] {
  const { timebox, artifact } = bet;
  if (timebox.end === undefined || (isDecided(bet) && timebox.end > today)) return [];
  return [
    eventOf('timebox', timebox.end, 'Timebox ends', ownSubject(bet), {
      details: [`Status: ${bet.status}`],
      workedOut: (bet.bet.timebox?.end ?? bet.retro?.model.timebox?.end)?.day === undefined,
      id: artifact.id,
    }),
  ];
}

function retroEvents(part: Part<'retro'>, judge: Judge): readonly CalendarEvent[] {
  const { today } = judge.settings;
  const { scheduled, held, facilitator } = part.model;
  const wasHeld = isHeld(part.model, today);
  const day = wasHeld ? (held?.day ?? scheduled?.day) : scheduled?.day;
  if (day === undefined || (wasHeld && day > today)) return [];
  const subject = subjectOf(part, judge);
  if (!wasHeld && subject.isDecided && day > today) return [];
  const facilitated = facilitator === undefined ? [] : [facilitator.text];
  return [
    eventOf('retro', day, wasHeld ? 'Retro held' : 'Retro', subject, {
      details: facilitated.map(name => `Facilitator: ${name}`),
      people: facilitated,
      id: idOf(part),
    }),
  ];
}

function launchEvents(part: Part<'launch'>, judge: Judge): readonly CalendarEvent[] {
  const day = part.model.date?.day;
  const subject = subjectOf(part, judge);
  if (day === undefined || (subject.isDecided && day > judge.settings.today)) return [];
  const tier = part.model.tier?.number;
  const details = tier === undefined ? [] : [`Tier: ${String(tier)}`];
  return [eventOf('launch', day, 'Launch', subject, { details, id: idOf(part) })];
}

function rolloutEvents(part: Part<'rollout'>, judge: Judge): readonly CalendarEvent[] {
  const { today } = judge.settings;
  const subject = subjectOf(part, judge);
  const gates = stageDays(part.model, today).flatMap(({ stage, index, title, end, isEndWritten, isGa }) => {
    if (end === undefined || isGa || (subject.isDecided && end > today)) return [];
    const open = (stage.exit?.items ?? []).filter(item => !isDone(item, subject.readiness()));
    const name = stage.stage?.text.trim() ?? '';
    return [
      eventOf('gate', end, `Gate after ${title}`, subject, {
        details: open.map(item => `Open: ${item.text?.text ?? 'an item without words'}`),
        workedOut: !isEndWritten,
        id: idOf(part),
        of: name === '' ? String(index + 1) : foldWord(name.slice(0, 100)),
      }),
    ];
  });
  return [...gates, ...flagEvents(part, subject, today)];
}

function flagEvents(part: Part<'rollout'>, subject: Subject, today: Day): readonly CalendarEvent[] {
  const { flag } = part.model;
  if (flag === undefined || isCleanedUp(flag, today)) return [];
  const day = flag.cleanupBy?.day ?? dayAfterGa(part.model);
  if (day === undefined) return [];
  const name = flag.name?.text.trim() ?? '';
  const title = name === '' ? 'Flag clean-up' : `Flag clean-up of ${name}`;
  return [eventOf('flag', day, title, subject, { workedOut: flag.cleanupBy?.day === undefined, id: idOf(part) })];
}

function dayAfterGa(rollout: Rollout): Day | undefined {
  const started = gaStage(rollout)?.started?.day;
  return started && addDays(started, flagGraceDays);
}

/** What an entry is of: the one bet that a part belongs to, else the part. */
interface Subject {
  readonly title: string;
  readonly id: string;
  readonly place: Place;
  readonly owners: readonly string[];
  /** Whether everything was decided that it was meant to decide. */
  readonly isDecided: boolean;
  readonly readiness: () => ReturnType<typeof readinessOf> | undefined;
}

function subjectOf(part: Part, judge: Judge): Subject {
  const bets = betsOf(part, judge.workspace.lookup, judge.settings);
  const [bet, ...more] = bets;
  const owners = [part.model.owner?.name?.text, ...bets.map(({ bet: { owner } }) => owner?.name?.text)];
  const only = more.length === 0 ? bet : undefined;
  return {
    title: only?.artifact.title ?? part.model.title?.text ?? part.holder.title,
    id: only?.artifact.id ?? idOf(part),
    place: { file: part.file, span: part.anchor },
    owners: owners.filter(owner => owner !== undefined),
    isDecided: bets.length > 0 && bets.every(isDecided),
    readiness: () => bet && readinessOf(bet, judge.settings),
  };
}

function ownSubject(bet: BetCase): Subject {
  const { artifact } = bet;
  const owner = bet.bet.owner?.name?.text;
  return {
    title: artifact.title,
    id: artifact.id,
    place: { file: artifact.file, span: artifact.anchor },
    owners: owner === undefined ? [] : [owner],
    isDecided: isDecided(bet),
    readiness: () => undefined,
  };
}

function isDecided({ status, decision }: BetCase): boolean {
  return status === 'concluded' || decision !== undefined;
}

function idOf(part: Part): string {
  return part.id ?? part.holder.id;
}

interface Particulars {
  readonly details?: readonly string[];
  readonly people?: readonly string[];
  readonly workedOut?: boolean;
  /** Of the artifact that says the day. */
  readonly id: string;
  /** Which of several days of one kind. */
  readonly of?: string;
}

function eventOf(kind: EventKind, day: Day, what: string, subject: Subject, particulars: Particulars): CalendarEvent {
  const { details = [], people = [], workedOut = false, id, of } = particulars;
  const owners = [...new Set(subject.owners.map(plainText))];
  const name = subject.title === subject.id ? subject.id : `${subject.title} (${subject.id})`;
  return {
    kind,
    day,
    uid: `${[kind, safeName(id), ...(of === undefined ? [] : [safeName(of)])].join('.')}@betwright`,
    summary: plainText(`${what}: ${name}`),
    details: [
      ...owners.map(owner => `Owner: ${owner}`),
      ...details.map(plainText),
      `File: ${plainText(subject.place.file)}`,
    ],
    place: subject.place,
    workedOut,
    people: [...new Set([...owners, ...people.map(plainText)])],
  };
}

/** Of two artifacts that share an id, and of two stages of one name, both keep their days. */
function distinct(events: readonly CalendarEvent[]): CalendarEvent[] {
  const seen = new Map<string, number>();
  return events.map(event => {
    const count = (seen.get(event.uid) ?? 0) + 1;
    seen.set(event.uid, count);
    return count === 1 ? event : { ...event, uid: event.uid.replace('@', `.~${String(count)}@`) };
  });
}
