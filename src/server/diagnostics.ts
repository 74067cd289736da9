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
 */
export function createPublisher(
  judge: Judge,
  intake: Intake,
  diagnose: Diagnose,
  isComplete: () => boolean,
  send: (diagnostics: PublishDiagnosticsParams) => void,
): Publisher {
  /** Files for which the editor shows something. */
  const shown = new Set<string>();
  return {
    publish(uri) {
      const lines = intake.lines(uri);
      const findings = lines === undefined ? [] : judge.findings(uri);
      const diagnostics = findings
        .filter(finding => isComplete() || isAboutFileAlone(finding))
        .map(finding => diagnose(finding, lines ?? [0]));
      const version = intake.version(uri);
      const isAwaited = version !== undefined && lines !== undefined;
      if (diagnostics.length === 0 && !isAwaited && !shown.has(uri)) return;
      if (diagnostics.length > 0) shown.add(uri);
      else shown.delete(uri);
      send({ uri, ...(version !== undefined && { version }), diagnostics });
    },
  };
}

/** What other files say can neither cause nor remove it. */
function isAboutFileAlone({ rule }: Finding): boolean {
  return rule.startsWith('document/') || rule.startsWith('value/');
}
