import { foldWord } from '../schema/words.ts';
import { gaStage, hasStarted, standardStage } from './stages.ts';
import { timeboxDays } from './timebox.ts';
import type { Bet, Retro, Rollout } from './types.gen.ts';
import type { Day } from './values/date.ts';

/** Where a bet stands, in the order in which it goes through them. */
export const statuses = ['proposed', 'shaping', 'building', 'rollingOut', 'measuring', 'concluded'] as const;

export type Status = (typeof statuses)[number];

export type Outcome = 'scale' | 'iterate' | 'kill';

/** Words of the templates that say what was decided along with the status (SPEC 4). */
const decidingWords: Readonly<Record<string, Outcome>> = { validated: 'scale', scaled: 'scale', killed: 'kill' };

/** Words of the templates that leave the status to dates and rollout (SPEC 4). */
const inferringWords: ReadonlySet<string> = new Set(['active', 'inprogress']);

/** What the written status word itself says was decided. */
export function decisionInStatus(bet: Bet): Outcome | undefined {
  const folded = foldWord(bet.status?.text ?? '');
  return Object.hasOwn(decidingWords, folded) ? decidingWords[folded] : undefined;
}

/** What was decided, wherever it is written. */
export function decisionOf(bet: Bet, retro: Retro | undefined): Outcome | undefined {
  return retro?.decision?.outcome?.word ?? decisionInStatus(bet);
}

/** The status that is written, else, or with Active or In Progress, what decision, dates and rollout say (SPEC 8, "Status"). */
export function statusOf(bet: Bet, rollout: Rollout | undefined, retro: Retro | undefined, today: Day): Status {
  const written = bet.status;
  const inferring = written !== undefined && inferringWords.has(foldWord(written.text));
  if (written !== undefined && !inferring) return written.word;
  if (decisionOf(bet, retro) !== undefined) return 'concluded';
  const stages = rollout?.stages?.items ?? [];
  const ga = rollout && gaStage(rollout);
  if (isPast(bet.shipped?.day, today) || (ga && hasStarted(ga, today))) return 'measuring';
  const started = stages.filter(stage => hasStarted(stage, today));
  if (started.some(stage => standardStage(stage) !== 'internal')) return 'rollingOut';
  if (isPast(timeboxDays(bet.timebox).start, today) || started.length > 0) return 'building';
  return inferring ? 'building' : 'proposed';
}

/** `shipped` is today or past, or GA started, or the status says so (SPEC 8, "Status"). */
export function hasShipped(bet: Bet, rollout: Rollout | undefined, status: Status, today: Day): boolean {
  const ga = rollout && gaStage(rollout);
  return (
    status === 'measuring' ||
    status === 'concluded' ||
    isPast(bet.shipped?.day, today) ||
    (ga !== undefined && hasStarted(ga, today))
  );
}

export function isFrom(status: Status, earliest: Status): boolean {
  return statuses.indexOf(status) >= statuses.indexOf(earliest);
}

function isPast(day: Day | undefined, today: Day): boolean {
  return day !== undefined && day <= today;
}
