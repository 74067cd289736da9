import type { Finding } from '../rules/finding.ts';
import { positionAt, type LineStarts } from '../text/lines.ts';
import type { Severity } from '../workspace/settings.ts';
import { excerptOf } from './excerpt.ts';
import type { CheckReport } from './findings-json.ts';
import { paintOf, type Palette } from './palette.ts';
import { cutTo, padTo, visible } from './visible.ts';

/** How a report is laid out for people. */
export interface TextLayout {
  readonly palette: Palette;
  /** Cells in a line of the terminal. */
  readonly width: number;
  /** The text of a file, for the line that a finding stands in; undefined where it is not to be shown or can't be read again. */
  textOf(file: string): string | undefined;
}

/** A message is a sentence; what an author of a file makes longer than this is cut. */
const longestMessage = 600;

/** Findings by file, each with its line and column (from 1), and a mark under the place it is about. Ends with a line feed, or is empty. */
export function findingsText(report: Pick<CheckReport, 'findings' | 'linesOf'>, layout: TextLayout): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const known = byFile.get(finding.file);
    if (known) known.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  return [...byFile].map(([file, findings]) => fileText(file, findings, report.linesOf(file), layout)).join('\n');
}

function fileText(file: string, findings: readonly Finding[], lines: LineStarts, layout: TextLayout): string {
  const { palette, width } = layout;
  const places = findings.map(({ span }) => {
    const { line, character } = positionAt(lines, span.start);
    return `${String(line + 1)}:${String(character + 1)}`;
  });
  const placeCells = Math.max(...places.map(place => place.length));
  const severityCells = Math.max(...findings.map(({ severity }) => severity.length));
  const text = layout.textOf(file);
  const margin = ' '.repeat(placeCells + 4);
  const told = findings.map((finding, index) => {
    const { severity, rule, span } = finding;
    const place = (places[index] ?? '').padStart(placeCells);
    const message = cutTo(longestMessage, visible(finding.message));
    const head = `  ${palette.dim(place)}  ${paintOf(palette, severity)(padTo(severityCells, severity))}  ${message}  ${palette.dim(rule)}\n`;
    const excerpt =
      text === undefined
        ? undefined
        : excerptOf(text, lines, span, Math.max(40, width - margin.length - 2), paintOf(palette, severity));
    if (excerpt === undefined) return head;
    return `${head}${margin}${palette.dim('| ' + excerpt.line)}\n${margin}${palette.dim('|')} ${excerpt.mark}\n`;
  });
  return `${palette.underline(shownFile(file))}\n${told.join('')}`;
}

/** A file name that a program would take for an option, or a build server for a command, stands behind `./`. */
function shownFile(file: string): string {
  const shown = visible(file);
  return /^[\p{L}\p{N}./_]/u.test(shown) ? shown : `./${shown}`;
}

/** One line: how many of what, in how many files. Without line feed. */
export function summaryText(report: CheckReport, palette: Palette): string {
  const files = count(report.files, 'file');
  if (report.findings.length === 0) {
    return `${palette.green('No findings')} in ${files} with ${count(report.artifacts, 'artifact')} ${palette.dim(`(${report.today})`)}`;
  }
  const counts = severities.flatMap(([severity, one, many]) => {
    const number = report.findings.filter(finding => finding.severity === severity).length;
    return number === 0 ? [] : [paintOf(palette, severity)(count(number, one, many))];
  });
  return `${palette.bold(counts.join(', '))} in ${files} ${palette.dim(`(${report.today})`)}`;
}

const severities: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['information', 'information', 'information'],
];

/** `1 file`, `2 files`, `10,000 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${number === 1 ? one : many}`;
}
