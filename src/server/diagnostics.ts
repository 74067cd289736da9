import type { Diagnostic, DiagnosticRelatedInformation, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../core/rules/finding.ts';
import type { Judge } from '../core/service.ts';
import type { LineStarts } from '../core/text/lines.ts';
import type { Severity } from '../core/workspace/settings.ts';
import { rangeIn } from './convert.ts';
import type { Intake } from './intake.ts';

/** Turns findings into the diagnostics of the protocol. */
export type Diagnose = (finding: Finding, lines: LineStarts) => Diagnostic;

/** Who shows the findings of a file, and remembers what is shown. */
export interface Publisher {
  publish(uri: string): void;
}

const severities: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, information: 3 };

/** @param rulePages see `InitializationOptions` */
export function createDiagnose(intake: Intake, rulePages: string | undefined): Diagnose {
  return (finding, lines) => ({
    range: rangeIn(lines, finding.span),
    severity: severities[finding.severity],
    source: 'betwright',
    code: finding.rule,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}/${finding.rule}.md` } }),
    message: finding.message,
    ...(finding.related && {
      relatedInformation: finding.related.flatMap((related): DiagnosticRelatedInformation[] => {
        const place = intake.lines(related.file);
        if (place === undefined) return [];
        return [{ location: { uri: related.file, range: rangeIn(place, related.span) }, message: related.message }];
      }),
    }),
  });
}

/**
 * @param isComplete whether the whole workspace has been read: until then only findings that need no other file are shown
 * @param isReportedElsewhere whether the user reads a finding of this file already, from another extension
 */
export function createPublisher(
  judge: Judge,
  intake: Intake,
  diagnose: Diagnose,
  isComplete: () => boolean,
  isReportedElsewhere: (uri: string) => (finding: Finding) => boolean,
  send: (diagnostics: PublishDiagnosticsParams) => void,
): Publisher {
  /** Files for which the editor shows something. */
  const shown = new Set<string>();
  return {
    publish(uri) {
      const lines = intake.lines(uri);
      const findings = lines === undefined ? [] : judge.findings(uri);
      const isElsewhere = isReportedElsewhere(uri);
      const { listed, others } = mostSevere(
        findings.filter(finding => (isComplete() || isAboutFileAlone(finding)) && !isElsewhere(finding)),
      );
      const diagnostics = listed.map(finding => diagnose(finding, lines ?? [0]));
      if (others.length > 0) diagnostics.unshift(noteOf(others, lines ?? [0]));
      const version = intake.version(uri);
      const isAwaited = version !== undefined && lines !== undefined;
      if (diagnostics.length === 0 && !isAwaited && !shown.has(uri)) return;
      if (diagnostics.length > 0) shown.add(uri);
      else shown.delete(uri);
      send({ uri, ...(version !== undefined && { version }), diagnostics });
    },
  };
}

/** More of one file than this are counted, not listed: nobody reads them, and the editor would draw them all. */
const maxListed = 500;

const bySeverity: readonly Severity[] = ['error', 'warning', 'information'];

/** The most severe are listed, in the order of their places. */
function mostSevere(findings: readonly Finding[]): {
  readonly listed: readonly Finding[];
  readonly others: readonly Finding[];
} {
  if (findings.length <= maxListed) return { listed: findings, others: [] };
  const sorted = bySeverity.flatMap(severity => findings.filter(finding => finding.severity === severity));
  const chosen = new Set(sorted.slice(0, maxListed));
  return { listed: findings.filter(finding => chosen.has(finding)), others: sorted.slice(maxListed) };
}

/** No finding of a rule, and so without a code: that there are more. */
function noteOf(others: readonly Finding[], lines: LineStarts): Diagnostic {
  const counts = bySeverity
    .map(severity => ({ severity, count: others.filter(finding => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${String(count)} of severity ${severity}`);
  return {
    range: rangeIn(lines, { start: 0, end: 0 }),
    severity: severities.information,
    source: 'betwright',
    message: `${String(others.length)} more findings of this file are not listed here: ${counts.join(', ')}. “betwright check” tells them all.`,
  };
}

/** What other files say can neither cause nor remove it. */
function isAboutFileAlone({ rule }: Finding): boolean {
  return rule.startsWith('document/') || rule.startsWith('value/');
}
