import type { Finding } from '../rules/finding.ts';
import type { LineStarts } from '../text/lines.ts';
import { rangeOf } from '../text/lines.ts';
import type { Day } from '../model/values/date.ts';
import type { LinesOf } from './computed-json.ts';
import { wellFormed, type JsonObject } from './json.ts';

/** What a check found, ready to be told in any form. */
export interface CheckReport {
  readonly today: Day;
  /** Files that hold an artifact, broken ones included. */
  readonly files: number;
  /** Artifacts in documents of their own; embedded and broken ones are not counted. */
  readonly artifacts: number;
  /** In order of file, place and rule. */
  readonly findings: readonly Finding[];
  /** Where the lines of a file begin: positions are offsets until here. */
  readonly linesOf: LinesOf;
}

/** The report as `check --format json` prints it (SPEC 7): zero-based ranges as in the language server protocol. */
export function findingsJson(report: CheckReport): JsonObject {
  return {
    version: 1,
    today: report.today,
    files: report.files,
    artifacts: report.artifacts,
    findings: report.findings.map(finding => findingJson(finding, report.linesOf(finding.file))),
  };
}

function findingJson(finding: Finding, lines: LineStarts): JsonObject {
  const { start, end } = rangeOf(lines, finding.span);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: wellFormed(finding.message),
    file: wellFormed(finding.file),
    range: { start: { ...start }, end: { ...end } },
    artifact: finding.artifact === undefined ? null : wellFormed(finding.artifact),
  };
}
