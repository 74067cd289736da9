import type { Finding } from '../rules/finding.ts';
import { mostP0 } from '../rules/bet/too-many-p0.ts';
import type { Judge } from '../service.ts';
import { positionAt, type LineStarts, type Position } from '../text/lines.ts';
import { boardCard, type BoardData, type BoardFile, type BoardFlag, type Trouble } from '../views/board/card.ts';
import { plainText } from '../views/markup/plain-text.ts';
import { betCase, type BetCase } from '../workspace/bet-case.ts';
import { partKinds } from '../workspace/part.ts';

/** The lines of a file as it was taken in last. */
export type LinesOf = (file: string) => LineStarts | undefined;

/** A file's part of the board, and the files from which it comes. */
export interface BoardPart {
  readonly file: BoardFile;
  readonly sources: ReadonlySet<string>;
}

/** All bets of the workspace as cards, by file in order of its name. */
export function boardOf(judge: Judge, linesOf: LinesOf): BoardData {
  const files = judge.workspace.files().flatMap(file => boardPart(judge, linesOf, file)?.file ?? []);
  return { today: judge.settings.today, mostP0, files };
}

/** The bets of one file as cards; undefined where it holds none. */
export function boardPart(judge: Judge, linesOf: LinesOf, file: string): BoardPart | undefined {
  const bets = (judge.workspace.get(file)?.shown ?? []).flatMap(({ artifact, stale }) =>
    artifact.kind === 'bet' ? [{ artifact, stale }] : [],
  );
  if (bets.length === 0) return undefined;
  const settings = judge.settingsFor(file);
  const sources = new Set([file]);
  const cards = bets.map(({ artifact, stale }) => {
    const bet = betCase(artifact, judge.workspace.lookup, settings);
    const places = placesOf(bet);
    for (const place of places) sources.add(place);
    const trouble = troubleOf(judge, linesOf, bet, places, stale);
    return {
      ...boardCard(bet, settings.today, trouble),
      ...(stale && { stale }),
      at: placeIn(linesOf, file, artifact.anchor.start),
    };
  });
  return { file: { uri: file, cards }, sources };
}

/** The bet's own file, and those of what belongs to it. */
function placesOf(bet: BetCase): readonly string[] {
  return [...new Set([bet.artifact.file, ...partKinds.flatMap(kind => bet[kind]?.file ?? [])])];
}

/** Rules that say that a bet can't wait. */
const flagRules: Readonly<Record<string, BoardFlag>> = {
  'bet/zombie': 'zombie',
  'retro/overdue': 'retroOverdue',
  'metrics/guardrail-breached': 'guardrailBreached',
};

function troubleOf(judge: Judge, linesOf: LinesOf, bet: BetCase, places: readonly string[], stale: boolean): Trouble {
  const own = new Set([bet.artifact.id, ...partKinds.flatMap(kind => bet[kind]?.id ?? [])]);
  // A file that can't be parsed has its findings without an id: they count for what stands in it.
  const isOwn = ({ artifact, file }: Finding): boolean =>
    artifact === undefined ? stale && file === bet.artifact.file : own.has(artifact);
  const findings = places.flatMap(place => judge.findings(place).filter(isOwn));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const worst = errors.find(({ rule }) => Object.hasOwn(flagRules, rule)) ?? errors[0] ?? warnings[0];
  return {
    errors: errors.length,
    warnings: warnings.length,
    worst: worst && {
      text: plainText(worst.message),
      ...(worst.file !== bet.artifact.file && { uri: worst.file }),
      at: placeIn(linesOf, worst.file, worst.span.start),
    },
    flags: [
      ...new Set(findings.flatMap(({ rule }) => (Object.hasOwn(flagRules, rule) ? (flagRules[rule] ?? []) : []))),
    ],
  };
}

function placeIn(linesOf: LinesOf, file: string, offset: number): Position {
  return positionAt(linesOf(file) ?? [0], offset);
}
