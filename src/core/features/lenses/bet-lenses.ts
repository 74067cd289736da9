import { gateOf, type Gate } from '../../computed/gate.ts';
import { metricStates } from '../../computed/metric-states.ts';
import { readinessCount, readinessOf, readinessPoints } from '../../computed/readiness.ts';
import { counted, reasonAt, short, type Reason } from '../../computed/reason.ts';
import { recommendDecision } from '../../computed/recommended-decision.ts';
import { rolloutOfBet } from '../../computed/rollout-case.ts';
import { isFrom } from '../../model/status.ts';
import { daysBetween } from '../../model/values/date.ts';
import type { BetCase } from '../../workspace/bet-case.ts';
import type { Lookup } from '../../workspace/lookup.ts';
import type { Settings } from '../../workspace/settings.ts';
import { earlierLearnings } from '../earlier-learnings.ts';
import type { Lens, LensClick, LensSort, Moment } from './lens.ts';

/** How a bet stands, over its head: readiness, gate, decision, and what earlier bets taught. */
export function betLenses(bet: BetCase, lookup: Lookup, settings: Settings): readonly Lens[] {
  const told: readonly (readonly [LensSort, Told | undefined])[] = [
    ['readiness', readiness(bet, settings)],
    ['gate', gate(bet, lookup, settings)],
    ['decision', decision(bet, settings)],
    ['learnings', learnings(bet, lookup, settings)],
  ];
  return told.flatMap(([sort, said]) =>
    said === undefined ? [] : [{ sort, span: bet.artifact.anchor, title: said.title, click: clickOf(bet, said) }],
  );
}

function clickOf({ artifact }: BetCase, { moment, reasons }: Told): LensClick {
  if (moment) return { type: 'moment', moment, file: artifact.file, id: artifact.id };
  return { type: 'reasons', reasons };
}

interface Told {
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** What it is time for; its dialogue shows the reasons. */
  readonly moment?: Moment;
}

/** More open points than these are not named: other lenses stand on the same line, and a click lists all. */
const mostOpen = 3;

/** From building on, as long as there is something to get ready for. */
function readiness(bet: BetCase, settings: Settings): Told | undefined {
  if (!isFrom(bet.status, 'building') || bet.status === 'concluded') return undefined;
  const points = readinessOf(bet, settings);
  const { met, of } = readinessCount(points);
  if (of === 0) return undefined;
  const open = readinessPoints.filter(point => points[point].value === 'notMet');
  const rest = open.length === 0 || open.length > mostOpen ? '' : ` · open: ${open.join(', ')}`;
  // What is open comes first: that is what a click is for.
  const closed = readinessPoints.filter(point => points[point].value === 'met');
  return {
    title: `Ready ${String(met)} of ${String(of)}${rest}`,
    reasons: [...open, ...closed].flatMap(point => points[point].reasons),
  };
}

function gate(bet: BetCase, lookup: Lookup, settings: Settings): Told | undefined {
  if (bet.status === 'concluded') return undefined;
  const rollout = rolloutOfBet(bet, lookup, settings);
  const found = rollout && gateOf(rollout, settings);
  return found && { title: gateTitle(found), reasons: found.reasons, moment: 'advanceStage' };
}

const gateWords: Readonly<Record<Gate['value'], string>> = {
  advance: 'advance',
  hold: 'hold',
  rollBack: 'roll back',
};

/** "Gate after beta: hold (2 reasons)". */
export function gateTitle({ value, stage, reasons }: Gate): string {
  const why = value === 'advance' ? '' : ` (${counted(reasons.length, 'reason')})`;
  return `Gate after ${short(stage)}: ${gateWords[value]}${why}`;
}

/** Days before its day on which a decision begins to be spoken of. */
const soon = 14;

/** Once there are results, what they speak for; before, how long it is until a decision is due. Overdue is a finding. */
function decision(bet: BetCase, settings: Settings): Told | undefined {
  if (bet.decision !== undefined) return undefined;
  const states = metricStates(bet.metrics, bet.retro, settings.today);
  const recommended = recommendDecision(bet, states);
  if (recommended !== undefined && recommended.value !== 'inconclusive')
    return {
      title: `Results speak for: ${recommended.value}`,
      reasons: recommended.reasons,
      moment: 'recordDecision',
    };
  const { end } = bet.timebox;
  const place = bet.bet.timebox ?? bet.artifact;
  if (isFrom(bet.status, 'building') && end !== undefined) {
    const left = daysBetween(settings.today, end);
    if (left >= 0 && left <= soon) {
      const when = left === 0 ? 'today' : `in ${counted(left, 'day')}`;
      const due = reasonAt(bet.artifact.file, place.span, `The timebox ends on ${end}.`);
      const reasons = [due, ...(recommended?.reasons ?? [])];
      return { title: `Decision due ${when}`, reasons, moment: 'recordDecision' };
    }
  }
  if (recommended === undefined) return undefined;
  return {
    title: `No decision yet: ${counted(recommended.missing.length, 'thing')} missing`,
    reasons: recommended.reasons,
  };
}

function learnings(bet: BetCase, lookup: Lookup, settings: Settings): Told | undefined {
  const taught = earlierLearnings(bet, lookup, settings);
  if (taught.length === 0) return undefined;
  const bets = new Set(taught.map(learning => learning.bet));
  return {
    title: `${counted(bets.size, 'earlier bet')} on this metric taught something`,
    reasons: taught.map(({ text, file, span, bet: id }) => reasonAt(file, span, `${short(id)}: ${short(text)}`)),
  };
}
