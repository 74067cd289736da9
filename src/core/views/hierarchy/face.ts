import type { MetricCard } from './graph.ts';
import { CARD_PADDING, CARD_WIDTH } from './measures.ts';
import { boldFont, fitText, font, textWidth, wrapText } from '../markup/text-width.ts';
import { problemWords, quietFacts, VERDICT_WORDS } from './words.ts';

/** The texts of a card, cut to what fits. */
export interface Face {
  readonly name: readonly string[];
  /** Something is written of its values. */
  readonly hasValues: boolean;
  readonly current: string | undefined;
  /** Under the bar, on the left and on the right. */
  readonly start: string | undefined;
  readonly goal: string | undefined;
  readonly quiet: string | undefined;
  readonly problem: string | undefined;
}

/** What the cards of one row have room for; all of them share it, so that like stands beside like. */
export interface RowShape {
  readonly nameLines: number;
  readonly hasValues: boolean;
  readonly hasQuiet: boolean;
  readonly hasProblem: boolean;
}

/** Where the parts of the cards of a row stand, from the card's top. */
export interface RowParts {
  /** Absent where no card of the row has values. */
  readonly values: number | undefined;
  readonly quiet: number;
  readonly problem: number;
  readonly height: number;
}

export const NAME_FONT = boldFont(13);
export const CURRENT_FONT = boldFont(15);
export const SMALL_FONT = font(11);
export const NAME_LEFT = 36;
const NAME_WIDTH = CARD_WIDTH - NAME_LEFT - CARD_PADDING;
const INNER = CARD_WIDTH - 2 * CARD_PADDING;
const HALF = INNER / 2 - 4;
export const TREND_WIDTH = 56;
/** Between the parts of one line. */
export const GAP = 6;
const NAME_LINE = 16;

export function faceOf(metric: MetricCard): Face {
  const { baseline, current, target, threshold } = metric;
  const isGuardrail = metric.tier === 'guardrails';
  const limit = threshold ?? (isGuardrail ? undefined : target);
  const goal = limit === undefined ? undefined : `${isGuardrail ? 'limit' : 'target'} ${limit}`;
  const hasTrend = (metric.history?.length ?? 0) > 1;
  const problems = problemWords(metric);
  const quiet = quietFacts(metric);
  return {
    name: wrapText(metric.name, NAME_WIDTH, NAME_FONT, 2),
    hasValues: baseline !== undefined || current !== undefined || goal !== undefined || hasTrend,
    current: current === undefined ? undefined : fitText(current, roomForCurrent(metric, hasTrend), CURRENT_FONT),
    start:
      baseline === undefined ? undefined : fitText(`from ${baseline}`, goal === undefined ? INNER : HALF, SMALL_FONT),
    goal: goal === undefined ? undefined : fitText(goal, baseline === undefined ? INNER : HALF, SMALL_FONT),
    quiet: quiet.length === 0 ? undefined : fitText(quiet.join(' · '), INNER, SMALL_FONT),
    problem: problems.length === 0 ? undefined : fitText(problems.join(' · '), INNER - 18, SMALL_FONT),
  };
}

/** What the verdict's word behind it and the trend leave. */
function roomForCurrent({ verdict }: MetricCard, hasTrend: boolean): number {
  const word = textWidth(VERDICT_WORDS[verdict], SMALL_FONT);
  return INNER - word - GAP - (hasTrend ? TREND_WIDTH + GAP : 0);
}

export function rowShape(faces: readonly Face[]): RowShape {
  return {
    nameLines: faces.some(face => face.name.length > 1) ? 2 : 1,
    hasValues: faces.some(face => face.hasValues),
    hasQuiet: faces.some(face => face.quiet !== undefined),
    hasProblem: faces.some(face => face.problem !== undefined),
  };
}

/** A card without a problem ends where the strip of its neighbours begins. */
export function cardHeight({ problem }: RowParts, face: Face): number {
  return face.problem === undefined ? problem : problem + STRIP;
}

const STRIP = 24;

export function rowParts(shape: RowShape): RowParts {
  const values = 14 + shape.nameLines * NAME_LINE;
  const quiet = values + (shape.hasValues ? 56 : 0);
  const problem = quiet + (shape.hasQuiet ? 18 : 0) + 10;
  return {
    values: shape.hasValues ? values : undefined,
    quiet,
    problem,
    height: problem + (shape.hasProblem ? STRIP : 0),
  };
}
