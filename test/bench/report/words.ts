import { judgeFigure, type Goal, type Unit } from '../goals.ts';

/** A time as people read it: `3.2 ms`, `1.4 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  if (milliseconds >= 100) return `${milliseconds.toFixed(0)} ms`;
  return `${milliseconds.toFixed(milliseconds >= 10 ? 1 : milliseconds >= 1 ? 2 : 3)} ms`;
}

/** A figure with its unit: `3.4×`, `0.21 ms`, `5,800 files/s`. */
export function amount(figure: number, unit: Unit): string {
  const digits = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  const number = figure.toLocaleString('en', { maximumFractionDigits: digits });
  return unit === '×' ? `${number}×` : unit === '^' ? number : `${number} ${unit}`;
}

/** What a goal asks for: `≤ 6×`. Empty without a limit. */
export function limit(goal: Goal, value: number | undefined): string {
  return value === undefined ? '' : `${goal.better === 'more' ? '≥' : '≤'} ${amount(value, goal.unit)}`;
}

export type Verdict = 'aim' | 'must' | 'missed' | 'not measured';

/** How far a figure has come: to the aim, to what must be, or not there. Without an aim, what must be is all there is. */
export function verdictOf(goal: Goal, figure: number | undefined): Verdict {
  if (figure === undefined) return 'not measured';
  const { must, aim } = judgeFigure(goal, figure);
  return !must ? 'missed' : aim === false ? 'must' : 'aim';
}
