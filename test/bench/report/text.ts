import { goals, type Figures, type Goal, type GoalId } from '../goals.ts';
import type { PartResult, Row } from '../part.ts';
import { amount, duration, limit, verdictOf, type Verdict } from './words.ts';

/** The rows of a part as lines for the terminal. */
export function partText({ rows, notes = [] }: PartResult): string {
  const table = aligned(rows.map(rowCells)).map(line => `  ${line}`);
  return [...table, ...notes.map(note => `  ${note}`), ''].join('\n');
}

function rowCells({ what, times, against, more }: Row): readonly string[] {
  const cells =
    times === undefined
      ? ['', '']
      : [`p50 ${duration(times.p50)}`, `p95 ${duration(times.p95)} of ${times.runs.toLocaleString('en')}`];
  return [what, ...cells, [against, more].filter(Boolean).join(', ')];
}

const marks: Readonly<Record<Verdict, string>> = {
  aim: '✓ aim',
  must: '✓ must',
  missed: '✗ missed',
  'not measured': '– not measured',
};

/** Every goal with what was measured. */
export function goalsText(figures: Figures): string {
  const rows = (Object.entries(goals) as [GoalId, Goal][]).map(([id, goal]) => {
    const figure = figures[id];
    return [
      String(goal.number),
      goal.what.replaceAll('`', ''),
      figure === undefined ? '' : amount(figure, goal.unit),
      `must ${limit(goal, goal.must)}`,
      goal.aim === undefined ? '' : `aim ${limit(goal, goal.aim)}`,
      marks[verdictOf(goal, figure)],
    ];
  });
  return ['Goals', ...aligned(rows).map(line => `  ${line}`), ''].join('\n');
}

/** Cells under each other, as wide as the widest. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
