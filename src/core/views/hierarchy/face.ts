import type { MetricCard } from './graph.ts';
import { CARD_PADDING, CARD_WIDTH } from './measures.ts';
import { boldFont, fitText, font, textWidth, wrapText } from '../markup/text-width.ts';
import { limitWords, problemWords, quietFacts, VERDICT_WORDS } from './words.ts';

/** The texts of a card, in lines that fit. */
export interface Face {
  readonly name: readonly string[];
  /** Something is written of its values. */
  readonly hasValues: boolean;
  readonly current: string | undefined;
  /** Under the bar: on the left, and on the right or, where both are long, on lines of its own. */
  readonly start: string | undefined;
  readonly goal: readonly string[];
  /** Lines under the bar. */
  readonly labelLines: number;
  readonly quiet: readonly string[];
  /** A line each. */
  readonly problems: readonly string[];
}

/** What the cards of one row have room for; all of them share it, so that like stands beside like. */
export interface RowShape {
  readonly nameLines: number;
  readonly hasValues: boolean;
  readonly labelLines: number;
  readonly quietLines: number;
  readonly problemLines: number;
}

/** Where the parts of the cards of a row stand, from the card's top. */
export interface RowParts {
  /** Absent where no card of the row has values. */
  readonly values: number | undefined;
  readonly quiet: number;
  readonly problem: number;
  readonly height: number;
}

export const CURRENT_FONT = boldFont(15);
export const NAME_LEFT = 36;
export const TREND_WIDTH = 56;
/** Between the parts of one line. */
export const GAP = 6;
export const NAME_LINE = 16;
export const SMALL_LINE = 15;
/** What the button that folds a branch takes from the end of the last line. */
export const FOLD_WIDTH = 40;

const NAME_FONT = boldFont(13);
const SMALL_FONT = font(11);
const NAME_WIDTH = CARD_WIDTH - NAME_LEFT - CARD_PADDING;
const INNER = CARD_WIDTH - 2 * CARD_PADDING;
const NAME_LINES = 3;
const GOAL_LINES = 2;

export function faceOf(metric: MetricCard): Face {
  const { baseline, current } = metric;
  const limit = limitWords(metric);
  const start = baseline === undefined ? undefined : fitText(`from ${baseline}`, INNER, SMALL_FONT);
  const startWidth = start === undefined ? 0 : textWidth(start, SMALL_FONT) + GAP;
  const isBeside = limit !== undefined && startWidth + textWidth(limit, SMALL_FONT) <= INNER;
  const goal = limit === undefined ? [] : isBeside ? [limit] : wrapText(limit, INNER, SMALL_FONT, GOAL_LINES);
  const hasTrend = (metric.history?.length ?? 0) > 1;
  return {
    name: wrapText(metric.name, NAME_WIDTH, NAME_FONT, NAME_LINES),
    hasValues: baseline !== undefined || current !== undefined || limit !== undefined || hasTrend,
    current: current === undefined ? undefined : fitText(current, roomForCurrent(metric, hasTrend), CURRENT_FONT),
    start,
    goal,
    labelLines: goal.length + (start === undefined || isBeside ? 0 : 1),
    quiet: quietLines(metric),
    problems: problemWords(metric).map(words => fitText(words, INNER - 18, SMALL_FONT)),
  };
}

/** What the verdict's word behind it and the trend leave. */
function roomForCurrent({ verdict }: MetricCard, hasTrend: boolean): number {
  const word = textWidth(VERDICT_WORDS[verdict], SMALL_FONT);
  return INNER - word - GAP - (hasTrend ? TREND_WIDTH + GAP : 0);
}

/** All facts in one line if they fit; else the source, which is the longest, has one of its own. */
function quietLines(metric: MetricCard): readonly string[] {
  const facts = quietFacts(metric);
  const last = INNER - (metric.branch === undefined ? 0 : FOLD_WIDTH);
  const whole = facts.join(' · ');
  if (whole === '') return metric.branch === undefined ? [] : [''];
  if (textWidth(whole, SMALL_FONT) <= last) return [whole];
  const { source } = metric;
  if (source === undefined || facts.length === 1) return wrapText(whole, last, SMALL_FONT, 2);
  return [fitText(facts.slice(0, -1).join(' · '), INNER, SMALL_FONT), fitText(source, last, SMALL_FONT)];
}

export function rowShape(faces: readonly Face[]): RowShape {
  const most = (of: (face: Face) => number): number => faces.reduce((lines, face) => Math.max(lines, of(face)), 0);
  return {
    nameLines: most(face => face.name.length),
    hasValues: faces.some(face => face.hasValues),
    labelLines: Math.max(
      1,
      most(face => face.labelLines),
    ),
    quietLines: most(face => face.quiet.length),
    problemLines: most(face => face.problems.length),
  };
}

/** A card without a problem ends where the strip of its neighbours begins. */
export function cardHeight({ problem }: RowParts, face: Face): number {
  return problem + stripHeight(face.problems.length);
}

export function stripHeight(lines: number): number {
  return lines === 0 ? 0 : 9 + lines * SMALL_LINE;
}

export function rowParts(shape: RowShape): RowParts {
  const values = 14 + shape.nameLines * NAME_LINE;
  const quiet = values + (shape.hasValues ? 41 + shape.labelLines * SMALL_LINE : 0);
  const problem = quiet + shape.quietLines * SMALL_LINE + (shape.quietLines > 0 ? 3 : 0) + 10;
  return {
    values: shape.hasValues ? values : undefined,
    quiet,
    problem,
    height: problem + stripHeight(shape.problemLines),
  };
}
