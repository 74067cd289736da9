import type { Artifact } from '../model/artifact.ts';
import type { Judge } from '../service.ts';
import { positionAt } from '../text/lines.ts';
import { learningEntry, type LearningsData } from '../views/learning-repository/entry.ts';
import { betCase, type BetCase } from '../workspace/bet-case.ts';
import type { LinesOf } from './board.ts';

/** So many rounds of one idea are told; more of them are a mistake in the text. */
const mostRounds = 20;

/** What concluded bets taught, the latest first, and of one day by id. */
export function learningsOf(judge: Judge, linesOf: LinesOf): LearningsData {
  const bets = judge.workspace.files().flatMap(file =>
    (judge.workspace.get(file)?.shown ?? []).flatMap(({ artifact }) => {
      if (artifact.kind !== 'bet') return [];
      return [betCase(artifact, judge.workspace.lookup, judge.settingsFor(file))];
    }),
  );
  const chains = chainsOf(bets);
  const entries = bets
    .filter(({ status }) => status === 'concluded')
    .map(bet => learningEntry(bet, chains(bet), (file, offset) => positionAt(linesOf(file) ?? [0], offset)));
  return {
    entries: entries.sort(
      (a, b) => compare(b.day ?? '', a.day ?? '') || collator.compare(a.id, b.id) || compare(a.uri, b.uri),
    ),
  };
}

/** The bets that try one idea, from the first on: each says of which it is the next. */
function chainsOf(bets: readonly BetCase[]): (bet: BetCase) => readonly BetCase[] {
  const byId = new Map<string, BetCase>();
  const later = new Map<string, BetCase[]>();
  for (const bet of bets) {
    if (!byId.has(bet.artifact.id)) byId.set(bet.artifact.id, bet);
    const of = bet.bet.iteration?.of?.id;
    if (of !== undefined) later.set(of, [...(later.get(of) ?? []), bet]);
  }
  return bet => {
    let first = bet;
    const seen = new Set<Artifact>([bet.artifact]);
    for (let before = beforeOf(first); before && !seen.has(before.artifact); before = beforeOf(first)) {
      seen.add(before.artifact);
      first = before;
    }
    const rounds = [first];
    const told = new Set<Artifact>([first.artifact]);
    for (let at = 0; at < rounds.length && rounds.length < mostRounds; at++) {
      for (const next of later.get(rounds[at]?.artifact.id ?? '') ?? []) {
        if (told.has(next.artifact)) continue;
        told.add(next.artifact);
        rounds.push(next);
      }
    }
    return rounds;
  };

  function beforeOf(bet: BetCase): BetCase | undefined {
    const of = bet.bet.iteration?.of?.id;
    return of === undefined ? undefined : byId.get(of);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const collator = new Intl.Collator('en', { numeric: true });
