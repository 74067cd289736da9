import { readinessCount, readinessOf, readinessPoints, type ReadinessPoint } from '../computed/readiness.ts';
import { isHeld } from '../model/retro-state.ts';
import { isFrom, statuses, type Status } from '../model/status.ts';
import { daysBetween, type Day } from '../model/values/date.ts';
import type { Judge } from '../service.ts';
import type { Span } from '../text/span.ts';
import { betCase, type BetCase } from '../workspace/bet-case.ts';
import type { Mode } from '../workspace/settings.ts';

/** A bet as the tree shows it. */
export interface BetItem {
  readonly id: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly file: string;
  readonly span: Span;
  /** The file can't be parsed at the moment: this is its last good state. */
  readonly stale: boolean;
  readonly status: Status;
  readonly retro: RetroState;
  /** Of the seven points before GA; absent before building and once concluded. */
  readonly readiness: ReadinessState | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly mode: Mode;
  readonly bet: BetCase;
}

export interface ReadinessState {
  readonly met: number;
  readonly of: number;
  readonly open: readonly ReadinessPoint[];
}

export interface RetroState {
  readonly state: 'none' | 'scheduled' | 'dueSoon' | 'overdue' | 'held';
  readonly date?: Day;
}

export interface BetTree {
  readonly groups: readonly { readonly status: Status; readonly bets: readonly BetItem[] }[];
  readonly errors: number;
  readonly warnings: number;
}

/** The bets of the workspace by status, in the order of a bet's life, and within it by id. */
export function betTree(judge: Judge): BetTree {
  const items = new Map<Status, BetItem[]>(statuses.map(status => [status, []]));
  let errors = 0;
  let warnings = 0;
  for (const file of judge.workspace.files()) {
    const findings = judge.findings(file);
    errors += findings.filter(finding => finding.severity === 'error').length;
    warnings += findings.filter(finding => finding.severity === 'warning').length;
    for (const { artifact, stale } of judge.workspace.get(file)?.shown ?? []) {
      if (artifact.kind !== 'bet') continue;
      const bet = betCase(artifact, judge.workspace.lookup, judge.settings);
      // A file that can't be parsed has its findings without an id: they count for what stands in it.
      const own = findings.filter(
        finding => finding.artifact === artifact.id || (stale && finding.artifact === undefined),
      );
      items.get(bet.status)?.push({
        id: artifact.id,
        title: artifact.title,
        owner: bet.bet.owner?.name?.text.trim(),
        file,
        span: artifact.anchor,
        stale,
        status: bet.status,
        retro: retroState(bet, judge.settings.today),
        readiness: readinessState(bet, judge.settings.today),
        errors: own.filter(finding => finding.severity === 'error').length,
        warnings: own.filter(finding => finding.severity === 'warning').length,
        mode: bet.mode,
        bet,
      });
    }
  }
  const groups = [...items].flatMap(([status, bets]) =>
    bets.length === 0 ? [] : [{ status, bets: bets.sort((a, b) => compareIds(a.id, b.id)) }],
  );
  return { groups, errors, warnings };
}

function readinessState(bet: BetCase, today: Day): ReadinessState | undefined {
  if (!isFrom(bet.status, 'building') || bet.status === 'concluded') return undefined;
  const readiness = readinessOf(bet, { today });
  return { ...readinessCount(readiness), open: readinessPoints.filter(point => readiness[point].value === 'notMet') };
}

/** Due soon is 0 to 7 days ahead; due today is not overdue (SPEC 8, "Durations"). */
export function retroState(bet: BetCase, today: Day): RetroState {
  const retro = bet.retro?.model;
  if (isHeld(retro, today)) return { state: 'held', ...(retro?.held?.day && { date: retro.held.day }) };
  const date = retro?.scheduled ? retro.scheduled.day : bet.timebox.end;
  if (date === undefined) return { state: 'none' };
  const days = daysBetween(today, date);
  if (days < 0)
    return bet.status === 'proposed' || bet.status === 'shaping' || bet.decision !== undefined
      ? { state: 'none' }
      : { state: 'overdue', date };
  if (retro?.scheduled === undefined) return { state: 'none' };
  return { state: days <= 7 ? 'dueSoon' : 'scheduled', date };
}

/** BET-2 before BET-10. */
function compareIds(a: string, b: string): number {
  return collator.compare(a, b);
}

const collator = new Intl.Collator('en', { numeric: true });
