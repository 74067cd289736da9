import { goals, type Figures, type Goal, type GoalId } from '../goals.ts';
import type { PartResult, Row } from '../part.ts';
import { amount, duration, limit, verdictOf, type Verdict } from './words.ts';

/** What a page of documentation tells of one run. */
export interface Report {
  /** Sentences on the machine and the day. */
  readonly machine: string;
  readonly figures: Figures;
  /** The plot of growth, from the page; none where it was not measured. */
  readonly picture: string | undefined;
  readonly parts: readonly { readonly title: string; readonly result: PartResult }[];
}

const begin = '<!-- figures: written by `npm run bench -- --write` -->';
const end = '<!-- end of the figures -->';

/**
 * The page with the figures of a run in the place of those before; nothing else of it changes.
 * @throws when the page has no place for them
 */
export function withFigures(page: string, report: Report): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`the page has no ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${reportMarkdown(report)}\n${page.slice(to)}`;
}

const marks: Readonly<Record<Verdict, string>> = {
  aim: '✓✓',
  must: '✓',
  missed: '✗',
  'not measured': 'not measured',
};

function reportMarkdown({ machine, figures, picture, parts }: Report): string {
  const goalRows = (Object.entries(goals) as [GoalId, Goal][]).map(([id, goal]) => {
    const figure = figures[id];
    return [
      String(goal.number),
      `${goal.what} (${goal.how})`,
      figure === undefined ? '' : `**${amount(figure, goal.unit)}**`,
      limit(goal, goal.must),
      limit(goal, goal.aim),
      marks[verdictOf(goal, figure)],
    ];
  });
  return [
    `${machine}\n`,
    ...(picture === undefined
      ? []
      : [`![CPU time of a whole check over the number of files, both on logarithmic scales](${picture})\n`]),
    table(['#', 'what', 'measured', 'must', 'aim', ''], goalRows),
    '✓ is where it must be, ✓✓ where it is to be (or no more was asked).\n',
    ...parts.flatMap(({ title, result }) => partMarkdown(title, result)),
  ].join('\n');
}

function partMarkdown(title: string, { rows, notes = [] }: PartResult): readonly string[] {
  const heading = `### ${title.slice(0, 1).toUpperCase()}${title.slice(1)}\n`;
  const lines = rows.length === 0 ? [] : [table(['what', 'p50', 'p95', 'runs', ''], rows.map(rowCells))];
  return [heading, ...lines, ...notes.map(note => `${note.slice(0, 1).toUpperCase()}${note.slice(1)}.\n`)];
}

function rowCells({ what, times, against, more }: Row): readonly string[] {
  const cells = times === undefined ? ['', '', ''] : [duration(times.p50), duration(times.p95), String(times.runs)];
  return [what, ...cells, [against, more].filter(Boolean).join(', ')];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')}\n`;
}
